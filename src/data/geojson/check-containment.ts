import Flatbush from "flatbush";
import type { Position } from "../../core/geometry.ts";
import type { AreaEdges, Budget, EdgeRing, Overlap } from "./area-edges.ts";

interface Contacts {
  /** By edge: the area that has the same edge, plus one. */
  readonly shared: Int32Array;
  /** By edge: whether another area touches its first position. */
  readonly touched: Uint8Array;
  readonly tolerance: number;
  readonly budget: Budget;
}

/**
 * Adds the overlaps of areas whose edges do not cross: one within the other, or through common corners. False if the
 * budget was used up.
 *
 * Between two positions at which it touches the other area a ring stays on one side of it, so one edge of each such
 * stretch decides; edges that the two have in common decide nothing.
 */
export function findContained(
  edges: AreaEdges,
  count: number,
  contacts: Contacts,
  overlaps: Map<string, Overlap>,
): boolean {
  const ringsOf = groupRings(edges.rings, count);
  const boxes = ringsOf.map((rings) => boundRings(edges, rings));
  const index = new Flatbush(Math.max(1, count));
  for (const box of boxes) index.add(...box);
  if (count === 0) index.add(0, 0, 0, 0);
  index.finish();
  for (const [inner, box] of boxes.entries()) {
    const near = index.search(...box);
    contacts.budget.left -= near.length;
    for (const outer of near.toSorted((a, b) => a - b)) {
      const key = inner < outer ? `${inner} ${outer}` : `${outer} ${inner}`;
      if (inner === outer || overlaps.has(key)) continue;
      const at = findStretchInside(edges, contacts, ringsOf[inner] ?? [], outer, ringsOf[outer] ?? []);
      if (at) overlaps.set(key, { areas: inner < outer ? [inner, outer] : [outer, inner], at });
      if (contacts.budget.left < 0) return false;
    }
  }
  return true;
}

function groupRings(rings: readonly EdgeRing[], count: number): EdgeRing[][] {
  const groups = Array.from({ length: count }, (): EdgeRing[] => []);
  for (const ring of rings) groups[ring.area]?.push(ring);
  return groups;
}

function findStretchInside(
  edges: AreaEdges,
  { shared, touched, tolerance, budget }: Contacts,
  innerRings: readonly EdgeRing[],
  outer: number,
  outerRings: readonly EdgeRing[],
): Position | undefined {
  const cost = outerRings.reduce((sum, { start, end }) => sum + end - start, 0);
  for (const { start, end } of innerRings) {
    let isDecided = false;
    for (let edge = start; edge < end; edge++) {
      if (touched[edge] === 1) isDecided = false;
      if (shared[edge] === outer + 1 || isDecided) continue;
      const x = ((edges.ax[edge] ?? 0) + (edges.bx[edge] ?? 0)) / 2;
      const y = ((edges.ay[edge] ?? 0) + (edges.by[edge] ?? 0)) / 2;
      budget.left -= cost;
      if (budget.left < 0) return undefined;
      const place = placeInArea(edges, outerRings, x, y, tolerance);
      if (place === "inside") return [x, y];
      isDecided = place === "outside";
    }
  }
  return undefined;
}

/** By the even-odd rule; `edge` within the tolerance of the area's edge. */
function placeInArea(
  { ax, ay, bx, by }: AreaEdges,
  rings: readonly EdgeRing[],
  x: number,
  y: number,
  tolerance: number,
): "inside" | "outside" | "edge" {
  let isInside = false;
  for (const ring of rings) {
    for (let edge = ring.start; edge < ring.end; edge++) {
      const x1 = ax[edge] ?? 0;
      const y1 = ay[edge] ?? 0;
      const x2 = bx[edge] ?? 0;
      const y2 = by[edge] ?? 0;
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) isInside = !isInside;
      if ((y1 < y - tolerance && y2 < y - tolerance) || (y1 > y + tolerance && y2 > y + tolerance)) continue;
      if (measureDistance(x, y, x1, y1, x2, y2) <= tolerance) return "edge";
    }
  }
  return isInside ? "inside" : "outside";
}

function measureDistance(x: number, y: number, x1: number, y1: number, x2: number, y2: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

/** An area without edges gets a box that meets no other. */
function boundRings({ ax, ay }: AreaEdges, rings: readonly EdgeRing[]): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { start, end } of rings) {
    for (let edge = start; edge < end; edge++) {
      west = Math.min(west, ax[edge] ?? 0);
      south = Math.min(south, ay[edge] ?? 0);
      east = Math.max(east, ax[edge] ?? 0);
      north = Math.max(north, ay[edge] ?? 0);
    }
  }
  return [west, south, east, north];
}
