import type { Position } from "../../core/geometry.ts";
import type { AreaEdges, Budget, Overlap } from "./area-edges.ts";

interface Contacts {
  readonly sides: readonly string[];
  /** By edge: the area that has the same edge, plus one. */
  readonly shared: Int32Array;
  /** By edge: whether an area of another side touches its first position. */
  readonly touched: Uint8Array;
  readonly tolerance: number;
  readonly budget: Budget;
}

/**
 * Adds the overlaps of areas of different sides whose edges do not cross: one within the other, or through common
 * corners. False if the budget was used up.
 *
 * Between two positions at which it touches the other area a ring stays on one side of it, so one edge of each such
 * stretch decides; edges that the two have in common decide nothing.
 */
export function findContained(edges: AreaEdges, contacts: Contacts, overlaps: Map<string, Overlap>): boolean {
  // Most files draw one side, some of them in tens of thousands of pieces.
  if (new Set(contacts.sides).size < 2) return true;
  const boxes = boundAreas(edges, contacts.sides.length);
  for (let inner = 0; inner < boxes.length; inner++) {
    contacts.budget.left -= boxes.length;
    if (contacts.budget.left < 0) return false;
    for (let outer = 0; outer < boxes.length; outer++) {
      if (inner === outer || contacts.sides[inner] === contacts.sides[outer]) continue;
      if (!doBoxesMeet(boxes[inner], boxes[outer])) continue;
      const key = inner < outer ? `${inner} ${outer}` : `${outer} ${inner}`;
      if (overlaps.has(key)) continue;
      const at = findStretchInside(edges, contacts, inner, outer);
      if (at) overlaps.set(key, { areas: inner < outer ? [inner, outer] : [outer, inner], at });
      if (contacts.budget.left < 0) return false;
    }
  }
  return true;
}

function findStretchInside(
  edges: AreaEdges,
  { shared, touched, tolerance, budget }: Contacts,
  inner: number,
  outer: number,
): Position | undefined {
  for (const { area, start, end } of edges.rings) {
    if (area !== inner) continue;
    let isDecided = false;
    for (let edge = start; edge < end; edge++) {
      if (touched[edge] === 1) isDecided = false;
      if (shared[edge] === outer + 1 || isDecided) continue;
      const x = ((edges.ax[edge] ?? 0) + (edges.bx[edge] ?? 0)) / 2;
      const y = ((edges.ay[edge] ?? 0) + (edges.by[edge] ?? 0)) / 2;
      budget.left -= edges.count;
      if (budget.left < 0) return undefined;
      const place = placeInArea(edges, outer, x, y, tolerance);
      if (place === "inside") return [x, y];
      isDecided = place === "outside";
    }
  }
  return undefined;
}

/** By the even-odd rule; `edge` within the tolerance of the area's edge. */
function placeInArea(
  { ax, ay, bx, by, rings }: AreaEdges,
  area: number,
  x: number,
  y: number,
  tolerance: number,
): "inside" | "outside" | "edge" {
  let isInside = false;
  for (const ring of rings) {
    if (ring.area !== area) continue;
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

type Box = readonly [west: number, south: number, east: number, north: number];

function boundAreas({ ax, ay, rings }: AreaEdges, count: number): Box[] {
  const boxes = Array.from({ length: count }, (): [number, number, number, number] => [
    Infinity,
    Infinity,
    -Infinity,
    -Infinity,
  ]);
  for (const { area, start, end } of rings) {
    const box = boxes[area];
    if (!box) continue;
    for (let edge = start; edge < end; edge++) {
      box[0] = Math.min(box[0], ax[edge] ?? 0);
      box[1] = Math.min(box[1], ay[edge] ?? 0);
      box[2] = Math.max(box[2], ax[edge] ?? 0);
      box[3] = Math.max(box[3], ay[edge] ?? 0);
    }
  }
  return boxes;
}

function doBoxesMeet(one: Box | undefined, other: Box | undefined): boolean {
  if (!one || !other) return false;
  return one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1];
}
