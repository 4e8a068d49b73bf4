import type { Position } from "geojson";
import { type Atlas, listFrontLinesOn } from "../atlas.ts";
import { addDays, type Day } from "../day.ts";
import { createSegmentNames } from "./segments.ts";
import { isFront, listCourses, listSegments } from "./front-lines.ts";

/** Pieces of a front line of an earlier day along which none has run since. */
export interface FormerFront {
  /** The last day at whose end they were front line, as far as it was looked for. */
  readonly day: Day;
  readonly courses: readonly Position[][];
}

/**
 * Where the front ran at the end of each of the `earlier` days, the latest first, left out what is front line on `day` or
 * on a later one of them, in either direction: every piece is told once, under the last of the days that has it. Days
 * without any are left out, as are missing days. A piece counts as the same if both its ends are, to the last digit.
 */
export function listFormerFronts(atlas: Atlas, day: Day, earlier: readonly Day[]): FormerFront[] {
  const seen = new Set(listPieceNumbers(atlas, day));
  return earlier.flatMap((former) => {
    const courses = listPiecesLeft(atlas, former, seen);
    for (const piece of listPieceNumbers(atlas, former)) seen.add(piece);
    return courses.length === 0 ? [] : [{ day: former, courses }];
  });
}

/** The days before `day` of which a trail of that many days tells, the latest first. */
export function listTrailDays(day: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, step) => addDays(day, -1 - step));
}

function listFrontCourses(atlas: Atlas, day: Day): Position[][] {
  return listFrontLinesOn(atlas, day)
    .filter((line) => isFront(atlas.dataset, line))
    .flatMap(({ geometry }) => listCourses(geometry));
}

function listPiecesLeft(atlas: Atlas, day: Day, seen: ReadonlySet<number>): Position[][] {
  const numbers = listPieceNumbers(atlas, day);
  const pieces: Position[][] = [];
  let next = 0;
  for (const course of listFrontCourses(atlas, day)) {
    let current: Position[] | undefined;
    for (const [start, end] of listSegments(course)) {
      const number = numbers[next++] ?? -1;
      if (seen.has(number)) {
        current = undefined;
      } else if (current) {
        current.push(end);
      } else {
        current = [start, end];
        pieces.push(current);
      }
    }
  }
  return pieces;
}

interface Numbering {
  readonly nameSegment: ReturnType<typeof createSegmentNames>;
  readonly byPhase: Map<number, Float64Array>;
}

const numberings = new WeakMap<Atlas, Numbering>();

/**
 * A number for each straight piece of the fronts of a day, in the order in which they run; the same piece has the same
 * number on every day. Kept for all phases: a number takes eight bytes, and naming the pieces of thirty days anew would
 * take longer than drawing them.
 */
function listPieceNumbers(atlas: Atlas, day: Day): Float64Array {
  const numbering = numberings.get(atlas) ?? { nameSegment: createSegmentNames(), byPhase: new Map() };
  numberings.set(atlas, numbering);
  const { nameSegment, byPhase } = numbering;
  const phase = atlas.dataset.control.findPhase(day);
  const known = byPhase.get(phase);
  if (known) return known;
  const numbers = Float64Array.from(
    listFrontCourses(atlas, day).flatMap((course) =>
      [...listSegments(course)].map(([start, end]) => nameSegment(start, end)),
    ),
  );
  byPhase.set(phase, numbers);
  return numbers;
}
