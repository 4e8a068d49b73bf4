import { area } from "@turf/area";
import { difference } from "@turf/difference";
import { featureCollection, multiPolygon } from "@turf/helpers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutGround } from "../../../src/core/archive/changed-ground.ts";
import { type AreaGeometry, listPolygons, toAreaGeometry } from "../../../src/core/geometry.ts";
import { drawSquare } from "../drawn-areas.ts";

/** A crooked patch around a middle, on a grid of a thousandth of a degree, so that edges often meet. */
const anyPatch = fc
  .record({
    middle: fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })),
    reach: fc.array(fc.integer({ min: 4, max: 40 }), { minLength: 3, maxLength: 14 }),
  })
  .map(({ middle: [x, y], reach }) => {
    const ring = reach.map((far, index): [number, number] => {
      const angle = (index / reach.length) * 2 * Math.PI;
      return [Math.round(x + far * Math.cos(angle)) / 1000, Math.round(y + far * Math.sin(angle)) / 1000];
    });
    return [[...ring, ring[0] ?? [0, 0]]];
  })
  // Rounding can lay a ring of few corners flat.
  .filter((rings) => area({ type: "Polygon", coordinates: rings }) > 1000);

const measure = (geometry: AreaGeometry | undefined) => (geometry ? area(geometry) : 0);

/** What the polygon library leaves, several parts of what is taken laid over each other counted once. */
function judge(ground: AreaGeometry, taken: readonly (readonly (readonly number[])[])[][]): number {
  const features = [listPolygons(ground), ...taken.map((rings) => [rings])].map((polygons) =>
    multiPolygon(polygons as number[][][][]),
  );
  const left = difference(featureCollection(features))?.geometry;
  return left ? area(left) : 0;
}

describe("cutGround", () => {
  it("leaves as much ground as the polygon library does, also where what is taken overlaps itself", () => {
    fc.assert(
      fc.property(anyPatch, fc.array(anyPatch, { minLength: 1, maxLength: 3 }), (patch, taken) => {
        const ground = toAreaGeometry([patch]);
        const left = measure(cutGround(ground, toAreaGeometry(taken)));
        // A crossing is off by a centimetre at most, along edges of some kilometres.
        expect(Math.abs(left - judge(ground, taken))).toBeLessThan(2000);
      }),
      { numRuns: 100 },
    );
  });

  it("leaves nothing of ground that is taken whole, and all of it where only edges meet", () => {
    const ground: AreaGeometry = { type: "Polygon", coordinates: [drawSquare(0, 0, 2)] };
    expect(cutGround(ground, { type: "Polygon", coordinates: [drawSquare(-1, -1, 5)] })).toBeUndefined();
    expect(cutGround(ground, ground)).toBeUndefined();
    expect(cutGround(ground, { type: "Polygon", coordinates: [drawSquare(2, 0, 2)] })).toEqual(ground);
  });

  it("cuts a hole, and leaves an island in the hole of what is taken", () => {
    const ground: AreaGeometry = { type: "Polygon", coordinates: [drawSquare(0, 0, 9)] };
    const ring: AreaGeometry = {
      type: "Polygon",
      coordinates: [drawSquare(1, 1, 6), drawSquare(3, 3, 2).toReversed()],
    };
    const left = cutGround(ground, ring);
    expect(left && listPolygons(left).map((rings) => rings.length)).toEqual([2, 1]);
    // On the sphere two squares of the same size in degrees are no like areas; the three add up all the same.
    expect(measure(left) + measure(ring)).toBeCloseTo(measure(ground), -2);
  });
});
