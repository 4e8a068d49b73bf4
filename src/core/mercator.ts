import type { Position } from "./geometry.ts";

/** A place on the Web Mercator square: x from 0 (180 W) to 1 (180 E), y from 0 (north, about 85.05 N) to 1. */
export type MercatorPoint = readonly [x: number, y: number];

/** Longitudes beyond 180 degrees lead beyond the square, as the map is flat. Poles lead to infinity. */
export function projectMercator([lng, lat]: Position): MercatorPoint {
  const northing = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  return [(lng + 180) / 360, 0.5 - northing / (2 * Math.PI)];
}

/** The position of a place on the square: the inverse of {@link projectMercator}. */
export function unprojectMercator([x, y]: MercatorPoint): Position {
  const lat = (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90;
  return [x * 360 - 180, lat];
}
