import { arcgisToGeoJSON } from "@terraformer/arcgis";
import { type Day, fromDayNumber, parseDay } from "../../core/day.ts";
import { describeValue, reportOn } from "../../data/problem.ts";
import { isRecord, type RawRecord } from "../../data/text/record.ts";
import { flattenProperties } from "../flatten.ts";
import type { Reading } from "../reading.ts";
import { readSystem } from "../read-system.ts";
import { buildSheet } from "../sheet-builder.ts";
import type { Cell, Sheet } from "../sheet.ts";
import type { SystemSaid } from "../systems.ts";

/** Whether a value is what services of ArcGIS answer: features with `attributes`, or an error. */
export function isArcgis(value: unknown): value is RawRecord {
  if (!isRecord(value) || value["type"] !== undefined || !Array.isArray(value["features"])) return false;
  const features = value["features"] as readonly unknown[];
  const isSaid = typeof value["geometryType"] === "string" || Array.isArray(value["fields"]);
  return isSaid || features.some((feature) => isRecord(feature) && isRecord(feature["attributes"]));
}

/**
 * The features of an ArcGIS service. Its days are milliseconds, which its list of fields tells from numbers; the day is that
 * of UTC. Its rings have no order of their own: which are holes is told by which way round they run.
 */
export async function readArcgis(
  value: RawRecord,
  reading: Reading,
  name: string,
): Promise<readonly Sheet[]> {
  const { file, problems, pacer } = reading;
  const features = value["features"] as readonly unknown[];
  const days = listDayFields(value["fields"]);
  const system = await readSystem(reading, readWkid(value["spatialReference"]), name);
  const builder = buildSheet(reading, {
    name,
    format: "arcgis",
    rowWord: "feature",
    project: system?.project,
    isShapeless: system?.isUnknown ?? false,
  });
  if (value["exceededTransferLimit"] === true) {
    const remedy = "fetch the pages that follow, too (resultOffset)";
    const found = `${features.length} features, after which the service stopped`;
    reportOn(problems, file).warn("cut-short", found, "all features of the layer", remedy);
  }
  for (const [index, feature] of features.entries()) {
    await pacer.pace("reading", index, features.length);
    const geometry = isRecord(feature) ? toGeometry(feature["geometry"]) : BROKEN;
    if (!isRecord(feature) || geometry === BROKEN) {
      const reporter = reportOn(problems, file, `feature ${index + 1}`);
      reporter.error(
        "broken-shape",
        describeValue(isRecord(feature) ? feature["geometry"] : feature),
        "a feature of ArcGIS",
        "fetch the layer again",
      );
      continue;
    }
    const attributes = isRecord(feature["attributes"]) ? feature["attributes"] : {};
    const values = flattenProperties(attributes).map(
      ([key, cell]) => [key, days.has(key) ? toDay(cell) : cell] as const,
    );
    if (!builder.add(index + 1, values, geometry)) break;
  }
  return [builder.finish()];
}

const BROKEN = Symbol("broken");

function toGeometry(raw: unknown): unknown {
  if (raw === undefined || raw === null) return undefined;
  if (!isRecord(raw)) return BROKEN;
  const { rings, paths, points, x, y } = raw;
  const isPoint = x !== undefined || y !== undefined;
  // "NaN", or null: so services write that a feature has no place.
  if (isPoint && (x === null || x === "NaN")) return undefined;
  if (!isPoint && ![rings, paths, points].some((list) => Array.isArray(list))) return BROKEN;
  try {
    // Without its system, of which the package would say on the console that it does not know it.
    return arcgisToGeoJSON({ rings, paths, points, x, y } as Parameters<typeof arcgisToGeoJSON>[0]);
  } catch {
    return BROKEN;
  }
}

function readWkid(reference: unknown): SystemSaid | undefined {
  if (!isRecord(reference)) return undefined;
  const { wkid, latestWkid, wkt } = reference;
  const code = typeof latestWkid === "number" ? latestWkid : wkid;
  if (typeof code === "number") return { code };
  return typeof wkt === "string" ? { definition: wkt } : undefined;
}

function listDayFields(fields: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  if (!Array.isArray(fields)) return names;
  for (const field of fields as readonly unknown[]) {
    if (!isRecord(field)) continue;
    const { name, type } = field;
    if (typeof name === "string" && (type === "esriFieldTypeDate" || type === "esriFieldTypeDateOnly"))
      names.add(name);
  }
  return names;
}

const MS_PER_DAY = 86_400_000;

function toDay(cell: Cell): Cell {
  const day =
    typeof cell === "number"
      ? fromInstant(cell)
      : typeof cell === "string"
        ? parseDay(cell.slice(0, 10))
        : undefined;
  return day === undefined ? cell : { day };
}

function fromInstant(milliseconds: number): Day | undefined {
  try {
    // Parsed again: before the year 1 there are no days of ours.
    return parseDay(fromDayNumber(Math.floor(milliseconds / MS_PER_DAY)));
  } catch {
    return undefined;
  }
}
