import { earthRadius } from "@turf/helpers";
import type { Position } from "./geometry.ts";

/** Kilometres to a degree of latitude, on the sphere on which Turf measures everything else. */
export const KM_PER_DEGREE = ((earthRadius / 1000) * Math.PI) / 180;

/** How many degrees of latitude are as long as one of longitude there. */
function findScale([, lat]: Position): number {
  return Math.cos((lat * Math.PI) / 180);
}

/**
 * Kilometres east and north of `origin`, on the plane that touches the sphere there: off by less than a hundredth within
 * a hundred kilometres, and not made for shapes that cross 180 degrees.
 */
export function toPlaneKm([lng, lat]: Position, origin: Position): readonly [east: number, north: number] {
  return [(lng - origin[0]) * KM_PER_DEGREE * findScale(origin), (lat - origin[1]) * KM_PER_DEGREE];
}

/** The inverse of {@link toPlaneKm}. */
export function fromPlaneKm([east, north]: readonly [number, number], origin: Position): [number, number] {
  return [origin[0] + east / KM_PER_DEGREE / findScale(origin), origin[1] + north / KM_PER_DEGREE];
}

/** Kilometres from a position to the nearest point of a segment, on the plane that is true at `origin`. */
export function measureKmToSegment(
  position: Position,
  start: Position,
  end: Position,
  origin: Position,
): number {
  const [x, y] = toPlaneKm(position, origin);
  const [startX, startY] = toPlaneKm(start, origin);
  const [endX, endY] = toPlaneKm(end, origin);
  const [dx, dy] = [endX - startX, endY - startY];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((x - startX) * dx + (y - startY) * dy) / square;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(x - startX - share * dx, y - startY - share * dy);
}
