import KDBush from "kdbush";
import { type Geom, difference, intersection, union, xor } from "polyclip-ts";
import { type Bounds, outlineBox, type PolygonRings, toAreaGeometry } from "../../core/geometry.ts";
import { listEdges, visitNearPairs } from "./area-edges.ts";
import { crossWithin } from "./check-crossings.ts";

/** Far below the centimetre to which positions are kept. */
const TOLERANCE = 1e-9;

/**
 * The ground of several polygons as one, each place of it once: what lies within a ring that crosses itself is told by
 * the even-odd rule, and of several polygons by any of them. No part of what is given back crosses itself or another.
 * All corners stay, so that borders with other areas stay the same.
 *
 * The overlay is that of polyclip-ts, which takes a ring that crosses itself by another rule: hence it is given the
 * simple rings that it falls into.
 */
export function uniteGround(polygons: readonly PolygonRings[]): PolygonRings[] {
  const [first, ...others] = polygons.map(toEvenOdd);
  if (!first) return [];
  return keepCorners(union(first, ...others), polygons);
}

/** The part of a polygon that lies in a box, read and with its corners kept as in {@link uniteGround}. */
export function clipGround(polygon: PolygonRings, box: Bounds): PolygonRings[] {
  return keepCorners(intersection(toEvenOdd(polygon), [outlineBox(box)]), [polygon]);
}

function toEvenOdd([outline = [], ...holes]: PolygonRings): Geom {
  const [ground, ...cut] = [outline, ...holes].map((ring) => {
    const [first, ...others] = splitAtCrossings(ring).map((simple): Geom => [simple]);
    return first ? (xor(first, ...others) as Geom) : [];
  });
  return ground && cut.length > 0 ? difference(ground, ...cut) : (ground ?? []);
}

type Pair = [number, number];

/** The closed rings into which a ring falls where it crosses or touches itself; what encloses nothing is left out. */
function splitAtCrossings(ring: readonly (readonly number[])[]): Pair[][] {
  const course = addCrossings(ring);
  const rings: Pair[][] = [];
  const open: Pair[] = [];
  const placeOf = new Map<string, number>();
  for (const corner of course) {
    const key = corner.join(" ");
    const known = placeOf.get(key);
    if (known === undefined) {
      placeOf.set(key, open.length);
      open.push(corner);
      continue;
    }
    const closed = open.splice(known + 1);
    for (const passed of closed) placeOf.delete(passed.join(" "));
    if (closed.length >= 2) rings.push([corner, ...closed, corner]);
  }
  return rings;
}

/** The ring with a corner wherever two of its edges cross. */
function addCrossings(ring: readonly (readonly number[])[]): Pair[] {
  const edges = listEdges([toAreaGeometry([[ring]])]);
  const cuts = new Map<number, Pair[]>();
  const cut = (edge: number, [x, y]: readonly [number, number]) =>
    cuts.set(edge, [...(cuts.get(edge) ?? []), [x, y]]);
  // The judge has compared these edges before, within its own budget.
  visitNearPairs(edges, 0, { left: Infinity }, (edge, other) => {
    const at = crossWithin(edges, edge, other);
    if (!at) return;
    cut(edge, at);
    cut(other, at);
  });
  const course: Pair[] = [];
  for (let edge = 0; edge < edges.count; edge++) {
    const start: Pair = [edges.ax[edge] ?? 0, edges.ay[edge] ?? 0];
    course.push(start, ...sortFrom(start, cuts.get(edge) ?? []));
  }
  const [first] = course;
  return first ? [...course, first] : [];
}

function sortFrom([x, y]: Pair, corners: readonly Pair[]): Pair[] {
  const measure = (corner: Pair) => Math.hypot(corner[0] - x, corner[1] - y);
  return corners.toSorted((one, other) => measure(one) - measure(other));
}

/** The overlay leaves out corners at which a ring goes straight on: a neighbour may have one of its own there. */
function keepCorners(polygons: readonly PolygonRings[], drawn: readonly PolygonRings[]): PolygonRings[] {
  const corners = drawn.flat(2);
  const index = new KDBush(corners.length);
  for (const [x = 0, y = 0] of corners) index.add(x, y);
  index.finish();
  const findOn = ([ax = 0, ay = 0]: readonly number[], [bx = 0, by = 0]: readonly number[]): Pair[] => {
    const near = index.range(
      Math.min(ax, bx) - TOLERANCE,
      Math.min(ay, by) - TOLERANCE,
      Math.max(ax, bx) + TOLERANCE,
      Math.max(ay, by) + TOLERANCE,
    );
    const length = Math.hypot(bx - ax, by - ay);
    const found = near.flatMap((at): Pair[] => {
      const [x = 0, y = 0] = corners[at] ?? [];
      const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length;
      const off = Math.abs((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / length;
      return off <= TOLERANCE && along > TOLERANCE && along < length - TOLERANCE ? [[x, y]] : [];
    });
    return sortFrom([ax, ay], found);
  };
  return polygons.map((rings) =>
    rings.map((ring) =>
      ring.flatMap((end, at) => (at === 0 ? [end] : [...findOn(ring[at - 1] ?? end, end), end])),
    ),
  );
}
