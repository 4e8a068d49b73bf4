import { difference } from "@turf/difference";
import type { MultiPolygon, Polygon } from "geojson";
import type { ControlArea } from "./dataset.ts";
import type { AreaGeometry } from "./geometry.ts";

/** Ground that came under a side since an earlier day. */
export interface Gain {
  readonly side: string;
  readonly geometry: AreaGeometry;
}

/**
 * The ground each side holds in `after` and did not hold in `before`; sides without gain are left out.
 *
 * The same overlay as `@turf/difference` (polyclip-ts, MIT): exact to floating point, about 20 ms for two areas of a
 * thousand vertices, so ask once per day and keep the answer. Slivers are not removed: two days share the vertices of
 * every stretch that did not move, so there are none to begin with.
 */
export function findGains(before: readonly ControlArea[], after: readonly ControlArea[]): Gain[] {
  const sides = [...new Set(after.map((area) => area.side))];
  return sides.flatMap((side) => {
    const now = collect(after, side);
    const then = collect(before, side);
    if (now === undefined || then === undefined || isSameSet(before, after, side)) return [];
    const gained = difference({
      type: "FeatureCollection",
      features: [now, then].map((geometry) => ({ type: "Feature" as const, properties: {}, geometry })),
    });
    return gained ? [{ side, geometry: gained.geometry }] : [];
  });
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
