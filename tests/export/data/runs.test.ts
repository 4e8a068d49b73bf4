import { area } from "@turf/area";
import { describe, expect, it } from "vitest";
import { type Atlas, listAreasOn, listFrontLinesOn } from "../../../src/core/atlas.ts";
import { addDays, day } from "../../../src/core/day.ts";
import { listHoldings, measureHoldingKm2 } from "../../../src/core/measure/holdings.ts";
import { listAreaRuns, listLineRuns, listMissingDays } from "../../../src/export/data/runs.ts";
import { DAYS_WITH_ALL, openAtlas, openMini } from "../../fixtures/exported.ts";
import { box, collect, declare, drawArea } from "../../fixtures/small-war.ts";

function wholeStory({ dataset }: Atlas) {
  return { from: dataset.firstDay, to: dataset.lastDay };
}

/** Every position of a geometry, in an order that does not tell where a ring starts or which way round it runs. */
function sortPositions({ coordinates }: { readonly coordinates: unknown }): string[] {
  const flat = (coordinates as readonly unknown[]).flat(3) as number[];
  const pairs = flat.flatMap((lng, index) => (index % 2 === 0 ? [`${lng} ${flat[index + 1]}`] : []));
  return [...new Set(pairs)].toSorted();
}

describe("the runs of ground", () => {
  it.each([
    ["the mini data set", openMini],
    ["daily files with a gap", () => openAtlas(DAYS_WITH_ALL)],
  ])("have on each day of %s just what is known of it, and are told once", async (_, open) => {
    const atlas = await open();
    const areas = listAreaRuns(atlas, wholeStory(atlas));
    const lines = listLineRuns(atlas, wholeStory(atlas));
    for (const today of atlas.days) {
      const isOn = (run: { from: string; to: string }) => run.from <= today && today <= run.to;
      const told = areas.filter(isOn).map(({ side, geometry }) => [side, sortPositions(geometry)]);
      const known = listAreasOn(atlas, today).map(({ side, geometry }) => [side, sortPositions(geometry)]);
      expect(told.toSorted()).toEqual(known.toSorted());
      expect(lines.filter(isOn).map(({ geometry }) => sortPositions(geometry))).toEqual(
        listFrontLinesOn(atlas, today).map(({ geometry }) => sortPositions(geometry)),
      );
    }
    for (const runs of [areas, lines]) {
      const ends = runs.map((run) => [addDays(run.to, 1), JSON.stringify(run.geometry)].join());
      const starts = runs.map((run) => [run.from, JSON.stringify(run.geometry)].join());
      expect(starts.filter((start) => ends.includes(start))).toEqual([]);
    }
  });

  it("go over days on which nothing moves, and end at a missing day", async () => {
    const atlas = await openAtlas(DAYS_WITH_ALL);
    const days = listAreaRuns(atlas, wholeStory(atlas)).map(({ side, from, to }) => [side, from, to]);
    expect(days).toEqual([
      ["red", "2024-01-01", "2024-01-02"],
      ["blue", "2024-01-01", "2024-01-02"],
      ["red", "2024-01-03", "2024-01-03"],
      ["blue", "2024-01-03", "2024-01-03"],
      ["red", "2024-01-05", "2024-01-05"],
      ["blue", "2024-01-05", "2024-01-05"],
      ["red", "2024-01-06", "2024-01-06"],
      ["blue", "2024-01-06", "2024-01-06"],
    ]);
    expect(listMissingDays(atlas, wholeStory(atlas))).toEqual([{ from: "2024-01-04", to: "2024-01-04" }]);
  });

  it("are cut to the days asked for, of which there may be none", async () => {
    const atlas = await openAtlas(DAYS_WITH_ALL);
    const on = (from: string, to = from) => listAreaRuns(atlas, { from: day(from), to: day(to) });
    expect(on("2024-01-02", "2024-01-03").map(({ from, to }) => `${from} ${to}`)).toEqual([
      "2024-01-02 2024-01-02",
      "2024-01-02 2024-01-02",
      "2024-01-03 2024-01-03",
      "2024-01-03 2024-01-03",
    ]);
    expect(on("2024-01-04")).toEqual([]);
  });

  it("have what is left of a theatre, as large as it is measured", async () => {
    const atlas = await openAtlas({
      ...DAYS_WITH_ALL,
      ...declare({
        default_side: "blue",
        files: { settlements: "places.csv", control: "daily", theatre: "theatre.geojson" },
      }),
      "theatre.geojson": collect(drawArea("", box(30, 46, 35, 48))),
      "daily/2024-01-01.geojson": collect(drawArea("red", box(31, 46.5, 32, 47))),
      "daily/2024-01-02.geojson": collect(drawArea("red", box(31, 46.5, 32, 47))),
    });
    const left = listAreaRuns(atlas, wholeStory(atlas)).filter(({ holding }) => holding === "remainder");
    expect(left[0]).toMatchObject({ side: "blue", from: "2024-01-01", to: "2024-01-02" });
    expect(left[0]?.geometry.coordinates).toHaveLength(2);
    for (const { from, geometry } of left) {
      const rest = listHoldings(atlas, from).find(({ kind }) => kind === "remainder");
      const km2 = rest ? measureHoldingKm2(rest) : 0;
      expect(km2).toBeGreaterThan(1000);
      expect(area(geometry) / 1e6 / km2).toBeCloseTo(1, 6);
    }
  });
});
