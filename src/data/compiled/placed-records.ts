import type { Dataset } from "../../core/dataset.ts";
import type { Position } from "../../core/geometry.ts";
import { decodePositions, encodePositions } from "./positions.ts";

type Placed = Pick<Dataset, "settlements" | "highways" | "regions" | "events">;
type Members = Readonly<Record<string, unknown>>;

/** A list of positions is told by its length; a list of such lists by a list of lengths, and so on. */
type Lengths = number | readonly Lengths[];
type Nested = readonly Position[] | readonly Nested[];

/** Stands in an event for its position. One without it has none of its own. */
const PLACED = 0;

/**
 * Records without positions, and their positions as bytes: of settlements, of the courses of highways, of the outlines of
 * regions and, where there are any, of events. `undefined` if one of them is finer than these bytes are: see {@link encodePositions}.
 */
export function takePositions({ settlements, highways, regions, events }: Placed):
  | {
      readonly members: Members;
      readonly bytes: Uint8Array<ArrayBuffer>;
    }
  | undefined {
  const courses: Position[] = [];
  const outlines: Position[] = [];
  const ofEvents = events.flatMap(({ position }) => (position ? [position] : []));
  const members = {
    settlements: settlements.map((settlement) => ({ ...settlement, position: undefined })),
    highways: highways.map((highway) => ({ ...highway, course: flatten(highway.course, courses) })),
    regions: regions.map(({ geometry, ...region }) => {
      const coordinates = flatten(geometry.coordinates as unknown as Nested, outlines);
      return { ...region, geometry: { ...geometry, coordinates } };
    }),
    events: events.map((event) => (event.position ? { ...event, position: PLACED } : event)),
  };
  const lists = [settlements.map(({ position }) => position), courses, outlines];
  const bytes = encodePositions(ofEvents.length > 0 ? [...lists, ofEvents] : lists);
  return bytes && { members, bytes };
}

/**
 * Takes back what {@link takePositions} has done. The records must be nobody else's: they are written to. What is not as it
 * was written is left as it is, for whoever checks the records.
 *
 * @throws RangeError if the bytes do not fit the records.
 */
export function putPositions(members: Members, bytes: Uint8Array): void {
  const events = listRows(members["events"] ?? []).filter(({ position }) => position === PLACED);
  const lists = decodePositions(bytes, events.length > 0 ? 4 : 3);
  const [places = [], courses = [], outlines = [], ofEvents = []] = lists;
  if (events.length !== ofEvents.length) throw new RangeError("positions");
  for (const [index, event] of events.entries()) event["position"] = ofEvents[index];
  const settlements = listRows(members["settlements"]);
  if (settlements.length !== places.length) throw new RangeError("positions");
  for (const [index, settlement] of settlements.entries()) settlement["position"] = places[index];
  const nextOfCourse = createTaker(courses);
  for (const highway of listRows(members["highways"]))
    highway["course"] = nest(highway["course"], nextOfCourse);
  const nextOfOutline = createTaker(outlines);
  for (const { geometry } of listRows(members["regions"])) {
    if (!isRow(geometry)) throw new RangeError("regions.geometry");
    geometry["coordinates"] = nest(geometry["coordinates"], nextOfOutline);
  }
}

/** The lengths; the positions themselves are added to `found`. */
function flatten(nested: Nested, found: Position[]): Lengths {
  if (!isPositions(nested)) return nested.map((part) => flatten(part, found));
  for (const position of nested) found.push(position);
  return nested.length;
}

function isPositions(nested: Nested): nested is readonly Position[] {
  return nested.length === 0 || typeof nested[0]?.[0] === "number";
}

/** As deep as a MultiPolygon. */
function nest(lengths: unknown, take: (count: number) => Position[], depth = 3): unknown {
  if (typeof lengths === "number") return take(lengths);
  if (!Array.isArray(lengths) || depth === 1) throw new RangeError("positions");
  return lengths.map((part) => nest(part, take, depth - 1));
}

function createTaker(positions: readonly Position[]): (count: number) => Position[] {
  let at = 0;
  return (count) => {
    const taken = positions.slice(at, at + count);
    if (taken.length !== count) throw new RangeError("positions");
    at += count;
    return taken;
  };
}

type Row = Record<string, unknown>;

function listRows(value: unknown): Row[] {
  if (!Array.isArray(value) || !value.every(isRow)) throw new RangeError("positions");
  return value;
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
