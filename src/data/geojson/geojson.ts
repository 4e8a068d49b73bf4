import type { Geometry } from "geojson";
import geojsonValidation from "geojson-validation";
import { type Bounds, listPolygons, type Position } from "../../core/geometry.ts";
import {
  countTurnedRings,
  createGeometryTally,
  type GeometryTally,
  mendCoordinates,
  reportGeometryTally,
} from "./check-coordinates.ts";
import { DATA_LIMITS } from "../limits.ts";
import { findCollection, isWebMercator, unprojectFeature } from "./find-collection.ts";
import { leaveOutStrayHoles } from "./check-holes.ts";
import { checkTexts } from "../text/check-text.ts";
import { checkExtent, type Extent, measureExtent } from "./check-positions.ts";
import { parseJson, stripByteOrderMark } from "../text/json.ts";
import { createRecordLocator } from "../text/locate-records.ts";
import { describeValue, nameRecord, type Problem, type Reporter, reportOn, toOneLine } from "../problem.ts";
import { getValue, isRecord, type RawRecord } from "../text/record.ts";
import { findLongEdge, isBeyondAntimeridian, wrapLongitudes } from "./wrap-longitudes.ts";

export type GeometryType = "Point" | "LineString" | "MultiLineString" | "Polygon" | "MultiPolygon";

/**
 * A feature as far as GeoJSON goes; what its properties mean is for the caller to read. Broken ones are among them,
 * so that all their faults show in one run: the geometry may be relied on only while the reporter has not failed.
 */
export interface ReadFeature<Type extends GeometryType> {
  readonly geometry: Extract<Geometry, { type: Type }>;
  readonly properties: RawRecord;
  readonly reporter: Reporter;
}

export interface FeatureFile<Type extends GeometryType> {
  readonly features: readonly ReadFeature<Type>[];
  /** The `id` of every feature, broken or not, so that references to a broken one need not be reported as well. */
  readonly ids: ReadonlySet<string>;
}

export interface FeatureContext {
  readonly file: string;
  readonly problems: Problem[];
  /** Shapes wholly outside are warned of. */
  readonly bounds: Bounds;
  /** Where to count what was put right, for a caller that reads several like files and tells it once. */
  readonly tally?: GeometryTally | undefined;
  /** The folder of like files that this is one of. */
  readonly group?: string | undefined;
  /** Features to be passed over unread: of another kind than what the file is read for. */
  readonly isForeign?: ((feature: RawRecord) => boolean) | undefined;
}

/** The features of a GeoJSON file, after reporting all that is wrong with their geometry and with the file. */
export function parseFeatures<Type extends GeometryType>(
  text: string,
  types: readonly Type[],
  { bounds, file, problems, tally: sharedTally, group, isForeign }: FeatureContext,
): FeatureFile<Type> {
  const body = stripByteOrderMark(text);
  const locate = createRecordLocator(body, "features");
  const tally = sharedTally ?? createGeometryTally();
  const fileReporter = reportOn(problems, file, "", undefined, group);
  const rawFeatures = readCollection(body, fileReporter);
  const ids = new Set<string>();
  const features: ReadFeature<Type>[] = [];
  for (const [index, raw] of rawFeatures.entries()) {
    if (isForeign && isRecord(raw) && isForeign(raw)) continue;
    const properties = isRecord(raw) && isRecord(raw["properties"]) ? raw["properties"] : {};
    const id = getValue(properties, "id");
    const record = nameRecord("feature", index, id);
    const reporter = reportOn(problems, file, record, () => locate(index), group);
    if (typeof id === "string" || typeof id === "number") ids.add(String(id));
    checkTexts(properties, reporter);
    const geometry = keepShape(checkFeature(raw, types, { bounds, tally, reporter }));
    features.push({ geometry, properties, reporter } as ReadFeature<Type>);
  }
  if (!sharedTally) reportGeometryTally(tally, fileReporter);
  return { features, ids };
}

/** A geometry without members that are nobody's business: what is read of it becomes a record. */
function keepShape(geometry: unknown): unknown {
  return isRecord(geometry) ? { type: geometry["type"], coordinates: geometry["coordinates"] } : geometry;
}

function readCollection(text: string, reporter: Reporter): readonly unknown[] {
  const whole = parseJson(text, reporter);
  if (whole === undefined) return [];
  const collection = findCollection(whole);
  if (!collection || !Array.isArray(collection["features"])) {
    const type = isRecord(whole) ? `type ${describeValue(whole["type"])}` : describeValue(whole);
    reporter.error(
      "not-geojson",
      type,
      "a GeoJSON FeatureCollection with a list of features",
      "export the layer as GeoJSON again",
    );
    return [];
  }
  if (collection["features"].length > DATA_LIMITS.rows) {
    const found = `${collection["features"].length} features`;
    const remedy = "take out features that are not needed, or split the file";
    reporter.error("file-too-large", found, `at most ${DATA_LIMITS.rows} features`, remedy);
    return [];
  }
  const system = nameSystem(collection["crs"]);
  const isInMetres = system !== undefined && isWebMercator(system);
  const expected = "longitude and latitude on WGS 84, in which GeoJSON is";
  if (isInMetres) {
    const remedy = "nothing need be done: it is turned into degrees";
    reporter.note("turned-into-degrees", `crs ${describeValue(system)}`, expected, remedy);
  } else if (system !== undefined) {
    reporter.warn(
      "not-in-degrees",
      `crs ${describeValue(system)}`,
      expected,
      "export the layer in EPSG:4326; it is read as if it were",
    );
  }
  // The features are judged one by one afterwards, so that each message can name its record.
  reportMessages(validate({ ...collection, features: [] }), reporter);
  if (collection["features"].length === 0) {
    reporter.warn("no-features", "no features", "at least one feature", "draw some, or delete the file");
  }
  return isInMetres ? collection["features"].map(unprojectFeature) : collection["features"];
}

/** The system of coordinates that a collection names, if it is another than the one of GeoJSON. */
function nameSystem(crs: unknown): string | undefined {
  const properties = isRecord(crs) ? crs["properties"] : undefined;
  const name = isRecord(properties) ? properties["name"] : undefined;
  return typeof name === "string" && !/(CRS:?84|EPSG:+4326|WGS ?84)$/i.test(name) ? name : undefined;
}

/** Reports what is wrong with a feature as GeoJSON and returns its geometry as far as it could be mended. */
function checkFeature(
  feature: unknown,
  types: readonly GeometryType[],
  { bounds, tally, reporter }: { bounds: Bounds; tally: GeometryTally; reporter: Reporter },
): unknown {
  if (!isRecord(feature) || feature["type"] !== "Feature") {
    const found = isRecord(feature) ? `type ${describeValue(feature["type"])}` : describeValue(feature);
    reporter.error("not-geojson", found, "a GeoJSON Feature", "delete it or make it a Feature");
    return undefined;
  }
  const raw = feature["geometry"];
  const type = isRecord(raw) ? raw["type"] : undefined;
  if (!isRecord(raw) || !types.some((allowed) => allowed === type)) {
    const code = isRecord(raw) ? "wrong-geometry" : "no-position";
    const found = isRecord(raw) ? `geometry ${describeValue(type)}` : "no geometry";
    reporter.error(code, found, types.join(" or "), `draw it as ${types.join(" or ")}`);
    return undefined;
  }
  const geometry = mendCoordinates(raw, tally);
  // The member may be left out by those who have nothing to say in it.
  reportMessages(validate({ properties: {}, ...feature, geometry }), reporter);
  if (reporter.hasFailed()) return geometry;
  const extent = measureExtent(geometry["coordinates"]);
  if (!extent) {
    const expected = "at least one position in each part";
    reporter.error("no-position", "no coordinates", expected, "draw the shape or delete the feature");
    return geometry;
  }
  warnOfLongEdge(geometry["coordinates"], extent, reporter);
  const wrapped = bringBack(geometry, extent, types);
  if (wrapped) tally.wrapped += 1;
  const shape = wrapped ?? geometry;
  checkExtent(measureExtent(shape["coordinates"]) ?? extent, bounds, reporter);
  return reporter.hasFailed() ? shape : checkRings(shape, tally, reporter);
}

function warnOfLongEdge(coordinates: unknown, { bounds: [west, , east] }: Extent, reporter: Reporter): void {
  // Only a shape that is as wide as that has such an edge.
  const edge = east - west > 180 ? findLongEdge(coordinates) : undefined;
  if (!edge) return;
  const [from, to] = edge;
  const other = to < from ? to + 360 : to - 360;
  const found = `an edge from ${from} to ${to} degrees, which is drawn more than half around the globe`;
  const remedy = `if it is to cross at 180 degrees, write ${other} for ${to}, or cut the shape there`;
  reporter.warn("edge-around-globe", found, "edges of at most 180 degrees", remedy);
}

/** A shape beyond 180 degrees brought back; `undefined` for any other, and where it would be cut and may not be. */
function bringBack(
  geometry: RawRecord,
  { bounds }: Extent,
  types: readonly GeometryType[],
): RawRecord | undefined {
  if (!isBeyondAntimeridian(bounds)) return undefined;
  // Sound by now, and of one of the types that are asked for.
  const shape = wrapLongitudes(geometry as unknown as Parameters<typeof wrapLongitudes>[0]);
  return types.includes(shape.type) ? { ...geometry, ...shape } : undefined;
}

/** What only areas have. */
function checkRings(geometry: RawRecord, tally: GeometryTally, reporter: Reporter): RawRecord {
  const { type } = geometry;
  if (type !== "Polygon" && type !== "MultiPolygon") return geometry;
  const area = leaveOutStrayHoles(geometry as unknown as Extract<Geometry, { type: typeof type }>, reporter);
  tally.turnedRings += countTurnedRings(listPolygons(area));
  return area as unknown as RawRecord;
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
  reporter.error(
    "invalid-geojson",
    `invalid GeoJSON: ${plain}${others}`,
    "valid GeoJSON (RFC 7946)",
    "correct the coordinates",
  );
}

/** Longitude and latitude of a position that has been found sound; a height is left away. */
export function toPosition([lng = 0, lat = 0]: readonly number[]): Position {
  return [lng, lat];
}
