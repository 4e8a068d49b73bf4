import type { Position } from "../../src/core/geometry.ts";

/** The reconstruction works on a plane where a degree of longitude is as long as at this latitude. */
const MIDDLE_LATITUDE = 35.8;
const LNG_SCALE = Math.cos((MIDDLE_LATITUDE * Math.PI) / 180);
const KM_PER_DEGREE = 111.2;

/** Position on the plane, in degrees of latitude. */
export function toPlane([lng, lat]: Position): [x: number, y: number] {
  return [lng * LNG_SCALE, lat];
}

export function fromPlane([x, y]: readonly [number, number]): [lng: number, lat: number] {
  return [x / LNG_SCALE, y];
}

/** Good to 1 % within the theatre, which is all that a choice of the nearest place needs. */
export function distanceKm(a: Position, b: Position): number {
  return Math.hypot((a[0] - b[0]) * LNG_SCALE, a[1] - b[1]) * KM_PER_DEGREE;
}

/** To 5 decimals: about a metre, far below what is known of any line. */
export function roundPosition([lng, lat]: readonly [number, number]): [number, number] {
  return [Math.round(lng * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5];
}

/** The largest of numbers from 0 on, 0 if there are none. Thousands of them are too many arguments for `Math.max`. */
export function maximum(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), 0);
}
