import { type Bounds, findBounds, type PolygonRings, type Position } from "../../core/geometry.ts";
import { clipGround } from "./unite-ground.ts";

type Coordinates = readonly number[];

type Shape =
  | { readonly type: "Point"; readonly coordinates: Coordinates }
  | { readonly type: "LineString"; readonly coordinates: readonly Coordinates[] }
  | { readonly type: "MultiLineString"; readonly coordinates: readonly (readonly Coordinates[])[] }
  | { readonly type: "Polygon"; readonly coordinates: PolygonRings }
  | { readonly type: "MultiPolygon"; readonly coordinates: readonly PolygonRings[] };

const HALF = 180;
const TURN = 360;

/** Whether longitudes alone go beyond 180 degrees, by less than a whole turn: so programs write what crosses there. */
export function isBeyondAntimeridian([west, south, east, north]: Bounds): boolean {
  const isBeyond = west < -HALF || east > HALF;
  return isBeyond && west >= -TURN && east <= TURN && east - west <= TURN && south >= -90 && north <= 90;
}

/**
 * The longitudes of the first edge of a shape that goes more than half around the globe, where its other way would be shorter:
 * so those write who mean it to cross at 180 degrees (179, then -179). An edge from -180 to 180 itself is the side of a map of the world.
 */
export function findLongEdge(coordinates: unknown): readonly [from: number, to: number] | undefined {
  if (!Array.isArray(coordinates)) return undefined;
  let before: number | undefined;
  for (const part of coordinates as readonly unknown[]) {
    const [lng] = Array.isArray(part) ? (part as readonly unknown[]) : [];
    if (typeof lng !== "number") {
      const found = findLongEdge(part);
      if (found) return found;
      continue;
    }
    if (before !== undefined && Math.abs(lng - before) > HALF && Math.abs(lng - before) < TURN)
      return [before, lng];
    before = lng;
  }
  return undefined;
}

/**
 * A sound shape beyond 180 degrees with its longitudes brought back, and cut at 180 where it crosses (RFC 7946, 3.1.9).
 * A line or polygon that is cut has become several.
 */
export function wrapLongitudes(shape: Shape): Shape {
  switch (shape.type) {
    case "Point":
      return { type: "Point", coordinates: [...wrapPosition(toPosition(shape.coordinates))] };
    case "LineString":
      return toLines(cutLine(shape.coordinates));
    case "MultiLineString":
      return toLines(shape.coordinates.flatMap(cutLine));
    case "Polygon":
      return toAreas(cutArea(shape.coordinates));
    case "MultiPolygon":
      return toAreas(shape.coordinates.flatMap(cutArea));
  }
}

/** The same place with its longitude from -180 to 180. */
export function wrapPosition([lng, lat]: Position): Position {
  return [lng - TURN * countTurns(lng), lat];
}

function toPosition([lng = 0, lat = 0]: Coordinates): Position {
  return [lng, lat];
}

/** Whole turns by which a longitude lies beyond the range from -180 to 180, both of which are in it. */
function countTurns(lng: number): number {
  if (lng > HALF) return 1;
  return lng < -HALF ? -1 : 0;
}

function cutArea(rings: PolygonRings): PolygonRings[] {
  const [west, south, east, north] = findBounds(rings);
  return [-1, 0, 1].flatMap((turn) => {
    const [left, right] = [turn * TURN - HALF, turn * TURN + HALF];
    if (east <= left || west >= right) return [];
    const isWhole = west >= left && east <= right;
    const parts = isWhole ? [rings] : clipGround(rings, [left, south - 1, right, north + 1]);
    return parts.map((part) =>
      part.map((ring) => ring.map(([lng = 0, lat = 0]) => [lng - turn * TURN, lat])),
    );
  });
}

function cutLine(course: readonly Coordinates[]): Coordinates[][] {
  const parts: Coordinates[][] = [];
  let part: Coordinates[] = [];
  let turn: number | undefined;
  for (const [index, [lng = 0, lat = 0]] of course.entries()) {
    const [beforeLng = lng, beforeLat = lat] = course[index - 1] ?? [];
    for (const [at, edge] of listCuts(beforeLng, lng)) {
      const cutLat = beforeLat + (lat - beforeLat) * at;
      part.push([edge - TURN * (turn ?? 0), cutLat]);
      parts.push(part);
      turn = Math.sign(lng - beforeLng) * Math.sign(edge) > 0 ? Math.sign(edge) : 0;
      part = [[edge - TURN * turn, cutLat]];
    }
    turn ??= countTurns(lng);
    part.push([lng - TURN * turn, lat]);
  }
  return [...parts, part].filter(({ length }) => length > 1);
}

/** Where a segment passes from one side of 180 or -180 degrees to the other: the share of the way, and which of the two. */
function listCuts(from: number, to: number): (readonly [share: number, edge: number])[] {
  const cuts = [-HALF, HALF].flatMap((edge) => {
    const isCrossed = (from < edge && to > edge) || (from > edge && to < edge);
    return isCrossed ? [[(edge - from) / (to - from), edge] as const] : [];
  });
  return cuts.toSorted(([one], [other]) => one - other);
}

function toLines(lines: readonly (readonly Coordinates[])[]): Shape {
  const [only] = lines;
  return only && lines.length === 1
    ? { type: "LineString", coordinates: only }
    : { type: "MultiLineString", coordinates: lines };
}

function toAreas(areas: readonly PolygonRings[]): Shape {
  const [only] = areas;
  return only && areas.length === 1
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: areas };
}
