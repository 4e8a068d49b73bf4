import type { Geometry } from "geojson";
import geojsonValidation from "geojson-validation";
import { type Bounds, isInBounds, type Position } from "../core/geometry.ts";
import { type Fields, getValue, isRecord, type RawRecord, readFields } from "./fields.ts";
import { parseJson } from "./json.ts";
import { describeValue, nameRecord, type Reporter, reportOn, toOneLine } from "./problem.ts";
import type { StoryContext } from "./story-context.ts";

export type GeometryType = "Point" | "LineString" | "MultiLineString" | "Polygon" | "MultiPolygon";

/**
 * A feature as far as GeoJSON goes; what its properties mean is for the caller to read. Broken ones are among them,
 * so that all their faults show in one run: the geometry may be relied on only while the reporter has not failed.
 */
export interface ReadFeature<Type extends GeometryType> {
  readonly geometry: Extract<Geometry, { type: Type }>;
  readonly properties: RawRecord;
  readonly fields: Fields;
  readonly reporter: Reporter;
}

export interface FeatureFile<Type extends GeometryType> {
  readonly features: readonly ReadFeature<Type>[];
  /** The `id` of every feature, broken or not, so that references to a broken one need not be reported as well. */
  readonly ids: ReadonlySet<string>;
}

/** The features of a GeoJSON file, after reporting all that is wrong with their geometry and with the file. */
export function parseFeatures<Type extends GeometryType>(
  text: string,
  types: readonly Type[],
  { bounds, file, problems }: StoryContext,
): FeatureFile<Type> {
  const ids = new Set<string>();
  const features: ReadFeature<Type>[] = [];
  for (const [index, raw] of listRawFeatures(text, reportOn(problems, file)).entries()) {
    const properties = isRecord(raw) && isRecord(raw["properties"]) ? raw["properties"] : {};
    const id = getValue(properties, "id");
    const reporter = reportOn(problems, file, nameRecord("feature", index, id));
    if (typeof id === "string") ids.add(id);
    const geometry = checkFeature(raw, types, bounds, reporter);
    features.push({
      geometry,
      properties,
      fields: readFields(properties, reporter),
      reporter,
    } as ReadFeature<Type>);
  }
  return { features, ids };
}

function listRawFeatures(text: string, reporter: Reporter): readonly unknown[] {
  const collection = parseJson(text, reporter);
  if (collection === undefined) return [];
  if (
    !isRecord(collection) ||
    collection["type"] !== "FeatureCollection" ||
    !Array.isArray(collection["features"])
  ) {
    const type = isRecord(collection)
      ? `type ${describeValue(collection["type"])}`
      : describeValue(collection);
    reporter.error(
      type,
      "a GeoJSON FeatureCollection with a list of features",
      "export the layer as GeoJSON again",
    );
    return [];
  }
  // The features are judged one by one afterwards, so that each message can name its record.
  reportMessages(validate({ ...collection, features: [] }), reporter);
  return collection["features"];
}

/** Reports what is wrong with a feature as GeoJSON and returns its geometry, whatever that is. */
function checkFeature(
  feature: unknown,
  types: readonly GeometryType[],
  bounds: Bounds,
  reporter: Reporter,
): unknown {
  if (!isRecord(feature) || feature["type"] !== "Feature") {
    const found = isRecord(feature) ? `type ${describeValue(feature["type"])}` : describeValue(feature);
    reporter.error(found, "a GeoJSON Feature", "delete it or make it a Feature");
    return undefined;
  }
  const geometry = feature["geometry"];
  const type = isRecord(geometry) ? geometry["type"] : undefined;
  if (!isRecord(geometry) || !types.some((allowed) => allowed === type)) {
    const found = isRecord(geometry) ? `geometry ${describeValue(type)}` : "no geometry";
    reporter.error(found, types.join(" or "), `draw it as ${types.join(" or ")}`);
    return undefined;
  }
  reportMessages(validate(feature), reporter);
  if (!reporter.hasFailed()) checkPositions(geometry["coordinates"], bounds, reporter);
  return geometry;
}

/** What the package says. Only for objects of a known type: it takes `type: "toString"` for one it knows. */
function validate(object: unknown): string[] {
  try {
    return geojsonValidation.valid(object, true);
  } catch {
    // It also takes for granted that a ring has a first position.
    return ["coordinates are missing or empty"];
  }
}

/** One problem for a whole shape: a line of text coordinates would otherwise give a message for each of them. */
function reportMessages(messages: readonly string[], reporter: Reporter): void {
  const [first, ...more] = messages;
  if (first === undefined) return;
  const plain = toOneLine(first.replaceAll("[object Object]", "an object").replace(/\.$/, ""), 120);
  const others = more.length > 0 ? ` (and ${more.length} more)` : "";
  const isOpenRing = first.includes("first and last positions");
  const remedy = isOpenRing ? "end each ring with its first position" : "correct the coordinates";
  reporter.error(`invalid GeoJSON: ${plain}${others}`, "valid GeoJSON (RFC 7946)", remedy);
}

/** Reports empty geometries and positions off the globe, and warns of shapes that lie wholly outside `bounds`. */
function checkPositions(coordinates: unknown, bounds: Bounds, reporter: Reporter): void {
  const positions: Position[] = [];
  if (!collectPositions(coordinates, positions)) {
    reporter.error(
      "no coordinates",
      "at least one position in each part",
      "draw the shape or delete the feature",
    );
    return;
  }
  const offGlobe = positions.find(([lng, lat]) => Math.abs(lng) > 180 || Math.abs(lat) > 90);
  if (offGlobe) {
    const expected = "longitude from -180 to 180, then latitude from -90 to 90";
    reporter.error(
      `position ${offGlobe.join(", ")}`,
      expected,
      suggestSwap(offGlobe, bounds, "correct the position"),
    );
    return;
  }
  const [first] = positions;
  if (first && !positions.some((position) => isInBounds(position, bounds))) {
    const expected = `a position within the bounds ${bounds.join(", ")}`;
    reporter.warn(`position ${first.join(", ")}`, expected, suggestSwap(first, bounds, "check the position"));
  }
}

function suggestSwap([lng, lat]: Position, bounds: Bounds, otherwise: string): string {
  const looksSwapped = isInBounds([lat, lng], bounds);
  return looksSwapped ? "longitude and latitude look swapped: longitude comes first" : otherwise;
}

/** Adds every position at any depth to `into`; false if some part is empty. A third value (height) is ignored. */
function collectPositions(coordinates: unknown, into: Position[]): boolean {
  if (!Array.isArray(coordinates) || coordinates.length === 0) return false;
  const [lng, lat] = coordinates;
  if (typeof lng !== "number" || typeof lat !== "number") {
    return coordinates.every((part) => collectPositions(part, into));
  }
  into.push([lng, lat]);
  return true;
}

/** Longitude and latitude of a position that has been found sound; a height is left away. */
export function toPosition([lng = 0, lat = 0]: readonly number[]): Position {
  return [lng, lat];
}
