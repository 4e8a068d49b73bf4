import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import type { MultiPolygon, Polygon } from "geojson";

/** Degrees, WGS 84, always longitude first. */
export type Position = readonly [lng: number, lat: number];

/** West, south, east, north in degrees. No data set of ours crosses the antimeridian. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** One polygon or several; rings may run either way round and start anywhere. */
export type AreaGeometry = Polygon | MultiPolygon;

/** The rings of all parts of an area, holes included, in file order. */
export function listRings(geometry: AreaGeometry): readonly (readonly (readonly number[])[])[] {
  return geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
}

/** Whether `position` lies in the area; its edge counts as inside. Holes are outside. Turf decides. */
export function isInside(position: Position, geometry: AreaGeometry): boolean {
  return booleanPointInPolygon(position as [number, number], geometry);
}

/** The smallest box around an area. An area without vertices gives a box that nothing is inside. */
export function findBounds(geometry: AreaGeometry): Bounds {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const ring of listRings(geometry)) {
    for (const [lng = Number.NaN, lat = Number.NaN] of ring) {
      if (lng < west) west = lng;
      if (lng > east) east = lng;
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    }
  }
  return [west, south, east, north];
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
