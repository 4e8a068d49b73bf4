import { type AreaGeometry, listPolygons, type Position } from "../../core/geometry.ts";
import { append, createGrowingInts } from "../../core/archive/growing-ints.ts";
import { measureSignedArea } from "../../core/archive/rings.ts";

/** A ring's edges are numbered from `start` up to, not including, `end`, in order. */
export interface EdgeRing {
  readonly area: number;
  readonly start: number;
  readonly end: number;
  /** 1: the ground lies to the left of its edges; -1: to the right. */
  readonly ground: 1 | -1;
}

/** The edges of several areas by number, in flat lists; those of no length are left out. */
export interface AreaEdges {
  readonly count: number;
  readonly ax: Float64Array;
  readonly ay: Float64Array;
  readonly bx: Float64Array;
  readonly by: Float64Array;
  readonly ring: Int32Array;
  readonly rings: readonly EdgeRing[];
}

/** How much more may be done; what is tangled beyond measure must not keep a person waiting for ever. */
export interface Budget {
  left: number;
}

/** Two areas, by their place in the list, that share ground near a position. */
export interface Overlap {
  readonly areas: readonly [number, number];
  readonly at: Position;
}

export function listEdges(areas: readonly AreaGeometry[]): AreaEdges {
  const polygons = areas.map(listPolygons);
  const size = polygons.flat(2).reduce((sum, ring) => sum + ring.length, 0);
  const [ax, ay] = [new Float64Array(size), new Float64Array(size)];
  const [bx, by] = [new Float64Array(size), new Float64Array(size)];
  const ring = new Int32Array(size);
  const rings: EdgeRing[] = [];
  let count = 0;
  for (const [area, parts] of polygons.entries()) {
    for (const part of parts) {
      for (const [index, positions] of part.entries()) {
        const start = count;
        let fromX = positions[0]?.[0] ?? 0;
        let fromY = positions[0]?.[1] ?? 0;
        for (let at = 1; at < positions.length; at++) {
          const toX = positions[at]?.[0] ?? 0;
          const toY = positions[at]?.[1] ?? 0;
          if (fromX === toX && fromY === toY) continue;
          ax[count] = fromX;
          ay[count] = fromY;
          bx[count] = toX;
          by[count] = toY;
          ring[count++] = rings.length;
          fromX = toX;
          fromY = toY;
        }
        const isLeft = measureSignedArea(positions) > 0 === (index === 0);
        rings.push({ area, start, end: count, ground: isLeft ? 1 : -1 });
      }
    }
  }
  return { count, ax, ay, bx, by, ring, rings };
}

/** The edge that goes on where `edge` ends. */
export function findNextEdge({ ring, rings }: AreaEdges, edge: number): number {
  const { start = 0, end = 0 } = rings[ring[edge] ?? 0] ?? {};
  return edge + 1 < end ? edge + 1 : start;
}

/** Against the budget: entries take memory, too. */
const COST_OF_ENTRY = 5;
const MOST_CELLS_A_SIDE = 2048;
/** Along each side, against a mesh of as many cells as edges: fronts leave most of the mesh empty and crowd the rest. */
const CELLS_PER_EDGE = 6;

/**
 * Calls `visit` once for each two edges whose boxes are within `reach` of each other; false if the budget was used up
 * before all were visited. A grid finds them, so the time grows with the edges, unless most of them are as long as
 * the whole is wide.
 */
export function visitNearPairs(
  edges: AreaEdges,
  reach: number,
  budget: Budget,
  visit: (edge: number, other: number) => void,
): boolean {
  const { count, ax, ay, bx, by } = edges;
  if (count === 0) return true;
  const [west, east] = [ax.subarray(0, count).reduce(min), ax.subarray(0, count).reduce(max)];
  const [south, north] = [ay.subarray(0, count).reduce(min), ay.subarray(0, count).reduce(max)];
  const side = Math.min(MOST_CELLS_A_SIDE, Math.ceil(CELLS_PER_EDGE * Math.sqrt(count)));
  const width = (east - west) / side || 1;
  const height = (north - south) / side || 1;
  const column = (x: number) => max(0, min(side - 1, Math.floor((x - west) / width)));
  const row = (y: number) => max(0, min(side - 1, Math.floor((y - south) / height)));
  // In each cell a chain of the edges that were there before, the latest first.
  const heads = new Int32Array(side * side).fill(-1);
  const owners = createGrowingInts();
  const links = createGrowingInts();
  const met = new Int32Array(count).fill(-1);
  for (let edge = 0; edge < count; edge++) {
    // No destructuring here: this is the innermost part of validation.
    const x1 = ax[edge] ?? 0;
    const y1 = ay[edge] ?? 0;
    const x2 = bx[edge] ?? 0;
    const y2 = by[edge] ?? 0;
    const left = min(x1, x2) - reach;
    const right = max(x1, x2) + reach;
    const low = min(y1, y2) - reach;
    const high = max(y1, y2) + reach;
    const lastRow = row(high);
    const firstColumn = column(left);
    const isNarrow = firstColumn === column(right);
    for (let r = row(low); r <= lastRow; r++) {
      // Only the cells that the edge itself passes in this row: a long slanting one would fill its box with copies.
      const bottom = south + r * height;
      let from = left;
      let to = right;
      if (!isNarrow && y1 !== y2) {
        const slope = (x2 - x1) / (y2 - y1);
        // Wider than the row by a hair: a crossing on the very border of two cells must be found in one of them.
        const hair = reach + height * 1e-6;
        const atBottom = x1 + (bottom - hair - y1) * slope;
        const atTop = x1 + (bottom + height + hair - y1) * slope;
        from = max(left, min(atBottom, atTop) - hair);
        to = min(right, max(atBottom, atTop) + hair);
      }
      const lastColumn = column(to);
      for (let c = column(from); c <= lastColumn; c++) {
        const cell = r * side + c;
        const head = heads[cell] ?? -1;
        for (let at = head; at >= 0; at = links.values[at] ?? -1) {
          budget.left -= 1;
          const other = owners.values[at] ?? 0;
          if (met[other] === edge) continue;
          met[other] = edge;
          const ox1 = ax[other] ?? 0;
          const ox2 = bx[other] ?? 0;
          if ((ox1 < left && ox2 < left) || (ox1 > right && ox2 > right)) continue;
          const oy1 = ay[other] ?? 0;
          const oy2 = by[other] ?? 0;
          if ((oy1 < low && oy2 < low) || (oy1 > high && oy2 > high)) continue;
          visit(edge, other);
        }
        heads[cell] = append(owners, edge);
        append(links, head);
        budget.left -= COST_OF_ENTRY;
      }
      if (budget.left < 0) return false;
    }
  }
  return true;
}

function min(a: number, b: number): number {
  return a < b ? a : b;
}

function max(a: number, b: number): number {
  return a > b ? a : b;
}
