import { type AreaGeometry, listPolygons, toAreaGeometry } from "../../core/geometry.ts";
import { type FeatureContext, parseFeatures } from "../geojson/geojson.ts";
import { mendGround } from "../geojson/mend-ground.ts";
import { reportOn } from "../problem.ts";

/**
 * The ground over which control is told: all sound areas of a GeoJSON file together, each place once. `undefined` if it
 * has none. Properties are not read.
 */
export function parseTheatre(text: string, context: FeatureContext): AreaGeometry | undefined {
  const { features } = parseFeatures(text, ["Polygon", "MultiPolygon"], context);
  const areas = features.filter(({ reporter }) => !reporter.hasFailed()).map(({ geometry }) => geometry);
  if (areas.length === 0) return undefined;
  const whole = toAreaGeometry(areas.flatMap(listPolygons));
  return mendGround(whole, reportOn(context.problems, context.file));
}
