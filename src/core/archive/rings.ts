import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { type Bounds, findBounds, isInBounds } from "../geometry.ts";

/** Positions, longitude first, in degrees; the first and the last are the same. */
export type Ring = readonly (readonly [lng: number, lat: number])[];

/**
 * Rings put together to polygons: each counter-clockwise ring begins one, and so does one that crosses itself so that
 * its parts cancel out; each clockwise ring is a hole of the smallest that has it inside. A hole inside none is left
 * out: there is no ground to cut it from.
 */
export function groupRings(rings: readonly Ring[]): readonly (readonly Ring[])[] {
  const measured = rings.map((ring) => ({ ring, area: measureSignedArea(ring), box: findBounds(ring) }));
  const polygons = measured
    .filter(({ area }) => area >= 0)
    .map((outer) => ({ ...outer, parts: [outer.ring] }));
  const bySize = polygons.toSorted((a, b) => a.area - b.area);
  for (const hole of measured) {
    if (hole.area >= 0) continue;
    bySize.find((outer) => outer.area >= -hole.area && isRingInside(hole, outer))?.parts.push(hole.ring);
  }
  return polygons.map(({ parts }) => parts);
}

/** Twice the area on the plane of degrees: positive if the ring runs counter-clockwise. */
export function measureSignedArea(ring: readonly (readonly number[])[]): number {
  const [originLng = 0, originLat = 0] = ring[0] ?? [];
  let sum = 0;
  for (let index = 1; index < ring.length; index++) {
    const [ax = 0, ay = 0] = ring[index - 1] ?? [];
    const [bx = 0, by = 0] = ring[index] ?? [];
    sum += (ax - originLng) * (by - originLat) - (bx - originLng) * (ay - originLat);
  }
  return sum;
}

interface Boxed {
  readonly ring: Ring;
  readonly box: Bounds;
}

/** Rings may touch, so the first vertex of the inner one that lies on no edge of the outer one decides. */
function isRingInside(inner: Boxed, outer: Boxed): boolean {
  const [west, south, east, north] = inner.box;
  if (!isInBounds([west, south], outer.box) || !isInBounds([east, north], outer.box)) return false;
  const polygon = { type: "Polygon" as const, coordinates: [outer.ring as [number, number][]] };
  for (const vertex of inner.ring) {
    const position = vertex as [number, number];
    if (!booleanPointInPolygon(position, polygon)) return false;
    if (booleanPointInPolygon(position, polygon, { ignoreBoundary: true })) return true;
  }
  // Every vertex lies on the outer ring: a hole as large as its ground, or cut off by an edge of its own.
  return true;
}
