import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { LineString, Point } from "geojson";
import { describe, expect, it } from "vitest";
import { isInside } from "../../../src/core/geometry.ts";
import {
  CELL_DEGREES,
  FAR_RANK,
  listCells,
  NEAR,
  UNITS_PER_DEGREE,
  type WorldCell,
} from "../../../src/core/world-cells.ts";
import { drawCells } from "../../../src/map/base/world-cells.ts";

const folder = fileURLToPath(new URL("../../../geodata/world/cells/", import.meta.url));
const files = new Map(
  readdirSync(folder).map((file) => [
    file.replace(".json", ""),
    JSON.parse(readFileSync(folder + file, "utf8")) as WorldCell,
  ]),
);

const WORLD = [-180, -90, 180, 90] as const;
const whole = drawCells(
  [...files.values()].map((cell) => ({ cell, shift: 0 })),
  WORLD,
);

describe("the files of the world's map", () => {
  it("have each place in the cell and the file that would be asked for it, with a name", () => {
    for (const [name, { places }] of files) {
      const [west = 0, south = 0] = name.replace(NEAR, "").split("_").map(Number);
      for (const [x, y, rank, latin] of places) {
        expect(latin).not.toBe("");
        expect(rank > FAR_RANK).toBe(name.endsWith(NEAR));
        expect(x / UNITS_PER_DEGREE - west).toBeGreaterThanOrEqual(-0.001);
        expect(x / UNITS_PER_DEGREE - west).toBeLessThanOrEqual(CELL_DEGREES + 0.001);
        expect(y / UNITS_PER_DEGREE - south).toBeGreaterThanOrEqual(-0.001);
        expect(y / UNITS_PER_DEGREE - south).toBeLessThanOrEqual(CELL_DEGREES + 0.001);
      }
    }
  });

  it.each([
    ["Kyiv", 30.52, 50.45, "cyrillic", "Київ"],
    ["Aden", 45.04, 12.79, "arabic", "عدن"],
    ["Mandalay", 96.08, 21.97, "myanmar", "မန္တလေးမြို့"],
    ["Tbilisi", 44.83, 41.69, "georgian", "თბილისი"],
    ["Buenos Aires", -58.38, -34.61, "latin", "Buenos Aires"],
  ])("have %s where it is, in its own script", (name, lng, lat, script, own) => {
    const found = whole.places.features.find(({ properties, geometry }) => {
      const [x = 0, y = 0] = (geometry as Point).coordinates;
      return properties?.["latin"] === name && Math.hypot(x - lng, y - lat) < 0.07;
    });
    expect(found?.properties?.[script]).toBe(own);
  });

  it("have the Danube at Vienna, Budapest and Belgrade, and Lake Victoria", () => {
    const courses = whole.rivers.features
      .filter(({ properties }) => /^(Danube|Donau|Duna|Dunav)/.test(String(properties?.["name"])))
      .flatMap(({ geometry }) => (geometry as LineString).coordinates);
    for (const [lng, lat] of [
      [16.4, 48.22],
      [19.05, 47.5],
      [20.46, 44.83],
    ] as const) {
      const nearest = Math.min(...courses.map(([x = 0, y = 0]) => Math.hypot(x - lng, y - lat)));
      expect(nearest).toBeLessThan(0.2);
    }
    const holds = whole.lakes.features.some(
      ({ geometry }) => geometry.type === "Polygon" && isInside([33, -1], geometry),
    );
    expect(holds).toBe(true);
  });
});

describe("the cells of a box", () => {
  it("are those that it touches", () => {
    expect(listCells([34.1, 33.9, 39.2, 37.7])).toEqual([{ name: "20_20", shift: 0 }]);
    expect(listCells([39, 39, 41, 41]).map(({ name }) => name)).toEqual(["20_20", "20_40", "40_20", "40_40"]);
  });

  it("go on beyond 180 degrees, moved to where the map goes on", () => {
    expect(listCells([175, -19, 185, -10])).toEqual([
      { name: "160_-20", shift: 0 },
      { name: "-180_-20", shift: 360 },
    ]);
    const cell = files.get("-180_-20");
    if (!cell) throw new Error("no such cell");
    const { places } = drawCells([{ cell, shift: 360 }], [175, -30, 200, -10]);
    expect(places.features.length).toBeGreaterThan(0);
    for (const { geometry } of places.features)
      expect((geometry as Point).coordinates[0]).toBeGreaterThan(175);
  });

  it("are each asked for once by a box around the world", () => {
    const names = listCells(WORLD).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect([...files.keys()].filter((name) => !names.includes(name.replace(NEAR, "")))).toEqual([]);
  });
});
