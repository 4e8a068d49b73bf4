import type { LineBasis } from "../../src/core/records.ts";
import type { Position } from "../../src/core/geometry.ts";
import type { Arc } from "./lines.ts";
import { distanceKm, maximum } from "./plane.ts";

/** A piece of a line, and how far it comes from the nearest place that the documents tell of. */
export interface FoundedArc extends Arc {
  readonly basis: LineBasis;
  /** The greatest distance along the piece, in kilometres. */
  readonly distanceKm: number;
}

/** Within this distance of a documented place a line rests on it; beyond, it is drawn between places nobody named. */
const DOCUMENTED_KM = 5;

/** A shorter piece would be a lone dash on the map: it takes the basis of the piece before it. */
const SHORTEST_KM = 3;

/** Cuts a line where its basis changes; the pieces share their end vertices, so nothing is lost between them. */
export function foundArc(arc: Arc, documented: readonly Position[]): FoundedArc[] {
  const distances = arc.course.map((vertex) =>
    documented.reduce((least, place) => Math.min(least, distanceKm(vertex, place)), Infinity),
  );
  const pieces: { basis: LineBasis; start: number; end: number }[] = [];
  for (const index of arc.course.keys()) {
    if (index === 0) continue;
    const further = Math.max(distances[index - 1] ?? 0, distances[index] ?? 0);
    const basis = further <= DOCUMENTED_KM ? "documented" : "inferred";
    const last = pieces.at(-1);
    if (last?.basis === basis) last.end = index;
    else pieces.push({ basis, start: index - 1, end: index });
  }
  return joinShort(arc, pieces).map(({ basis, start, end }) => ({
    between: arc.between,
    basis,
    course: arc.course.slice(start, end + 1),
    distanceKm: Math.round(maximum(distances.slice(start, end + 1)) * 10) / 10,
  }));
}

function joinShort<Piece extends { basis: LineBasis; start: number; end: number }>(
  arc: Arc,
  pieces: readonly Piece[],
): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const isShort = measureKm(arc.course.slice(piece.start, piece.end + 1)) < SHORTEST_KM;
    if (last && (isShort || last.basis === piece.basis))
      joined[joined.length - 1] = { ...last, end: piece.end };
    else joined.push(piece);
  }
  return joined;
}

function measureKm(course: readonly Position[]): number {
  return course.reduce((sum, vertex, index) => {
    const before = course[index - 1];
    return before ? sum + distanceKm(before, vertex) : sum;
  }, 0);
}
