import { type Bounds, isInBounds } from "../../core/geometry.ts";
import type { Reporter } from "../problem.ts";
import { isBeyondAntimeridian } from "./wrap-longitudes.ts";

/** What one walk over the coordinates of a shape tells. */
export interface Extent {
  readonly bounds: Bounds;
  /** The first position that is not on the globe. */
  readonly offGlobe: readonly [lng: number, lat: number] | undefined;
}

/** For structurally sound coordinates of any depth; `undefined` if some part of them has no position. */
export function measureExtent(coordinates: unknown): Extent | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  let offGlobe: readonly [number, number] | undefined;

  function walk(value: unknown): boolean {
    if (!Array.isArray(value) || value.length === 0) return false;
    const [lng, lat] = value as readonly unknown[];
    if (typeof lng !== "number" || typeof lat !== "number") {
      for (const part of value) if (!walk(part)) return false;
      return true;
    }
    // Written so that what is no number at all counts as off the globe.
    if (!(lng >= -180 && lng <= 180 && lat >= -90 && lat <= 90)) offGlobe ??= [lng, lat];
    if (lng < west) west = lng;
    if (lng > east) east = lng;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
    return true;
  }

  return walk(coordinates) ? { bounds: [west, south, east, north], offGlobe } : undefined;
}

/**
 * Reports a shape off the globe, or far from `bounds` and within them once longitude and latitude are swapped; warns
 * of one that merely lies outside them. Says nothing of shapes that reach into the bounds.
 */
export function checkExtent({ bounds: box, offGlobe }: Extent, bounds: Bounds, reporter: Reporter): void {
  const [west, south, east, north] = box;
  const isSwapped = isInBounds([south, west], bounds) && isInBounds([north, east], bounds);
  const swapRemedy = "longitude and latitude look swapped: longitude comes first";
  if (offGlobe) {
    const expected = "longitude from -180 to 180, then latitude from -90 to 90";
    const isProjected = Math.max(Math.abs(offGlobe[0]), Math.abs(offGlobe[1])) > 360;
    const found = `position ${offGlobe.join(", ")}`;
    if (isSwapped) reporter.error("swapped-position", found, expected, swapRemedy);
    else if (isProjected) {
      const remedy = "export it in degrees (EPSG:4326), as these look like metres of a projection";
      reporter.error("not-in-degrees", found, expected, remedy);
    } else if (isBeyondAntimeridian(box))
      reporter.error("beyond-180", found, expected, "cut it in two at 180 degrees");
    else reporter.error("off-globe", found, expected, "correct the position");
    return;
  }
  if (west <= bounds[2] && east >= bounds[0] && south <= bounds[3] && north >= bounds[1]) return;
  const report = isSwapped && isFarFrom(box, bounds) ? reporter.error : reporter.warn;
  const expected = `a position within the bounds ${bounds.join(", ")}`;
  const found = `position ${west}, ${south}`;
  if (isSwapped) report("swapped-position", found, expected, swapRemedy);
  else report("outside-bounds", found, expected, "check the position");
}

/**
 * Outside a box three times as wide and high. Nearer, a place that is merely just outside could look swapped, where
 * the bounds happen to have longitudes and latitudes of the same size (36 east, 36 north).
 */
function isFarFrom([west, south, east, north]: Bounds, bounds: Bounds): boolean {
  const width = bounds[2] - bounds[0];
  const height = bounds[3] - bounds[1];
  return (
    west > bounds[2] + width ||
    east < bounds[0] - width ||
    south > bounds[3] + height ||
    north < bounds[1] - height
  );
}
