import { type Atlas, isMissing } from "../atlas.ts";
import type { Day } from "../day.ts";
import type { Chart } from "./charts.ts";
import { type BySide, measureGround } from "./ground.ts";
import { measureDay } from "./measures.ts";
import { countSettlements } from "./settlements.ts";

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
