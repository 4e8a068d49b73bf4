import { measureSignedArea } from "../../core/archive/rings.ts";
import type { RawRecord } from "../text/record.ts";
import type { Reporter } from "../problem.ts";

/** What was put right in the geometry of a file or of a folder of like files: told once, with the count. */
export interface GeometryTally {
  thirdValues: number;
  textNumbers: number;
  repeatedPositions: number;
  closedRings: number;
  flatRings: number;
  turnedRings: number;
  /** Shapes beyond 180 degrees. */
  wrapped: number;
}

export function createGeometryTally(): GeometryTally {
  return {
    thirdValues: 0,
    textNumbers: 0,
    repeatedPositions: 0,
    closedRings: 0,
    flatRings: 0,
    turnedRings: 0,
    wrapped: 0,
  };
}

export function reportGeometryTally(tally: GeometryTally, reporter: Reporter): void {
  const tell = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;
  if (tally.thirdValues > 0)
    reporter.note(
      "third-value",
      tell(tally.thirdValues, "position") + " with a third value",
      "longitude and latitude",
      "nothing need be done: what follows them is left away",
    );
  if (tally.textNumbers > 0)
    reporter.warn(
      "number-as-text",
      tally.textNumbers === 1
        ? "1 position with a number written as text"
        : `${tally.textNumbers} positions with numbers written as text`,
      "numbers without quotes",
      "it is read as a number; export the layer again",
    );
  if (tally.repeatedPositions > 0)
    reporter.note(
      "repeated-position",
      tell(tally.repeatedPositions, "position") + " equal to the one before",
      "each position once in a row",
      "nothing need be done: they are left away",
    );
  if (tally.closedRings > 0)
    reporter.warn(
      "ring-not-closed",
      tell(tally.closedRings, "ring") + " not closed",
      "rings that end with their first position",
      "they are closed by a straight line; check that no position is missing at the end",
    );
  if (tally.flatRings > 0)
    reporter.warn(
      "flat-ring",
      tell(tally.flatRings, "ring") + " of fewer than three different positions, among others of the shape",
      "rings of at least four positions, the last the same as the first",
      "they enclose nothing and are left out",
    );
  if (tally.turnedRings > 0)
    reporter.note(
      "ring-wound-backwards",
      tell(tally.turnedRings, "ring") + " wound against the rule",
      "outer rings counter-clockwise and holes clockwise (RFC 7946)",
      "nothing need be done: they are read either way",
    );
  if (tally.wrapped > 0)
    reporter.note(
      "beyond-180",
      tell(tally.wrapped, "shape") + " beyond 180 degrees of longitude",
      "longitudes from -180 to 180, and shapes cut where they cross 180 (RFC 7946)",
      "nothing need be done: they are brought back and cut there",
    );
}

const DEPTHS: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/**
 * The geometry with its coordinates put right where what is meant is beyond doubt, counting into `tally`; the same
 * object if nothing was to be done. What is wrong in any other way is left as it is, for the validation to find.
 */
export function mendCoordinates(geometry: RawRecord, tally: GeometryTally): RawRecord {
  const { type, coordinates } = geometry;
  const depth = typeof type === "string" && Object.hasOwn(DEPTHS, type) ? (DEPTHS[type] ?? 0) : undefined;
  if (depth === undefined) return geometry;
  const isArea = type === "Polygon" || type === "MultiPolygon";
  const mended = mendParts(coordinates, depth, isArea, tally);
  const kept = isArea ? leaveOutFlatRings(mended, type === "MultiPolygon", tally) : mended;
  return kept === coordinates ? geometry : { ...geometry, coordinates: kept };
}

function mendParts(value: unknown, depth: number, isArea: boolean, tally: GeometryTally): unknown {
  if (!Array.isArray(value)) return value;
  if (depth === 0) return mendPosition(value, tally);
  if (depth === 1) return mendCourse(value, isArea, tally);
  let mended: unknown[] | undefined;
  for (const [index, part] of value.entries()) {
    const next = mendParts(part, depth - 1, isArea, tally);
    if (next !== part) mended ??= [...(value as readonly unknown[])];
    if (mended) mended[index] = next;
  }
  return mended ?? value;
}

function mendPosition(value: unknown, tally: GeometryTally): unknown {
  if (!Array.isArray(value) || value.length < 2) return value;
  const [first, second] = value as readonly unknown[];
  if (value.length === 2 && typeof first === "number" && typeof second === "number") return value;
  const lng = toNumber(first);
  const lat = toNumber(second);
  const isMore = value.length > 2;
  if (lng === undefined || lat === undefined) return value;
  if (lng !== first || lat !== second) tally.textNumbers += 1;
  if (isMore) tally.thirdValues += 1;
  return [lng, lat];
}

function toNumber(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || value.trim() === "") return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** A line or ring: positions mended, those that repeat the one before left away, and a ring closed. */
function mendCourse(course: readonly unknown[], isRing: boolean, tally: GeometryTally): unknown {
  let mended: unknown[] | undefined;
  let lngBefore: unknown;
  let latBefore: unknown;
  let isSound = true;
  for (let index = 0; index < course.length; index++) {
    const raw = course[index];
    const position = mendPosition(raw, tally);
    const [lng, lat] = Array.isArray(position) ? (position as readonly unknown[]) : [];
    isSound &&= typeof lng === "number" && typeof lat === "number";
    const isRepeated = index > 0 && lng !== undefined && lng === lngBefore && lat === latBefore;
    if (isRepeated) tally.repeatedPositions += 1;
    if (position !== raw || isRepeated) mended ??= course.slice(0, index);
    if (mended && !isRepeated) mended.push(position);
    lngBefore = lng;
    latBefore = lat;
  }
  const kept = mended ?? course;
  if (!isRing || !isSound || kept.length < 3 || isSamePosition(kept[0], kept.at(-1))) return kept;
  tally.closedRings += 1;
  return [...kept, kept[0]];
}

function isSamePosition(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b) && a[0] === b[0] && a[1] === b[1];
}

/**
 * Leaves out holes and parts that enclose nothing, as long as something else remains: one such splinter must not cost
 * a side all its ground.
 */
function leaveOutFlatRings(coordinates: unknown, isMulti: boolean, tally: GeometryTally): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  if (isMulti) {
    const parts = coordinates.map((part) => leaveOutFlatRings(part, false, tally));
    const sound = parts.filter((part) => !(Array.isArray(part) && isFlat(part[0])));
    const kept = sound.length === 0 ? parts : sound;
    tally.flatRings += parts.length - kept.length;
    const isSame = kept.length === coordinates.length && kept.every((part, at) => part === coordinates[at]);
    return isSame ? coordinates : kept;
  }
  const kept = coordinates.filter((ring, index) => index === 0 || !isFlat(ring));
  tally.flatRings += coordinates.length - kept.length;
  return kept.length === coordinates.length ? coordinates : kept;
}

/** For a mended ring: with fewer than four positions it runs there and back, or stays where it is. */
function isFlat(ring: unknown): boolean {
  return Array.isArray(ring) && ring.length > 0 && ring.length < 4 && ring.every(Array.isArray);
}

/** Counts the rings of sound polygons that do not run as RFC 7946 has it. */
export function countTurnedRings(polygons: readonly (readonly (readonly (readonly number[])[])[])[]): number {
  let count = 0;
  for (const rings of polygons) {
    for (const [index, ring] of rings.entries()) {
      const area = measureSignedArea(ring);
      if (area !== 0 && area > 0 !== (index === 0)) count += 1;
    }
  }
  return count;
}
