import { area } from "@turf/area";
import { difference } from "@turf/difference";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AreaGeometry } from "../../../src/core/geometry.ts";
import { measureOverlapKm2 } from "../../../src/core/measure/overlap.ts";
import { anyStory } from "../drawn-areas.ts";

/** Turf's answer: what is left of the whole when the part outside has been cut off. */
function judge(one: AreaGeometry, other: AreaGeometry): number {
  const [first, second] = [one, other].map((geometry) => ({
    type: "Feature" as const,
    properties: {},
    geometry,
  }));
  if (!first || !second) throw new Error("Two shapes were given");
  const outside = difference({ type: "FeatureCollection", features: [first, second] });
  return (area(first) - (outside ? area(outside) : 0)) / 1e6;
}

/** Draws the square of eight degrees as one of 0.8 degrees at 35 degrees north, where the stories are. */
function shrink(geometry: AreaGeometry): AreaGeometry {
  const ring = (points: number[][]) => points.map(([x = 0, y = 0]) => [36 + x / 10, 35 + y / 10]);
  return geometry.type === "Polygon"
    ? { type: "Polygon", coordinates: geometry.coordinates.map(ring) }
    : { type: "MultiPolygon", coordinates: geometry.coordinates.map((rings) => rings.map(ring)) };
}

function reverse(geometry: AreaGeometry): AreaGeometry {
  const ring = (points: number[][]) => points.toReversed();
  return geometry.type === "Polygon"
    ? { type: "Polygon", coordinates: geometry.coordinates.map(ring) }
    : { type: "MultiPolygon", coordinates: geometry.coordinates.map((rings) => rings.map(ring)) };
}

function box(west: number, south: number, east: number, north: number): number[][] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

const anyTwo = anyStory.chain(({ areas }) => {
  const shape = fc.constantFrom(...areas.map(({ geometry }) => shrink(geometry)));
  return fc.tuple(shape, shape);
});

// Of some 6,500 square kilometres. Turf's overlay takes edges as straight in degrees, we on the equal-area plane.
// The longest edges, of 0.75 degree, part the two by up to 1.3 (seed -1416816301).
const TOLERANCE_KM2 = 2;

describe("measureOverlapKm2", () => {
  it("gives the same as Turf's overlay, also where the shapes share borders", () => {
    fc.assert(
      fc.property(anyTwo, ([one, other]) => {
        expect(Math.abs(measureOverlapKm2(one, other) - judge(one, other))).toBeLessThan(TOLERANCE_KM2);
      }),
      { numRuns: 200 },
    );
  });

  it("gives a shape's whole area with itself, as Turf measures it", () => {
    fc.assert(
      fc.property(anyTwo, ([one]) => {
        expect(measureOverlapKm2(one, one)).toBeCloseTo(area(one) / 1e6, 6);
      }),
    );
  });

  it("does not mind which shape comes first, nor which way rings run", () => {
    fc.assert(
      fc.property(anyTwo, ([one, other]) => {
        const overlap = measureOverlapKm2(one, other);
        expect(measureOverlapKm2(other, one)).toBeCloseTo(overlap, 6);
        expect(measureOverlapKm2(reverse(one), other)).toBeCloseTo(overlap, 6);
      }),
    );
  });

  it("leaves out holes and adds up the parts of several polygons", () => {
    const ringed: AreaGeometry = {
      type: "Polygon",
      coordinates: [box(36, 35, 37, 36), box(36.4, 35.4, 36.6, 35.6)],
    };
    const two: AreaGeometry = {
      type: "MultiPolygon",
      coordinates: [[box(36.3, 35.3, 36.5, 35.5)], [box(36.8, 35.8, 37.2, 36.2)]],
    };
    expect(measureOverlapKm2(ringed, two)).toBeCloseTo(judge(ringed, two), 4);
    expect(measureOverlapKm2(ringed, two)).toBeLessThan(area(two) / 1e6);
  });

  it("is exactly zero for shapes that lie apart", () => {
    const west: AreaGeometry = { type: "Polygon", coordinates: [box(36, 35, 36.4, 36)] };
    const east: AreaGeometry = { type: "Polygon", coordinates: [box(36.6, 35, 37, 36)] };
    expect(measureOverlapKm2(west, east)).toBe(0);
  });
});
