import { distance } from "@turf/distance";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Position } from "../../src/core/geometry.ts";
import { fromPlaneKm, KM_PER_DEGREE, measureKmToSegment, toPlaneKm } from "../../src/core/plane.ts";

const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
const origin = fc.tuple(degrees(170), degrees(60));
const near = fc.tuple(degrees(0.5), degrees(0.5));
const add = ([lng, lat]: Position, [east, north]: Position): [number, number] => [lng + east, lat + north];

describe("the plane around a place", () => {
  it("has a degree of latitude as long as Turf has it", () => {
    expect(KM_PER_DEGREE).toBeCloseTo(distance([0, 0], [0, 1]), 9);
  });

  it("has distances within a hundredth of Turf's, and leads back", () => {
    fc.assert(
      fc.property(origin, near, (from, step) => {
        const to = add(from, step);
        const [east, north] = toPlaneKm(to, from);
        const turf = distance(from, to);
        expect(Math.abs(Math.hypot(east, north) - turf)).toBeLessThanOrEqual(turf * 0.01 + 1e-6);
        const [lng, lat] = fromPlaneKm([east, north], from);
        expect([lng - to[0], lat - to[1]].every((off) => Math.abs(off) < 1e-9)).toBe(true);
      }),
    );
  });

  it("has the nearest of many points of a segment as far away as the segment", () => {
    fc.assert(
      fc.property(origin, near, near, (position, one, other) => {
        const [start, end] = [add(position, one), add(position, other)];
        const points = Array.from({ length: 501 }, (_, step): [number, number] => {
          const share = step / 500;
          return [start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share];
        });
        const nearest = points.reduce((least, point) => Math.min(least, distance(position, point)), Infinity);
        const stepKm = distance(start, end) / 500;
        const measured = measureKmToSegment(position, start, end, position);
        expect(Math.abs(measured - nearest)).toBeLessThanOrEqual(nearest * 0.01 + stepKm + 1e-6);
      }),
      { numRuns: 50 },
    );
  });
});
