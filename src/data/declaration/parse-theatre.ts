import type { AreaGeometry } from "../../core/geometry.ts";
import { type FeatureContext, parseFeatures } from "../geojson/geojson.ts";

/**
 * The ground over which control is told: all sound areas of a GeoJSON file together. `undefined` if it has none.
 * Properties are not read; areas that overlap are not merged, and count as ground where any of them lies.
 */
export function parseTheatre(text: string, context: FeatureContext): AreaGeometry | undefined {
  const { features } = parseFeatures(text, ["Polygon", "MultiPolygon"], context);
  const areas = features.filter(({ reporter }) => !reporter.hasFailed()).map(({ geometry }) => geometry);
  const [first, ...others] = areas;
  if (!first || others.length === 0) return first;
  const coordinates = areas.flatMap((area) =>
    area.type === "Polygon" ? [area.coordinates] : area.coordinates,
  );
  return { type: "MultiPolygon", coordinates };
}
