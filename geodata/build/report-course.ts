import type { FrontLine } from "../../src/core/records.ts";
import type { Position } from "../../src/core/geometry.ts";
import { distanceKm, fromPlane, toPlane } from "./plane.ts";

/** The courses of the lines, each as its vertices. */
export function listCourses(lines: readonly FrontLine[]): readonly (readonly Position[])[] {
  return lines.flatMap(({ geometry }) => {
    const courses = geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
    return courses.map((course) => course.map(([lng = 0, lat = 0]): Position => [lng, lat]));
  });
}

/** Kilometres from a point to the nearest point of any of the courses, not only of their vertices. */
export function measureToCourses(position: Position, courses: readonly (readonly Position[])[]): number {
  let nearest = Infinity;
  for (const course of courses) {
    for (const [index, end] of course.entries()) {
      const start = course[index - 1];
      if (start) nearest = Math.min(nearest, measureToSegment(position, start, end));
    }
  }
  return nearest;
}

function measureToSegment(position: Position, start: Position, end: Position): number {
  const [x, y] = toPlane(position);
  const [ax, ay] = toPlane(start);
  const [bx, by] = toPlane(end);
  const length2 = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length2 === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length2;
  const share = Math.min(1, Math.max(0, along));
  return distanceKm(position, fromPlane([ax + share * (bx - ax), ay + share * (by - ay)]));
}
