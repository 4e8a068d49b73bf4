import type { Polygon } from "geojson";
import type { Dataset } from "../dataset.ts";
import type { Corridor, Patrols } from "../records.ts";
import type { Day } from "../day.ts";
import { cutGround } from "../archive/changed-ground.ts";
import { findBounds, outlineBox, type Position, toAreaGeometry } from "../geometry.ts";
import { fromPlaneKm, measureKmToSegment, toPlaneKm } from "../plane.ts";

/** The security corridor in force on `day`; where the data set declares several for it, the first. */
export function findCorridor(dataset: Dataset, day: Day): Corridor | undefined {
  return dataset.corridors.find((corridor) => isInForce(corridor, day));
}

/** The patrols along a corridor if they are under way on `day`, on which the corridor must be in force. */
export function findPatrols({ patrols }: Corridor, day: Day): Patrols | undefined {
  return patrols && isInForce(patrols, day) ? patrols : undefined;
}

function isInForce({ from, to }: Pick<Corridor, "from" | "to">, day: Day): boolean {
  return from <= day && (to === undefined || day < to);
}

/** Two pixels on a map of the whole theatre. */
const STRAIGHT_KM = 0.25;
/** Corners of the circle around each vertex of the course: they lie on it, and its sides up to 0.9 % inside. */
const CORNERS = 24;

/**
 * The ground within `widthKm` of a course, to either side and around its ends; `undefined` for a single point.
 *
 * The course is halved where it bends most until its parts are straight to {@link STRAIGHT_KM}; each part gets a rounded
 * strip, and strips are united two by two on the way back. (All at once, each would cross the twenty next to it.) The
 * outline is right to that length and 1 % of the width, for widths of a few kilometres.
 */
export function outlineCorridor(course: readonly Position[], widthKm: number): Polygon | undefined {
  const [start, end] = [course[0], course.at(-1)];
  if (!start || !end || course.length < 2) return undefined;
  const distances = course.map((position) => measureKmToSegment(position, start, end, start));
  const largest = distances.reduce((most, km) => Math.max(most, km), 0);
  if (largest <= STRAIGHT_KM) return { type: "Polygon", coordinates: [drawStrip(start, end, widthKm)] };
  const bend = distances.indexOf(largest);
  const first = outlineCorridor(course.slice(0, bend + 1), widthKm);
  const second = outlineCorridor(course.slice(bend), widthKm);
  return first && second && unite(first, second);
}

/**
 * Two overlapping polygons as one. Both are cut out of a frame around them: the frame's hole is their common
 * outline, and any other part that is left is ground that they enclose.
 */
function unite(one: Polygon, other: Polygon): Polygon | undefined {
  const corners = [...one.coordinates, ...other.coordinates].flat();
  const frame: Polygon = { type: "Polygon", coordinates: [drawFrame(corners)] };
  const rest = cutGround(frame, toAreaGeometry([one.coordinates, other.coordinates]));
  const parts = rest?.type === "Polygon" ? [rest.coordinates] : (rest?.coordinates ?? []);
  const outline = parts.find((rings) => rings.length > 1)?.[1];
  const enclosed = parts.flatMap((rings) => (rings.length === 1 ? rings : []));
  return outline && { type: "Polygon", coordinates: [outline, ...enclosed] };
}

/** The ring of all points within `widthKm` of a segment: half a circle around each end, and a straight side between. */
function drawStrip(start: Position, end: Position, widthKm: number): [number, number][] {
  const [east, north] = toPlaneKm(end, start);
  const heading = Math.atan2(north, east);
  const ring = Array.from({ length: CORNERS + 2 }, (_, index): [number, number] => {
    // The circle is walked from the left of the start, around its back, to the right, and then around the end.
    const isAtStart = index <= CORNERS / 2;
    const turn = ((isAtStart ? index : index - 1) / CORNERS) * 2 * Math.PI;
    return offset(isAtStart ? start : end, heading + Math.PI / 2 + turn, widthKm);
  });
  return [...ring, ring[0] ?? [...start]];
}

function offset(position: Position, angle: number, km: number): [number, number] {
  return fromPlaneKm([km * Math.cos(angle), km * Math.sin(angle)], position);
}

function drawFrame(corners: readonly (readonly number[])[]): [number, number][] {
  const box = findBounds(corners);
  return outlineBox([box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1]);
}
