import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import type { SettlementsFile } from "../declaration/parse-files.ts";
import type { Reporter } from "../problem.ts";
import { findSettlementColumns } from "../records/parse-settlements.ts";
import { findRecordOffset } from "../text/locate-records.ts";
import { openCsv } from "./csv-source.ts";
import type { Splice } from "./splice.ts";

/** Degrees as they are typed, WGS 84. */
export interface MoveDraft {
  readonly lng: string;
  readonly lat: string;
}

export interface Move {
  readonly settlement: string;
  readonly draft: MoveDraft;
  readonly columns: SettlementsFile["columns"];
  readonly reporter: Reporter;
}

/** Changes the two cells of a position. `undefined` after reporting that the table cannot be changed. */
export function moveRow(
  text: string,
  { settlement, draft, columns, reporter }: Move,
): readonly Splice[] | undefined {
  const table = openCsv(text, reporter);
  if (!table) return undefined;
  const found = findSettlementColumns(table.header, columns);
  const id = found.get("id") ?? "id";
  let row = 1;
  // One without an id goes by its number, as the reader has it.
  while (row < table.count && (table.read(row, id).trim() || `row-${row + 1}`) !== settlement) row += 1;
  const [lng, lat] = [found.get("lng"), found.get("lat")];
  if (row === table.count || lng === undefined || lat === undefined)
    return reportMissing(settlement, reporter);
  const write = (column: string, degrees: string) =>
    /^[^.]*,[^.]*$/.test(table.read(row, column)) ? degrees.replace(".", ",") : degrees;
  return table.change(
    row,
    new Map([
      [lng, write(lng, draft.lng)],
      [lat, write(lat, draft.lat)],
    ]),
  );
}

/** Changes the two numbers of a point. `undefined` after reporting that it is not where points are written. */
export function movePoint(
  text: string,
  { settlement, draft, columns, reporter }: Move,
): readonly Splice[] | undefined {
  const id = columns.get("id") ?? "id";
  const body = text.replace(/^\uFEFF/, " ");
  const all = readFeatures(body);
  const index = all.findIndex(
    (feature, index) => (ownId(feature, id) || `feature-${index + 1}`) === settlement,
  );
  const offset = index < 0 ? undefined : findRecordOffset(body, index, "features");
  if (offset === undefined) return reportMissing(settlement, reporter);
  const feature = parseTree(body.slice(offset, endOfObject(body, offset)));
  const places = feature && findNodeAtLocation(feature, ["geometry", "coordinates"])?.children;
  const [lng, lat] = places ?? [];
  if (lng?.type !== "number" || lat?.type !== "number") return reportMissing(settlement, reporter);
  const replace = (node: Node, degrees: string): Splice => {
    const start = offset + node.offset;
    // A text that is no number has to be told by whoever reads the file, and not to break it.
    const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(degrees);
    return { start, end: start + node.length, text: isNumber ? degrees : JSON.stringify(degrees) };
  };
  return [replace(lng, draft.lng), replace(lat, draft.lat)];
}

function reportMissing(settlement: string, reporter: Reporter): undefined {
  reporter.error(
    "unknown-settlement",
    `no position of ${JSON.stringify(settlement)} that can be changed here`,
    "a point in a list of features in degrees, or two columns of a table",
    "change it in the file",
  );
}

/** The features of a plain collection in degrees; none of anything else, which other programs have to change. */
function readFeatures(body: string): readonly unknown[] {
  const whole: unknown = tryToParse(body);
  if (typeof whole !== "object" || whole === null || !("features" in whole)) return [];
  const isInDegrees =
    !("crs" in whole) || !/3857|3785|900913|10210[02]|102113/.test(JSON.stringify(whole.crs));
  return isInDegrees && Array.isArray(whole.features) ? whole.features : [];
}

function tryToParse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function ownId(feature: unknown, name: string): string {
  const properties = (feature as { readonly properties?: Readonly<Record<string, unknown>> | null } | null)
    ?.properties;
  const value = properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}

/** Offset just behind the object that begins at `start` of sound JSON. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  let isQuoted = false;
  for (let offset = start; offset < text.length; offset++) {
    const letter = text[offset];
    if (isQuoted) {
      if (letter === "\\") offset += 1;
      else if (letter === '"') isQuoted = false;
    } else if (letter === '"') isQuoted = true;
    else if (letter === "{" || letter === "[") depth += 1;
    else if (letter === "}" || letter === "]") {
      depth -= 1;
      if (depth === 0) return offset + 1;
    }
  }
  return text.length;
}
