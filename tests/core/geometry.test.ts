import { describe, expect, it } from "vitest";
import type { Position } from "geojson";
import { findBounds, isEmptyBox, isInBounds, joinBounds } from "../../src/core/geometry.ts";
import { outlineCorridor } from "../../src/core/measure/corridor.ts";
import { findBaseBounds, placeRegionNames } from "../../src/map/base/base.ts";
import { findWaters } from "../../src/map/base/sea.ts";

/** More than may be passed to a function at once. */
const MANY = 150_000;

function drawCircle(count: number, radius: number): [number, number][] {
  const ring = Array.from({ length: count }, (_, index): [number, number] => {
    const angle = (2 * Math.PI * index) / count;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
  return [...ring, ring[0] ?? [0, 0]];
}

const CIRCLE = drawCircle(MANY, 10);
const land = {
  type: "FeatureCollection" as const,
  features: [
    {
      type: "Feature" as const,
      properties: { id: "1", name: "Round" },
      geometry: { type: "Polygon" as const, coordinates: [CIRCLE] },
    },
    {
      type: "Feature" as const,
      properties: { id: "2", name: "Small" },
      geometry: {
        type: "Polygon" as const,
        coordinates: [drawCircle(8, 5).map(([x, y]): Position => [x + 20, y])],
      },
    },
  ],
};
const NOTHING = { type: "FeatureCollection" as const, features: [] };

describe("the box around a shape", () => {
  it.each([
    ["a position", [3, 4], [3, 4, 3, 4]],
    [
      "a line",
      [
        [3, 4],
        [1, 9],
      ],
      [1, 4, 3, 9],
    ],
    [
      "a polygon",
      {
        coordinates: [
          [
            [3, 4],
            [1, 9],
            [2, -1],
            [3, 4],
          ],
        ],
      },
      [1, -1, 3, 9],
    ],
    [
      "polygons, one of them empty",
      {
        coordinates: [
          [],
          [
            [
              [3, 4],
              [1, 9],
            ],
          ],
        ],
      },
      [1, 4, 3, 9],
    ],
  ] as const)("is right for %s", (_, shape, box) => expect(findBounds(shape)).toEqual(box));

  it("is one that nothing is inside where there is no position", () => {
    for (const box of [
      findBounds([]),
      findBounds({ coordinates: [[]] }),
      joinBounds([]),
      joinBounds([findBounds([])]),
    ]) {
      expect(isEmptyBox(box)).toBe(true);
      expect(isInBounds([0, 0], box)).toBe(false);
    }
    expect(joinBounds([findBounds([]), [1, 2, 3, 4], [0, 3, 1, 9]])).toEqual([0, 2, 3, 9]);
  });
});

describe(`a shape of ${MANY} vertices`, () => {
  it("has a box", () => {
    expect(() => Math.min(...CIRCLE.map(([x]) => x))).toThrow(RangeError);
    const box = findBounds({ coordinates: [CIRCLE] });
    for (const [at, degrees] of [-10, -10, 10, 10].entries()) expect(box[at]).toBeCloseTo(degrees, 6);
  });

  it("can be a part of the base map, whose name finds its place", () => {
    const base = {
      land,
      coasts: NOTHING,
      borders: NOTHING,
      rivers: NOTHING,
      lakes: NOTHING,
      roads: NOTHING,
      places: NOTHING,
    };
    expect(findBaseBounds(base)?.[2]).toBeCloseTo(25, 6);
    const { features } = placeRegionNames(
      { ...land, features: land.features.toReversed() },
      [-30, -30, 30, 30],
    );
    expect(features).toHaveLength(1);
  });

  it("can be a coast", () => {
    const waters = findWaters([[CIRCLE.filter(([x]) => x > -9.9)]], [-9, -20, 20, 20]);
    expect(waters.flat(2).length).toBeGreaterThan(MANY / 2);
  });

  it("can be the course of a corridor", () => {
    const course = Array.from({ length: MANY }, (_, index) => [36 + index * 1e-6, 35] as const);
    const outline = outlineCorridor(course, 5);
    expect(outline?.coordinates[0]?.length).toBeLessThan(100);
  });
});
