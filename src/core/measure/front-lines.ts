import type { LineString, MultiLineString, Position } from "geojson";
import type { Dataset } from "../dataset.ts";
import type { FrontLine } from "../records.ts";

/** Whether the two sides of a line fight each other: only then is it a front. */
export function isFront(
  { sides }: Pick<Dataset, "sides">,
  { between: [one, other] }: Pick<FrontLine, "between">,
): boolean {
  const fights = (id: string, enemy: string) =>
    sides.some((side) => side.id === id && side.opponents.includes(enemy));
  return fights(one, other) || fights(other, one);
}

/** The courses of a line, one for each of its parts. */
export function listCourses(geometry: LineString | MultiLineString): Position[][] {
  return geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
}

/** The straight pieces of a course, each with its two ends. */
export function* listSegments(course: readonly Position[]): Generator<[Position, Position]> {
  for (const [index, end] of course.entries()) {
    const start = course[index - 1];
    if (start) yield [start, end];
  }
}
