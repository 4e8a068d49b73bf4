import { type Place, reportOn, toOneLine } from "../../data/problem.ts";
import { parseJson } from "../../data/text/json.ts";
import { createRecordLocator } from "../../data/text/locate-records.ts";
import { isRecord, type RawRecord } from "../../data/text/record.ts";
import { decodeText } from "../decode.ts";
import { flattenProperties } from "../flatten.ts";
import { placeRows } from "../place-rows.ts";
import { nameOfFile, type Reading } from "../reading.ts";
import { readSystem } from "../read-system.ts";
import { buildSheet } from "../sheet-builder.ts";
import type { Sheet } from "../sheet.ts";
import { parseSystem, type SystemSaid } from "../systems.ts";
import { isArcgis, readArcgis } from "./arcgis.ts";
import { isTopology, readTopology } from "./topojson.ts";

/**
 * JSON with data in it: GeoJSON of any form, ArcGIS JSON, TopoJSON, a list of records, or any of these within something else
 * or one a line. What a value is, is told by its form and never by the name of the file.
 */
export async function readJson(reading: Reading): Promise<readonly Sheet[]> {
  const decoded = decodeText(reading);
  if (decoded === undefined) return [];
  // What stands before each value in a sequence of them (RFC 7464).
  const text = decoded.replaceAll("\u001E", "");
  const { file, limits, problems } = reading;
  const reporter = reportOn(problems, file);
  const lines = readLines(text);
  if (lines)
    return [
      await readItems(readValues(lines, reading), { reading, name: nameOfFile(file), locate: locateLine }),
    ];
  const value = parseJson(text, reporter);
  if (reporter.hasFailed()) return [];
  const { found, isTooDeep } = findData(value, limits.nesting);
  if (found.length === 0) {
    const remedy = "export the data as GeoJSON, or as a table";
    if (isTooDeep)
      reporter.error(
        "nested-too-deeply",
        `lists or objects within ${limits.nesting} others`,
        "a few at most",
        remedy,
      );
    else
      reporter.error(
        "unknown-file-kind",
        "JSON in which no data are found",
        "features, shapes, or a list of records",
        remedy,
      );
    return [];
  }
  const sheets: Sheet[] = [];
  for (const part of found) {
    const name = nameSheetOf(part, found.length, file);
    if (part.path.length > 0)
      reading.notes.push({ kind: "found-within", file, sheet: name, path: part.path.join(".") });
    const isTop = part.path.length === 0 || part.path.join() === "features";
    const locate = isTop ? createRecordLocator(text, "features") : undefined;
    sheets.push(...(await readPart(part, { reading, name, locate })));
  }
  return sheets;
}

function locateLine(index: number): Place {
  return { line: index + 1, column: undefined };
}

function nameSheetOf({ path, value }: Found, count: number, file: string): string {
  const own = isRecord(value) ? value["name"] : undefined;
  if (count > 1) return toOneLine(path.join("."));
  return typeof own === "string" && own.trim() !== "" && isFeatures(value)
    ? toOneLine(own.trim())
    : nameOfFile(file);
}

/** One value a line (also with a record separator before each), if the text is that and no single value. */
function readLines(text: string): readonly string[] | undefined {
  const start = text.search(/\S/);
  const end = start < 0 ? -1 : text.indexOf("\n", start);
  const first = text.slice(start, end).trim();
  if (end < 0 || !first.startsWith("{") || !first.endsWith("}")) return undefined;
  // A value of one line, with nothing but blank lines after it, is no list of several.
  if (!/\S/.test(text.slice(end))) return undefined;
  try {
    JSON.parse(first);
  } catch {
    return undefined;
  }
  return text.split(/\r?\n/);
}

/** The values of lines, `undefined` for those that are blank, and for those that are none, after reporting them. */
function readValues(lines: readonly string[], { file, problems }: Reading): unknown[] {
  return lines.map((line, index) => {
    const body = line.trim();
    if (body === "") return undefined;
    try {
      return JSON.parse(body) as unknown;
    } catch {
      const reporter = reportOn(problems, file, `feature ${index + 1}`, () => locateLine(index));
      reporter.error("broken-json", "a line that is not JSON", "one value a line", "mend or delete the line");
      return undefined;
    }
  });
}

interface Found {
  /** Members that lead to it. */
  readonly path: readonly string[];
  readonly value: unknown;
  readonly isGeographic: boolean;
}

/** How many members are looked into, and how many lists of data are taken from one file. */
const MOST_LOOKS = 20_000;
const MOST_FOUND = 1000;
/** Records that tell in which member shapes are. */
const SAMPLE = 100;

/** The data within a value, nearest to its top: everything that has shapes, or else the lists of records. */
function findData(root: unknown, nesting: number): { found: readonly Found[]; isTooDeep: boolean } {
  const found: Found[] = [];
  let level: { path: readonly string[]; value: unknown }[] = [{ path: [], value: root }];
  for (let depth = 0, looks = 0; depth < nesting && level.length > 0; depth++) {
    const next: typeof level = [];
    for (const { path, value } of level) {
      looks += 1;
      if (looks > MOST_LOOKS || found.length > MOST_FOUND) return { found: choose(found), isTooDeep: false };
      const kind = classify(value);
      if (kind !== undefined) found.push({ path, value, isGeographic: kind === "shapes" });
      if (kind === "shapes" || typeof value !== "object" || value === null) continue;
      for (const [key, member] of Object.entries(value))
        if (typeof member === "object" && member !== null) next.push({ path: [...path, key], value: member });
    }
    level = next;
  }
  return { found: choose(found), isTooDeep: level.length > 0 };
}

function choose(found: readonly Found[]): readonly Found[] {
  const shapes = found.filter(({ isGeographic }) => isGeographic);
  if (shapes.length > 0) return shapes;
  const depth = Math.min(...found.map(({ path }) => path.length));
  return found.filter(({ path }) => path.length === depth);
}

function classify(value: unknown): "shapes" | "records" | undefined {
  if (Array.isArray(value)) {
    const items = value as readonly unknown[];
    if (items.length === 0 || !items.every((item) => isRecord(item))) return undefined;
    const isShapes = items.some((item) => isFeature(item) || isGeometry(item));
    return isShapes || findGeometryMember(items) !== undefined ? "shapes" : "records";
  }
  if (!isRecord(value)) return undefined;
  const isShapes =
    isFeatures(value) || isFeature(value) || isGeometry(value) || isTopology(value) || isArcgis(value);
  return isShapes ? "shapes" : undefined;
}

function isFeatures(value: unknown): value is RawRecord & { features: readonly unknown[] } {
  return isRecord(value) && value["type"] === "FeatureCollection" && Array.isArray(value["features"]);
}

function isFeature(value: unknown): value is RawRecord {
  return isRecord(value) && value["type"] === "Feature" && ("geometry" in value || "properties" in value);
}

function isGeometry(value: unknown): value is RawRecord {
  if (!isRecord(value)) return false;
  const { type, coordinates, geometries } = value;
  if (type === "GeometryCollection") return Array.isArray(geometries);
  return (
    typeof type === "string" &&
    /^(?:Multi)?(?:Point|LineString|Polygon)$/.test(type) &&
    Array.isArray(coordinates)
  );
}

/** The member of records that has the shape of each, as services for which a shape is one value among others have it. */
function findGeometryMember(items: readonly unknown[]): string | undefined {
  for (const item of items.slice(0, SAMPLE))
    if (isRecord(item)) for (const key in item) if (isGeometry(item[key])) return key;
  return undefined;
}

interface PartContext {
  readonly reading: Reading;
  readonly name: string;
  readonly locate: ((index: number) => Place | undefined) | undefined;
}

async function readPart({ value }: Found, context: PartContext): Promise<readonly Sheet[]> {
  const { reading, name } = context;
  if (isTopology(value)) return readTopology(value, reading);
  if (isArcgis(value)) return readArcgis(value, reading, name);
  if (Array.isArray(value)) return [await readItems(value, context)];
  const features = isFeatures(value) ? value.features : [value];
  return [await readFeatures(features, isRecord(value) ? value["crs"] : undefined, context)];
}

function readItems(items: readonly unknown[], context: PartContext): Promise<Sheet> {
  const isShapes = items.some((item) => isFeature(item) || isGeometry(item) || isFeatures(item));
  return isShapes ? readFeatures(flattenCollections(items), undefined, context) : readRecords(items, context);
}

/** Lines may hold whole collections. */
function flattenCollections(items: readonly unknown[]): readonly unknown[] {
  return items.flatMap((item) => (isFeatures(item) ? item.features : [item]));
}

async function readFeatures(
  features: readonly unknown[],
  crs: unknown,
  context: PartContext,
): Promise<Sheet> {
  const { reading, name, locate } = context;
  const { file, problems, pacer } = reading;
  const system = await readSystem(reading, readCrs(crs), name);
  const builder = buildSheet(reading, {
    name,
    format: "geojson",
    rowWord: "feature",
    project: system?.project,
    isShapeless: system?.isUnknown ?? false,
    ...(locate && { locate }),
  });
  for (const [index, feature] of features.entries()) {
    await pacer.pace("reading", index, features.length);
    if (feature === undefined) continue;
    if (isGeometry(feature)) {
      if (!builder.add(index + 1, [], feature)) break;
      continue;
    }
    if (!isRecord(feature) || (feature["type"] !== "Feature" && !("geometry" in feature))) {
      const reporter = reportOn(problems, file, `feature ${index + 1}`, () => locate?.(index));
      reporter.error(
        "not-geojson",
        "something else than a feature",
        "a GeoJSON Feature",
        "delete it, or export the layer again",
      );
      continue;
    }
    const properties = isRecord(feature["properties"]) ? feature["properties"] : {};
    const values = flattenProperties(properties);
    const { id } = feature;
    if ((typeof id === "string" || typeof id === "number") && !values.some(([key]) => key === "id"))
      values.unshift(["id", id]);
    if (!builder.add(index + 1, values, feature["geometry"])) break;
  }
  return builder.finish();
}

/** What the member `crs` of GeoJSON before its standard says. */
function readCrs(crs: unknown): SystemSaid | undefined {
  const properties = isRecord(crs) ? crs["properties"] : undefined;
  if (!isRecord(properties)) return undefined;
  const { name, code } = properties;
  if (typeof code === "number") return { code };
  if (typeof name !== "string") return undefined;
  const number = parseSystem(name);
  return number === undefined ? { definition: name } : { code: number };
}

/** A list of plain objects as a table, whose shapes are in one of its members, or made of its columns. */
async function readRecords(items: readonly unknown[], { reading, name }: PartContext): Promise<Sheet> {
  const builder = buildSheet(reading, { name, format: "json", rowWord: "record" });
  const member = findGeometryMember(items);
  for (const [index, item] of items.entries()) {
    await reading.pacer.pace("reading", index, items.length);
    if (!isRecord(item)) continue;
    const { [member ?? ""]: geometry, ...others } = item;
    if (!builder.add(index + 1, flattenProperties(member === undefined ? item : others), member && geometry))
      break;
  }
  const sheet = builder.finish();
  return member === undefined ? placeRows(sheet, reading) : sheet;
}
