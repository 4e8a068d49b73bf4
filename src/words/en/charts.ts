import type { Day } from "../../core/day.ts";
import { dates } from "./forms.ts";

/** The English words for charts, and for how the line of time is played, zoomed and cut. */
export const enCharts = {
  /** How days follow each other while playing. */
  play: {
    options: "Speed, loop and range",
    /** The button that ends a range; `range` is such as "20 Jan – 3 Mar". */
    clearRange: (range: string) => `Only ${range} is played: play all days`,
    range: (first: Day, last: Day) => `${dates.brief(first)} – ${dates.brief(last)}`,
  },
  axis: {
    zoomIn: "Fewer days, larger",
    zoomOut: "More days, smaller",
    wholeStory: "All days of the story",
    /** On the line of dates below the strip. */
    hint: "Drag to choose the days to play; turn the wheel to zoom; double click to see all; drag above with Shift to compare two days",
  },
  title: "Charts",
  open: "Open charts",
  close: "Close charts",
  /** Label of the menu in the strip. */
  choose: "What the strip shows",
  computed: "Computed",
  reported: "Reported",
  gained: "Places gained per day",
  gainedArea: "Area gained per day, km²",
  area: "Area, km²",
  share: (region: string) => `Share of ${region}, %`,
  settlements: "Settlements held",
  highway: (name: string) => `${name}, km`,
  /** A measure of documents with its unit: "Displaced, people". */
  figure: (measure: string, unit: string) => (unit === "" ? measure : `${measure}, ${unit}`),
  notKnown: "not known",
  /** How far a chart is worked out, as a whole number of percent. */
  working: (percent: number) => `working out … ${percent} %`,
  table: "Table",
};
