import type { LineString, MultiLineString, Position } from "geojson";
import { type Atlas, listFrontLinesOn } from "../atlas.ts";
import type { Dataset } from "../dataset.ts";
import { addDays, type Day } from "../day.ts";
import { rememberBetweenPhases } from "../remember.ts";
import type { FrontLine } from "../records.ts";
import { createSegmentNames } from "./segments.ts";

/** Whether the two sides of a line fight each other: only then is it a front. */
export function isFront({ sides }: Pick<Dataset, "sides">, { between: [one, other] }: FrontLine): boolean {
  const fights = (id: string, enemy: string) =>
    sides.some((side) => side.id === id && side.opponents.includes(enemy));
  return fights(one, other) || fights(other, one);
}

/**
 * The pieces of the fronts of the day before along which, on `day`, no front runs any more, in either direction. None
 * after a missing day. A piece counts as the same if both its ends are, to the last digit.
 */
export const listLeftFronts = rememberBetweenPhases((atlas: Atlas, day: Day): readonly Position[][] => {
  const listFronts = (asked: Day) =>
    listFrontLinesOn(atlas, asked)
      .filter((line) => isFront(atlas.dataset, line))
      .flatMap(({ geometry }) => listCourses(geometry));
  const [before, now] = [listFronts(addDays(day, -1)), listFronts(day)];
  const nameSegment = createSegmentNames();
  const kept = new Set<number>();
  for (const course of now) {
    for (const [start, end] of listSegments(course)) kept.add(nameSegment(start, end));
  }
  return before.flatMap((course) => cutOut(course, (start, end) => kept.has(nameSegment(start, end))));
});

function listCourses(geometry: LineString | MultiLineString): Position[][] {
  return geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
}

/** The straight pieces of a course, each with its two ends. */
export function* listSegments(course: readonly Position[]): Generator<[Position, Position]> {
  for (const [index, end] of course.entries()) {
    const start = course[index - 1];
    if (start) yield [start, end];
  }
}

/** The pieces of a course without the segments that are kept. */
function cutOut(course: Position[], isKept: (start: Position, end: Position) => boolean): Position[][] {
  const pieces: Position[][] = [];
  let current: Position[] | undefined;
  for (const [start, end] of listSegments(course)) {
    if (isKept(start, end)) {
      current = undefined;
    } else if (current) {
      current.push(end);
    } else {
      current = [start, end];
      pieces.push(current);
    }
  }
  return pieces;
}
