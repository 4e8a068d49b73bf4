import Papa from "papaparse";
import type { Polygon } from "geojson";
import { isInside, type Position } from "../../src/core/geometry.ts";

/** Who held the ground before the first day and on the last, as the way-points of `baseline.csv` tell. */
export interface Baseline {
  readonly initialSide: (position: Position) => string;
  readonly finalSide: (position: Position) => string;
}

interface WayPoint {
  readonly line: string;
  readonly lng: string;
  readonly lat: string;
}

/** The opposition's ground is closed behind its line through Turkey: round these corners, far outside the theatre. */
const FAR_NORTH = 38;
const FAR_WEST = 34.5;

/**
 * Reads the two lines of contact and the outline of the jointly held area. The opposition holds what lies between its
 * line and the Turkish border, the joint area apart; the rest is the government's.
 *
 * @throws Error if a line is missing.
 */
export function readBaseline(csv: string): Baseline {
  const { data } = Papa.parse<WayPoint>(csv, { header: true, skipEmptyLines: true });
  const course = (line: string): [number, number][] => {
    const points = data
      .filter((row) => row.line === line)
      .map((row): [number, number] => [Number(row.lng), Number(row.lat)]);
    if (points.length < 3) throw new Error(`baseline.csv has no line "${line}"`);
    return points;
  };
  const joint: Polygon = { type: "Polygon", coordinates: [course("joint")] };
  const sideWithin = (line: string) => {
    const opposition = closeBehind(course(line));
    return (position: Position) => {
      if (isInside(position, joint)) return "joint";
      return isInside(position, opposition) ? "opposition" : "government";
    };
  };
  return { initialSide: sideWithin("first"), finalSide: sideWithin("last") };
}

function closeBehind(course: readonly [number, number][]): Polygon {
  const [start = [0, 0]] = course;
  const end = course.at(-1) ?? start;
  const ring = [...course, [end[0], FAR_NORTH], [FAR_WEST, FAR_NORTH], [FAR_WEST, start[1]], start];
  return { type: "Polygon", coordinates: [ring] };
}
