import { distance } from "@turf/distance";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outlineCircle } from "../../src/core/circle.ts";

describe("a circle on the ground", () => {
  it("has its corners as far from its middle as another library measures, anywhere that a map shows", () => {
    const lng = fc.double({ min: -180, max: 180, noNaN: true });
    const lat = fc.double({ min: -80, max: 80, noNaN: true });
    fc.assert(
      fc.property(lng, lat, fc.double({ min: 0.1, max: 500, noNaN: true }), (east, north, radiusKm) => {
        const ring = outlineCircle([east, north], radiusKm);
        expect(ring?.[0]).toEqual(ring?.at(-1));
        for (const corner of ring ?? [])
          expect(distance([east, north], [...corner])).toBeCloseTo(radiusKm, 5);
        // Anticlockwise, and nowhere across the whole map.
        const area = (ring ?? []).reduce((sum, [x, y], index) => {
          const [nextX = x, nextY = y] = ring?.[index + 1] ?? [];
          return sum + (x - east) * (nextY - north) - (nextX - east) * (y - north);
        }, 0);
        expect(area).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it("is none where it would reach beyond the edge of the map", () => {
    expect(outlineCircle([10, 84], 500)).toBeUndefined();
    expect(outlineCircle([10, -84], 500)).toBeUndefined();
  });
});
