import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import type { MultiPolygon, Polygon } from "geojson";

/** Degrees, WGS 84, always longitude first. */
export type Position = readonly [lng: number, lat: number];

/** West, south, east, north in degrees. Around shapes on both sides of the antimeridian it goes around the world. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** One polygon or several; rings may run either way round and start anywhere. */
export type AreaGeometry = Polygon | MultiPolygon;

/** The rings of one polygon: the first is its outline, the others are holes. */
export type PolygonRings = readonly (readonly (readonly number[])[])[];

/** The polygons of an area, one for each of its parts. */
export function listPolygons(geometry: AreaGeometry): readonly PolygonRings[] {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

/** Polygons as one geometry: a Polygon if there is just one. */
export function toAreaGeometry(polygons: readonly PolygonRings[]): AreaGeometry {
  // GeoJSON's own types have no read-only form.
  const coordinates = polygons as number[][][][];
  const [only] = coordinates;
  return only && coordinates.length === 1
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates };
}

/** The rings of all parts of an area, holes included, in file order. */
export function listRings(geometry: AreaGeometry): readonly (readonly (readonly number[])[])[] {
  return geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
}

/** Whether `position` lies in the area; its edge counts as inside. Holes are outside. Turf decides. */
export function isInside(position: Position, geometry: AreaGeometry): boolean {
  return booleanPointInPolygon(position as [number, number], geometry);
}

export function findMiddle([west, south, east, north]: Bounds): Position {
  return [(west + east) / 2, (south + north) / 2];
}

/** A box that lies nowhere: the one around no position at all, and nothing is inside it. */
const NOWHERE: Bounds = [Infinity, Infinity, -Infinity, -Infinity];

/**
 * The smallest box around a geometry of any type, a list of positions or one position, whatever its size. Without any
 * position it is a box that nothing is inside ({@link isEmptyBox}).
 */
export function findBounds(shape: Coordinates | { readonly coordinates: Coordinates }): Bounds {
  let [west, south, east, north] = NOWHERE;
  // By comparing one after the other: a list spread into Math.min overflows the stack above some 65,000 positions.
  function walk(coordinates: Coordinates): void {
    const [lng, lat] = coordinates;
    if (typeof lng !== "number" || typeof lat !== "number") {
      for (const part of coordinates) if (typeof part !== "number") walk(part);
      return;
    }
    if (lng < west) west = lng;
    if (lng > east) east = lng;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  walk("coordinates" in shape ? shape.coordinates : shape);
  return [west, south, east, north];
}

/** The smallest box around several, those of nothing left out; one that nothing is inside if there are none. */
export function joinBounds(boxes: readonly Bounds[]): Bounds {
  const corners = boxes.filter((box) => !isEmptyBox(box));
  return findBounds(
    corners.map(([west, south, east, north]) => [
      [west, south],
      [east, north],
    ]),
  );
}

/** The edge of a box as a closed ring, counter-clockwise from the lower left corner. */
export function outlineBox([west, south, east, north]: Bounds): [lng: number, lat: number][] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

/** Whether a box is one around no position at all. */
export function isEmptyBox([west, south, east, north]: Bounds): boolean {
  return !(west <= east && south <= north);
}

/** Whether `position` lies in the box, its edge included. */
export function isInBounds([lng, lat]: Position, [west, south, east, north]: Bounds): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

/** Whether two boxes have any point in common, their edges included. */
export function isTouching([west, south, east, north]: Bounds, other: Bounds): boolean {
  return west <= other[2] && other[0] <= east && south <= other[3] && other[1] <= north;
}

/** Mercator's edge; beyond it there is no map. */
const MOST_LAT = 85;
/** How much more than the larger side of the theatre can be seen: wide and high screens show more than the theatre. */
const REACH = { lng: 2.7, lat: 2.2 };

/** The box around the theatre within which the map may be dragged. */
export function widenBounds(bounds: Bounds): [west: number, south: number, east: number, north: number] {
  const [west, south, east, north] = bounds;
  const stretch = findStretch(bounds);
  const side = findLargerSide(bounds);
  const lng = (side * REACH.lng - (east - west)) / 2;
  const lat = (side * REACH.lat * stretch - (north - south)) / 2;
  return [west - lng, Math.max(-MOST_LAT, south - lat), east + lng, Math.min(MOST_LAT, north + lat)];
}

/** No theatre is treated as smaller than this: one of a single place has no size at all. */
const LEAST_SIDE_DEGREES = 0.02;

/** Width or height, whichever looks larger on the map, in degrees of longitude. */
export function findLargerSide(bounds: Bounds): number {
  const [west, south, east, north] = bounds;
  return Math.max(east - west, (north - south) / findStretch(bounds), LEAST_SIDE_DEGREES);
}

/** How many degrees of latitude the map draws as long as one of longitude, in the middle of the box. */
function findStretch([, south, , north]: Bounds): number {
  return Math.cos((((south + north) / 2) * Math.PI) / 180);
}

/** The coordinates of a geometry of any type: lists within lists, with positions at the bottom. */
export type Coordinates = readonly (number | Coordinates)[];

/** How many positions there are, the repeated end of a ring included. */
export function countVertices(coordinates: Coordinates): number {
  if (typeof coordinates[0] === "number") return 1;
  return coordinates.reduce<number>(
    (sum, part) => sum + (typeof part === "number" ? 0 : countVertices(part)),
    0,
  );
}
