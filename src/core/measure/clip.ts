import {
  type AreaGeometry,
  type Bounds,
  findBounds,
  isInside,
  isTouching,
  listRings,
  type Position,
} from "../geometry.ts";

/** A part of a straight line: how far along it, from 0 to 1, the part begins and ends. */
export type Part = readonly [from: number, to: number];

/**
 * Gives the parts of a straight line (in degrees) inside the area, cut where the line crosses the area's edges. A line
 * along an edge counts as inside. Where rounding hides a crossing, which can be at a vertex only, the middle decides
 * for both of the parts that would have met there.
 */
export function createClipper(geometry: AreaGeometry): (start: Position, end: Position) => readonly Part[] {
  const bounds = findBounds(geometry);
  const rings = listRings(geometry);
  return (start, end) => {
    if (!isTouching(boundLine(start, end), bounds)) return [];
    const cuts = [0, ...listCrossings(start, end, rings), 1].toSorted((a, b) => a - b);
    return cuts.flatMap((to, index): Part[] => {
      const from = cuts[index - 1] ?? to;
      const isPart = to > from && isInside(findAlong(start, end, (from + to) / 2), geometry);
      return isPart ? [[from, to]] : [];
    });
  };
}

function boundLine([x1, y1]: Position, [x2, y2]: Position): Bounds {
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}

function findAlong(start: Position, end: Position, share: number): Position {
  return [start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share];
}

/** How far along the line, from 0 to 1, it meets edges of the rings. An edge parallel to it meets it nowhere. */
function listCrossings(start: Position, end: Position, rings: readonly (readonly (readonly number[])[])[]) {
  const crossings: number[] = [];
  const [x, y] = [end[0] - start[0], end[1] - start[1]];
  for (const ring of rings) {
    for (const [index, [bx = 0, by = 0]] of ring.entries()) {
      const [ax = 0, ay = 0] = ring[index - 1] ?? [bx, by];
      const cross = x * (by - ay) - y * (bx - ax);
      if (cross === 0) continue;
      const [gapX, gapY] = [ax - start[0], ay - start[1]];
      const along = (gapX * (by - ay) - gapY * (bx - ax)) / cross;
      const alongEdge = (gapX * y - gapY * x) / cross;
      if (along > 0 && along < 1 && alongEdge >= 0 && alongEdge <= 1) crossings.push(along);
    }
  }
  return crossings;
}
