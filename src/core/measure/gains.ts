import { difference } from "@turf/difference";
import type { MultiPolygon, Polygon } from "geojson";
import type { ControlArea } from "../records.ts";
import type { AreaGeometry } from "../geometry.ts";

/** Ground that came under a side since an earlier day. */
export interface Gain {
  readonly side: string;
  readonly geometry: AreaGeometry;
}

/**
 * The ground each side holds in `after` and did not hold in `before`; sides without gain are left out. Where one side
 * only is drawn and `remainder` holds all else, what the one lost is the other's gain.
 *
 * The same overlay as `@turf/difference` (polyclip-ts, MIT): exact to floating point, about 20 ms for two areas of a
 * thousand vertices, so ask once per day and keep the answer. Slivers are not removed: two days share the vertices of
 * every stretch that did not move, so there are none to begin with.
 */
export function findGains(
  before: readonly ControlArea[],
  after: readonly ControlArea[],
  remainder?: string,
): Gain[] {
  const sides = [...new Set([...before, ...after].map((area) => area.side))];
  const gains = sides.flatMap((side) => gainOf(side, before, after, side));
  const [only, ...others] = sides;
  const isAlone = only !== undefined && others.length === 0;
  return remainder !== undefined && isAlone ? [...gains, ...gainOf(only, after, before, remainder)] : gains;
}

/** What is `side`'s ground in `after` and was not in `before`, as the gain of `gainer`. */
function gainOf(
  side: string,
  before: readonly ControlArea[],
  after: readonly ControlArea[],
  gainer: string,
): Gain[] {
  const now = collect(after, side);
  const then = collect(before, side);
  if (now === undefined || then === undefined || isSameSet(before, after, side)) return [];
  const gained = difference({
    type: "FeatureCollection",
    features: [now, then].map((geometry) => ({ type: "Feature" as const, properties: {}, geometry })),
  });
  return gained ? [{ side: gainer, geometry: gained.geometry }] : [];
}

function isSameSet(before: readonly ControlArea[], after: readonly ControlArea[], side: string): boolean {
  const then = before.filter((area) => area.side === side);
  const now = after.filter((area) => area.side === side);
  return then.length === now.length && now.every((area) => then.includes(area));
}

function collect(areas: readonly ControlArea[], side: string): Polygon | MultiPolygon | undefined {
  const polygons = areas
    .filter((area) => area.side === side)
    .flatMap(({ geometry }) => (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates));
  return polygons.length > 0 ? { type: "MultiPolygon", coordinates: polygons } : undefined;
}
