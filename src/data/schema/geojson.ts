import * as v from "valibot";

/**
 * GeoJSON as far as a JSON Schema tells of it. Files are read by a package for GeoJSON and by rules of our own, which
 * say more and in better words; this is for the published schemas.
 */
const position = v.pipe(v.array(v.number()), v.minLength(2));
const line = v.pipe(v.array(position), v.minLength(2));
const ring = v.pipe(v.array(position), v.minLength(4));
const polygon = v.pipe(v.array(ring), v.minLength(1));

function geometry<const Type extends string, Schema extends v.GenericSchema>(
  type: Type,
  coordinates: Schema,
) {
  return v.object({ type: v.literal(type), coordinates });
}

export const POINT = geometry("Point", position);
export const LINE = geometry("LineString", line);
export const LINES = geometry("MultiLineString", v.pipe(v.array(line), v.minLength(1)));
export const AREA = geometry("Polygon", polygon);
export const AREAS = geometry("MultiPolygon", v.pipe(v.array(polygon), v.minLength(1)));

/** A collection of features with these properties, of these shapes. */
export function featureCollection(properties: v.GenericSchema, shapes: readonly v.GenericSchema[]) {
  const [only] = shapes;
  return v.object({
    type: v.literal("FeatureCollection"),
    features: v.array(
      v.object({
        type: v.literal("Feature"),
        properties,
        geometry: only && shapes.length === 1 ? only : v.union([...shapes]),
      }),
    ),
  });
}
