import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import type { MultiPolygon, Polygon, Position } from "geojson";
import type { Reporter } from "../problem.ts";

type Rings = Polygon["coordinates"];

/**
 * The area without holes that lie outside the ring they should be cut from, each warned of: there is no ground to cut
 * them from. Rings may touch. The same object if there are none.
 */
export function leaveOutStrayHoles(
  geometry: Polygon | MultiPolygon,
  reporter: Reporter,
): Polygon | MultiPolygon {
  if (geometry.type === "Polygon") {
    const coordinates = keepHolesInside(geometry.coordinates, reporter);
    return coordinates === geometry.coordinates ? geometry : { ...geometry, coordinates };
  }
  const coordinates = geometry.coordinates.map((rings) => keepHolesInside(rings, reporter));
  const isSame = coordinates.every((rings, index) => rings === geometry.coordinates[index]);
  return isSame ? geometry : { ...geometry, coordinates };
}

function keepHolesInside(rings: Rings, reporter: Reporter): Rings {
  const [outer, ...holes] = rings;
  if (!outer || holes.length === 0) return rings;
  const kept = holes.filter((hole) => {
    const isInside = !isOutside(hole, outer);
    if (!isInside) {
      reporter.warn(
        "hole-outside-ring",
        `a hole at ${hole[0]?.join(", ")} outside its ring`,
        "holes inside the first ring of their polygon",
        "it is left out; if it is ground, make it a polygon of its own",
      );
    }
    return isInside;
  });
  return kept.length === holes.length ? rings : [outer, ...kept];
}

/** Whether the first vertex of the hole that does not lie on the ring itself lies outside it. */
function isOutside(hole: readonly Position[], outer: readonly Position[]): boolean {
  const polygon: Polygon = { type: "Polygon", coordinates: [[...outer]] };
  for (const vertex of hole) {
    if (!booleanPointInPolygon(vertex, polygon)) return true;
    if (booleanPointInPolygon(vertex, polygon, { ignoreBoundary: true })) return false;
  }
  return false;
}
