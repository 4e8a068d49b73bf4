import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { MultiPolygon, Position as Coordinates } from "geojson";
import { merge } from "topojson-client";
import { describe, expect, it } from "vitest";
import { type Bounds, isInside, type Position } from "../../../src/core/geometry.ts";
import { findWaters } from "../../../src/map/base/sea.ts";

const square = (west: number, south: number, size: number): Coordinates[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const BOX: Bounds = [0, 0, 10, 10];

function areaOf(polygons: readonly Coordinates[][][]): number {
  const ofRing = (ring: Coordinates[]) =>
    Math.abs(
      ring.reduce((sum, [x = 0, y = 0], index) => {
        const [nextX = 0, nextY = 0] = ring[index + 1] ?? ring[0] ?? [];
        return sum + x * nextY - nextX * y;
      }, 0),
    ) / 2;
  return polygons.reduce(
    (sum, [outline = [], ...holes]) =>
      sum + ofRing(outline) - holes.reduce((inner, hole) => inner + ofRing(hole), 0),
    0,
  );
}

describe("the waters of a box", () => {
  it.each<[string, Coordinates[][][], number]>([
    ["no land", [], 100],
    ["land everywhere", [[square(-5, -5, 20)]], 0],
    ["an island", [[square(4, 4, 2)]], 96],
    ["a coast along one side", [[square(-5, -5, 8)]], 91],
    [
      "land from side to side",
      [
        [
          [
            [-1, 4],
            [11, 4],
            [11, 6],
            [-1, 6],
            [-1, 4],
          ],
        ],
      ],
      80,
    ],
    ["capes of two lands", [[square(-5, -5, 8)], [square(8, 8, 8)]], 87],
    ["a lake in the land", [[square(-5, -5, 20), square(4, 4, 2)]], 4],
    ["an island in a lake", [[square(-5, -5, 20), square(2, 2, 6)], [square(4, 4, 2)]], 32],
  ])("are all that is not land, with %s, whichever way the rings run", (_, land, expected) => {
    const turned = land.map((polygon) => polygon.map((ring) => ring.toReversed()));
    expect(areaOf(findWaters(land, BOX))).toBeCloseTo(expected, 9);
    expect(areaOf(findWaters(turned, BOX))).toBeCloseTo(expected, 9);
  });

  it.each<[string, Bounds]>([
    ["the Black Sea", [16.1, 34.2, 54.3, 62.4]],
    ["the Aegean", [20.1, 34.3, 30.2, 42.1]],
    ["Indonesia", [95.3, -12.2, 142.1, 8.4]],
    ["the Great Lakes", [-95.3, 38.2, -70.1, 52.4]],
    ["inner Africa", [18.2, 8.1, 24.3, 14.4]],
  ])("are, around %s, where Turf finds no land", (_, box) => {
    const land = readLand();
    const waters: MultiPolygon = { type: "MultiPolygon", coordinates: findWaters(land.coordinates, box) };
    const near = land.coordinates.filter(([outline = []]) =>
      outline.some(
        ([x = 0, y = 0]) => x > box[0] - 40 && x < box[2] + 40 && y > box[1] - 40 && y < box[3] + 40,
      ),
    );
    const [west, south, east, north] = box;
    let random = 7;
    const next = () => (random = (random * 48271) % 2147483647) / 2147483647;
    for (let sample = 0; sample < 400; sample++) {
      const position: Position = [west + next() * (east - west), south + next() * (north - south)];
      const isLand = isInside(position, { type: "MultiPolygon", coordinates: near });
      expect([position, isInside(position, waters)]).toEqual([position, !isLand]);
    }
  });
});

function readLand(): MultiPolygon {
  const path = createRequire(import.meta.url).resolve("world-atlas/land-50m.json");
  const world = JSON.parse(readFileSync(path, "utf8"));
  return merge(world, world.objects.land.geometries);
}
