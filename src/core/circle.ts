import type { Position } from "./geometry.ts";

/** Of the sphere on which areas are measured as well. */
const EARTH_RADIUS_KM = 6371.0088;
const CORNERS = 96;
/** As far as a map in the Mercator projection goes. */
const NORTHMOST = 85.05;
const DEGREE = Math.PI / 180;

/**
 * The closed ring, anticlockwise, whose corners all lie as far from a position as asked, in kilometres over the ground. Near 180
 * degrees longitudes run on beyond that. `undefined` where it reaches further north or south than maps do.
 */
export function outlineCircle([lng, lat]: Position, radiusKm: number): Position[] | undefined {
  const angle = radiusKm / EARTH_RADIUS_KM;
  if (Math.abs(lat) + angle / DEGREE > NORTHMOST) return undefined;
  const [sin, cos] = [Math.sin(lat * DEGREE), Math.cos(lat * DEGREE)];
  const corners = Array.from({ length: CORNERS }, (_, corner): Position => {
    // From north by west: anticlockwise.
    const bearing = (-2 * Math.PI * corner) / CORNERS;
    const cornerSin = sin * Math.cos(angle) + cos * Math.sin(angle) * Math.cos(bearing);
    const east = Math.atan2(Math.sin(bearing) * Math.sin(angle) * cos, Math.cos(angle) - sin * cornerSin);
    return [lng + east / DEGREE, Math.asin(cornerSin) / DEGREE];
  });
  return corners.concat(corners.slice(0, 1));
}
