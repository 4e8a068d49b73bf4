import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AreaGeometry, Position } from "../../../src/core/geometry.ts";
import { createClipper } from "../../../src/core/measure/clip.ts";
import { drawSquare } from "../drawn-areas.ts";

const SAMPLES = 400;

/** The share of the line whose points, taken at equal steps, Turf finds in the area. */
function sampleShare(start: Position, end: Position, geometry: AreaGeometry): number {
  const inside = Array.from({ length: SAMPLES }, (_, index) => (index + 0.5) / SAMPLES).filter((share) =>
    booleanPointInPolygon(
      [start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share],
      geometry,
    ),
  );
  return inside.length / SAMPLES;
}

const sumParts = (parts: readonly (readonly [number, number])[]) =>
  parts.reduce((sum, [from, to]) => sum + to - from, 0);

/** On a fine grid: as far from rounding as the positions of a map are. */
const anyDegree = fc.integer({ min: -400, max: 1200 }).map((hundredths) => hundredths / 100);
const anyPosition = fc.tuple(anyDegree, anyDegree);

describe("createClipper", () => {
  it("gives the parts of a line that a sample of its points has inside, with holes and several pieces", () => {
    const geometry: AreaGeometry = {
      type: "MultiPolygon",
      coordinates: [[drawSquare(0, 0, 5), drawSquare(1, 1, 2).toReversed()], [drawSquare(6, 6, 3)]],
    };
    const listInside = createClipper(geometry);
    fc.assert(
      fc.property(anyPosition, anyPosition, (start, end) => {
        // A sample is off by one step at most at each of the eight edges that a line may cross.
        expect(Math.abs(sumParts(listInside(start, end)) - sampleShare(start, end, geometry))).toBeLessThan(
          8 / SAMPLES,
        );
      }),
      { numRuns: 200 },
    );
  });

  it("follows a crooked outline", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 9, maxLength: 9 }), (heights) => {
        const top = heights.map((height, index) => [8 - index, height]);
        const geometry: AreaGeometry = { type: "Polygon", coordinates: [[[0, 0], [8, 0], ...top, [0, 0]]] };
        const [start, end]: [Position, Position] = [
          [-0.5, 4.5],
          [8.5, 3.25],
        ];
        expect(
          Math.abs(sumParts(createClipper(geometry)(start, end)) - sampleShare(start, end, geometry)),
        ).toBeLessThan(10 / SAMPLES);
      }),
      { numRuns: 60 },
    );
  });

  it("cuts to the point where the line crosses the edge", () => {
    const listInside = createClipper({ type: "Polygon", coordinates: [drawSquare(0, 0, 4)] });
    expect(listInside([-1, 1], [1, 1])).toEqual([[0.5, 1]]);
    expect(listInside([-4, 2], [12, 2])).toEqual([[0.25, 0.5]]);
    expect(listInside([1, 1], [3, 3])).toEqual([[0, 1]]);
    expect(listInside([5, 1], [6, 3])).toEqual([]);
  });

  it("counts a line along the edge as inside, and one that only touches a corner as nothing", () => {
    const listInside = createClipper({ type: "Polygon", coordinates: [drawSquare(0, 0, 4)] });
    expect(sumParts(listInside([0, 1], [0, 3]))).toBe(1);
    expect(sumParts(listInside([-1, 1], [1, -1]))).toBeCloseTo(0, 12);
    expect(listInside([2, 2], [2, 2])).toEqual([[0, 1]]);
  });
});
