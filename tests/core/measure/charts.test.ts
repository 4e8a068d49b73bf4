import { describe, expect, it } from "vitest";
import type { MeasureRecord } from "../../../src/export/measure-records.ts";
import { printMeasures } from "../../../src/cli/measure.ts";
import { buildAtlas } from "../../../src/core/atlas.ts";
import { addDays, day, type Day, listDays } from "../../../src/core/day.ts";
import { findSeries } from "../../../src/core/measure/chart-series.ts";
import { type Chart, listCharts, listReported } from "../../../src/core/measure/charts.ts";
import { loadBundled } from "../../geodata/bundled.ts";
import { drawDay, START } from "../drawn-areas.ts";
import { buildDrawnAtlas } from "../drawn-story.ts";

const atlas = buildAtlas((await loadBundled()).dataset);
const charts = listCharts(atlas);

/** The whole line of each side, by side. */
function workOut(of: typeof atlas, chart: Chart): ReadonlyMap<string, readonly (number | undefined)[]> {
  const series = findSeries(of, chart);
  while (!series.isDone()) series.workOn();
  return new Map(series.listLines().map(({ side, values }) => [side, values]));
}

describe("charts", () => {
  it("say of each day what the command line measures", () => {
    const [from, to] = [day("2020-02-01"), day("2020-02-20")];
    const printed = JSON.parse(printMeasures(atlas, { from, to, format: "json" })) as MeasureRecord[];
    const region = atlas.dataset.chiefRegion ?? "";
    type Measured = readonly [string, (record: MeasureRecord) => Readonly<Record<string, number>>, number];
    const measured: readonly Measured[] = [
      ["area", (record) => record.area_km2, 1],
      ["settlements", (record) => record.settlements, 1],
      ["share", (record) => record.regions[region]?.share ?? {}, 100],
      ...atlas.dataset.highways.map(
        ({ id }): Measured => [`highway:${id}`, (record: MeasureRecord) => record.highways_km[id] ?? {}, 1],
      ),
    ];
    expect(measured.length).toBe(5);
    for (const [key, read, factor] of measured) {
      const chart = charts.find((candidate) => candidate.key === key);
      const lines = workOut(atlas, chart as Chart);
      expect([key, lines.size > 0]).toEqual([key, true]);
      for (const record of printed) {
        const index = atlas.days.indexOf(record.day as Day);
        for (const [side, values] of lines) {
          const [drawn, told] = [values[index] ?? Number.NaN, read(record)[side] ?? Number.NaN];
          expect([key, record.day, side, Math.abs(drawn - told * factor) < 0.0051 * factor]).toEqual([
            key,
            record.day,
            side,
            true,
          ]);
        }
      }
    }
  });

  it("have each number of the documents with a day of the story exactly once", () => {
    const { figures, firstDay, lastDay } = atlas.dataset;
    const drawn = charts.flatMap((chart) => listReported(atlas, chart).map(({ id }) => id));
    const told = figures.filter((figure) => figure.lastDay >= firstDay && figure.lastDay <= lastDay);
    expect(drawn.toSorted()).toEqual(told.map(({ id }) => id).toSorted());
  });

  it("have one unit each", () => {
    for (const chart of charts) {
      const units = new Set(listReported(atlas, chart).map(({ unit }) => unit));
      expect(units.size).toBeLessThanOrEqual(1);
    }
  });

  it("know nothing on a missing day, and go on after it", () => {
    const nth = (step: number) => addDays(START, step);
    const flat = (height: number) => Array.from({ length: 9 }, () => height);
    const gapped = buildDrawnAtlas({
      areas: [...drawDay(flat(2), START, nth(2)), ...drawDay(flat(4), nth(4), nth(5))],
      places: [],
      days: listDays(START, nth(4)),
    });
    const lines = workOut(gapped, { key: "area", kind: "area" });
    expect(lines.size).toBe(2);
    for (const values of lines.values()) {
      expect(values.map((value) => value === undefined)).toEqual([false, false, true, true, false]);
    }
  });

  it("are worked out a day at a time, and never twice", () => {
    const chart = charts.find(({ kind }) => kind === "settlements") as Chart;
    const fresh = { ...atlas };
    const series = findSeries(fresh, chart);
    series.workOn();
    series.workOn();
    expect(series.listLines()[0]?.values.length).toBe(2);
    expect(findSeries(fresh, chart)).toBe(series);
  });
});
