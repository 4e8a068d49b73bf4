import { type Atlas, isMissing } from "../atlas.ts";
import type { Day } from "../day.ts";
import { FIGURE_MEASURES, type Figure, type FigureMeasure, type Highway, type Region } from "../records.ts";
import { type BySide, measureGround } from "./ground.ts";
import { measureDay } from "./measures.ts";
import { countSettlements } from "./settlements.ts";

/** Something that can be drawn over the days of a story: computed at the end of each, given by documents, or both. */
export type Chart =
  /** Square kilometres by side. */
  | { readonly key: "area"; readonly kind: "area" }
  /** Percent, from 0 to 100, of the chief region by side. */
  | { readonly key: "share"; readonly kind: "share"; readonly region: Region }
  /** Documented settlements that a side holds uncontested. */
  | { readonly key: "settlements"; readonly kind: "settlements" }
  /** Kilometres of a highway by side. */
  | { readonly key: `highway:${string}`; readonly kind: "highway"; readonly highway: Highway }
  /** What documents give of one measure in one unit; nothing is computed. */
  | {
      readonly key: `figure:${string}`;
      readonly kind: "figure";
      readonly measure: FigureMeasure;
      readonly unit: string;
    };

/** The charts that a data set has numbers for: first what is computed, then each measure and unit that a figure has. */
export function listCharts({ dataset }: Atlas): readonly Chart[] {
  const { control, settlements, highways, regions, chiefRegion, figures } = dataset;
  const hasGround = control.phases.length > 0;
  const region = hasGround ? regions.find(({ id }) => id === chiefRegion) : undefined;
  const charts: Chart[] = [];
  if (hasGround) charts.push({ key: "area", kind: "area" });
  if (region) charts.push({ key: "share", kind: "share", region });
  if (settlements.some(({ isContext }) => !isContext))
    charts.push({ key: "settlements", kind: "settlements" });
  if (hasGround)
    charts.push(
      ...highways.map((highway): Chart => ({ key: `highway:${highway.id}`, kind: "highway", highway })),
    );
  for (const measure of FIGURE_MEASURES) {
    const units = new Set(figures.filter((figure) => figure.measure === measure).map(({ unit }) => unit));
    for (const unit of units) {
      const isBesideShare = region && measure === "share-of-governorate" && unit === PERCENT;
      if (!isBesideShare) charts.push({ key: `figure:${measure}:${unit}`, kind: "figure", measure, unit });
    }
  }
  return charts;
}

const PERCENT = "percent";

/**
 * What a chart computes for the end of `day`, by side, as `measureDay` has it (shares in percent). `undefined` where nothing
 * is known of the day, or the chart computes nothing.
 */
function computeChart(atlas: Atlas, chart: Chart, day: Day): BySide | undefined {
  switch (chart.kind) {
    case "area":
      return isMissing(atlas, day) ? undefined : measureGround(atlas, day).areaKm2;
    case "highway":
      return isMissing(atlas, day) ? undefined : measureGround(atlas, day).highways.get(chart.highway.id)?.km;
    case "share": {
      const share = measureDay(atlas, day, { within: [chart.region] }).regions.get(chart.region.id)?.share;
      return share && share.size > 0
        ? new Map([...share].map(([side, part]) => [side, 100 * part]))
        : undefined;
    }
    case "settlements": {
      const { held, documented, unknown } = countSettlements(atlas, day);
      return documented === unknown ? undefined : held;
    }
    case "figure":
      return undefined;
  }
}

/** The numbers of documents that belong into a chart, by their last day; those without a day of the story are left out. */
export function listReported({ dataset }: Atlas, chart: Chart): readonly Figure[] {
  const { figures, firstDay, lastDay } = dataset;
  const wanted =
    chart.kind === "share"
      ? { measure: "share-of-governorate", unit: PERCENT }
      : chart.kind === "figure"
        ? chart
        : undefined;
  if (!wanted) return [];
  return figures
    .filter(({ measure, unit }) => measure === wanted.measure && unit === wanted.unit)
    .filter((figure) => figure.lastDay >= firstDay && figure.lastDay <= lastDay)
    .toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0));
}

/** What a side has on each day of the story that is worked out; `undefined` where nothing is known. */
export interface ChartLine {
  readonly side: string;
  readonly values: readonly (number | undefined)[];
}

/** The computed lines of a chart, which are worked out a day at a time. */
export interface ChartSeries {
  /** The lines of the sides that have anything so far, as long as the days that are worked out; in the order of the sides. */
  readonly listLines: () => readonly ChartLine[];
  readonly isDone: () => boolean;
  /** Works out one day more, some 50 ms where its ground is new; nothing is left to do once {@link isDone}. */
  readonly workOn: () => void;
}

const allSeries = new WeakMap<Atlas, Map<string, ChartSeries>>();

/** The series of a chart: one and the same however often it is asked for, so that nothing is worked out twice. */
export function findSeries(atlas: Atlas, chart: Chart): ChartSeries {
  const ofAtlas = allSeries.get(atlas) ?? new Map<string, ChartSeries>();
  allSeries.set(atlas, ofAtlas);
  const known = ofAtlas.get(chart.key);
  if (known) return known;
  const series = createSeries(atlas, chart);
  ofAtlas.set(chart.key, series);
  return series;
}

function createSeries(atlas: Atlas, chart: Chart): ChartSeries {
  const { days } = atlas;
  const values = new Map<string, (number | undefined)[]>();
  const end = chart.kind === "figure" ? 0 : days.length;
  let done = 0;
  return {
    isDone: () => done >= end,
    workOn: () => {
      const day = days[done];
      if (day === undefined || done >= end) return;
      for (const [side, amount] of computeChart(atlas, chart, day) ?? []) {
        const line = values.get(side) ?? [];
        values.set(side, line);
        line[done] = amount;
      }
      done++;
    },
    listLines: () =>
      atlas.dataset.sides.flatMap(({ id }) => {
        const line = values.get(id);
        // A day without a value is no member of the list; here it becomes one, `undefined`.
        return line?.some((amount) => amount !== undefined && amount > 0)
          ? [{ side: id, values: Array.from({ length: done }, (_, index) => line[index]) }]
          : [];
      }),
  };
}
