import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { kinks } from "@turf/kinks";
import type { MultiPolygon, Polygon } from "geojson";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type AreaCollection, type ConflictOptions, generateConflict, writeConflict } from "./generate.ts";

const OPTIONS: ConflictOptions = { days: 120, settlements: 300, vertices: 1000, seed: 7, sides: "two" };
const DAYS = [...generateConflict(OPTIONS).listDailyAreas()];

test("the areas of every day are valid: no ring crosses or touches itself, and all are closed", () => {
  const small = generateConflict({ ...OPTIONS, vertices: 250, days: 200 });
  for (const { day, areas } of small.listDailyAreas()) {
    for (const { geometry } of areas.features) {
      expect(kinks(geometry).features, day).toEqual([]);
      for (const ring of listRings(geometry)) expect(ring.at(0)).toEqual(ring.at(-1));
    }
  }
});

test("about 1 % of the vertices differ from the day before, in a few sectors, and none on some days", () => {
  const parts = DAYS.slice(1).map(({ areas }, index) => {
    const before = new Set(listVertices(DAYS[index]?.areas));
    const after = listVertices(areas);
    return after.filter((vertex) => !before.has(vertex)).length / after.length;
  });
  const average = parts.reduce((sum, part) => sum + part, 0) / parts.length;
  expect(average).toBeGreaterThan(0.006);
  expect(average).toBeLessThan(0.015);
  expect(parts.filter((part) => part === 0).length).toBeGreaterThan(5);
  expect(Math.max(...parts)).toBeLessThan(0.06);
});

test("the front keeps its number of vertices and enclaves come and go", () => {
  const ringCounts = DAYS.map(({ areas }) =>
    areas.features.reduce((sum, { geometry }) => sum + listRings(geometry).length, 0),
  );
  expect(new Set(ringCounts).size).toBeGreaterThan(1);
  for (const { areas } of DAYS) {
    const [west] = areas.features;
    const count = west ? (listRings(west.geometry)[0]?.length ?? 0) : 0;
    expect(Math.abs(count - 1000)).toBeLessThan(100);
  }
});

test("every settlement lies in the area of one side and one only, on every day", () => {
  const { settlements } = generateConflict(OPTIONS);
  for (const { areas } of DAYS.filter((_, index) => index % 40 === 0)) {
    for (const { position } of settlements) {
      const holders = areas.features.filter(({ geometry }) => booleanPointInPolygon([...position], geometry));
      expect(holders).toHaveLength(1);
    }
  }
});

test("the same options give the same conflict, another seed another one", () => {
  expect([...generateConflict(OPTIONS).listDailyAreas()]).toEqual(DAYS);
  expect([...generateConflict({ ...OPTIONS, seed: 8 }).listDailyAreas()]).not.toEqual(DAYS);
});

test("writes a data set without the missing days, with the traps that are asked for", async () => {
  const folder = await mkdtemp(join(tmpdir(), "conflict-"));
  try {
    const options = {
      ...OPTIONS,
      days: 5,
      sides: "one",
      missing: [2],
      clockwise: true,
      heights: true,
    } as const;
    await writeConflict(folder, options);
    expect((await readdir(join(folder, "daily"))).toSorted()).toEqual([
      "2022-02-24.geojson",
      "2022-02-25.geojson",
      "2022-02-27.geojson",
      "2022-02-28.geojson",
    ]);
    const text = await readFile(join(folder, "daily", "2022-02-24.geojson"), "utf8");
    const areas: AreaCollection = JSON.parse(text);
    expect(areas.features.map(({ properties }) => properties.side)).toEqual(["east"]);
    expect(areas.features[0] && listRings(areas.features[0].geometry)[0]?.[0]).toHaveLength(3);
    expect((await readFile(join(folder, "places.csv"), "utf8")).trim().split("\n")).toHaveLength(301);
  } finally {
    await rm(folder, { recursive: true });
  }
});

function listRings(geometry: Polygon | MultiPolygon): readonly (readonly (readonly number[])[])[] {
  return geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
}

function listVertices(areas: AreaCollection | undefined): string[] {
  return (areas?.features ?? []).flatMap(({ geometry }) =>
    listRings(geometry).flatMap((ring) => ring.map((position) => position.join())),
  );
}
