import { measureSignedArea } from "../core/archive/rings.ts";
import { findBounds, isInBounds, type Position } from "../core/geometry.ts";

type Ring = readonly (readonly number[])[];

/** More rings are told apart by which way round they run: looking into each other takes the square of their number. */
const MOST_COMPARED = 1500;

/**
 * Loose rings as polygons: a ring within an odd number of others is a hole in the smallest of them, whichever way round it runs. Only
 * among very many rings those that run clockwise are taken for outlines, as the format has it.
 */
export function readPolygons(rings: readonly Ring[]): Ring[][] {
  const sound = rings.filter(({ length }) => length > 0);
  if (sound.length < 2) return sound.map((ring) => [ring]);
  const known = sound.map((ring) => ({
    ring,
    bounds: findBounds(ring),
    area: measureSignedArea(ring as Position[]),
  }));
  if (known.length > MOST_COMPARED && !known.some(({ area }) => area < 0))
    return known.map(({ ring }) => [ring]);
  const isByWinding = known.length > MOST_COMPARED;
  const outlines = isByWinding ? known.filter(({ area }) => area < 0) : known;
  const around = known.map((inner) => {
    if (isByWinding && inner.area < 0) return [];
    return outlines.filter(
      (outer) => outer !== inner && Math.abs(outer.area) > Math.abs(inner.area) && isWithin(inner, outer),
    );
  });
  const polygons = new Map<Ring, Ring[]>();
  for (const [index, { ring }] of known.entries())
    if ((around[index]?.length ?? 0) % 2 === 0) polygons.set(ring, [ring]);
  for (const [index, { ring }] of known.entries()) {
    const outers = around[index] ?? [];
    if (outers.length % 2 === 0) continue;
    const smallest = outers.reduce((least, next) =>
      Math.abs(next.area) < Math.abs(least.area) ? next : least,
    );
    const polygon = polygons.get(smallest.ring);
    if (polygon) polygon.push(ring);
    else polygons.set(ring, [ring]);
  }
  return [...polygons.values()];
}

type Known = { readonly ring: Ring; readonly bounds: ReturnType<typeof findBounds>; readonly area: number };

/** Whether a ring lies in another, as the first of its corners tells that is not on the other's edge. */
function isWithin(inner: Known, outer: Known): boolean {
  for (const [x = 0, y = 0] of inner.ring) {
    if (!isInBounds([x, y], outer.bounds)) return false;
    const side = findSide(x, y, outer.ring);
    if (side !== 0) return side > 0;
  }
  return false;
}

/** 1 within, -1 outside, 0 on the edge, by counting how often a ray to the right crosses the ring. */
function findSide(x: number, y: number, ring: Ring): number {
  let isIn = false;
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
    const [ax = 0, ay = 0] = ring[index] ?? [];
    const [bx = 0, by = 0] = ring[before] ?? [];
    const turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    const isBeside = Math.min(ay, by) <= y && y <= Math.max(ay, by);
    if (turn === 0 && isBeside && Math.min(ax, bx) <= x && x <= Math.max(ax, bx)) return 0;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isIn = !isIn;
  }
  return isIn ? 1 : -1;
}
