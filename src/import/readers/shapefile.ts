import { reportOn, toOneLine } from "../../data/problem.ts";
import { type DbfTable, readCodePage, readDbf } from "../dbf.ts";
import { readPolygons } from "../rings.ts";
import { nameOfFile, type Reading } from "../reading.ts";
import { readSystem } from "../read-system.ts";
import { buildSheet, nameColumns } from "../sheet-builder.ts";
import type { Sheet } from "../sheet.ts";
import { placeRows } from "../place-rows.ts";

const HEAD_LENGTH = 100;
const RECORD_HEAD = 8;

/**
 * A shapefile with its table, system and encoding beside it (`.dbf`, `.prj`, `.cpg`). Without a table the rows have shapes alone,
 * without a system the coordinates are taken for degrees. Feature 1 is the first record.
 */
export async function readShapefile(reading: Reading): Promise<readonly Sheet[]> {
  const { bytes, file, limits, pacer, problems } = reading;
  const reporter = reportOn(problems, file);
  const table = await readTable(reading);
  if (!table) {
    const remedy = "drop it together with the .shp; until then the shapes have nothing that is known of them";
    reporter.warn(
      "file-missing",
      "a shapefile without its table (.dbf)",
      "a .dbf of the same name beside it",
      remedy,
    );
  }
  const name = nameOfFile(file);
  const system = await readSystem(reading, await readPrj(reading), name);
  const columns = nameColumns(table?.fields ?? []);
  const builder = buildSheet(reading, {
    name,
    format: "shapefile",
    rowWord: "feature",
    columns,
    project: system?.project,
    isShapeless: system?.isUnknown ?? false,
  });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = HEAD_LENGTH;
  let index = 0;
  for (; at + RECORD_HEAD <= bytes.length; index++) {
    await pacer.pace("reading", at, bytes.length);
    const end = at + RECORD_HEAD + 2 * view.getInt32(at + 4);
    if (end > bytes.length || end < at + RECORD_HEAD) break;
    const cells = table?.rows[index];
    // One that is deleted in the table is deleted.
    const isDeleted = table !== undefined && index < table.rows.length && cells === undefined;
    const values = columns.map((column, column_) => [column, cells?.[column_]] as const);
    if (!isDeleted && !builder.add(index + 1, values, readGeometry(view, at + RECORD_HEAD, end))) break;
    at = end;
  }
  const isFull = index >= limits.rows;
  if (at !== bytes.length && !isFull) {
    const remedy = "take it from where it was first saved; the shapes before that are read";
    reporter.error(
      "damaged-file",
      `a shapefile that is cut off after ${index} shapes`,
      "a whole one",
      remedy,
    );
  }
  const rows = table?.promised ?? index;
  if (rows !== index && at === bytes.length) {
    const remedy = "export the layer again: shapes may have the values of others";
    reporter.warn(
      "damaged-file",
      `${index} shapes, and ${rows} rows in the table`,
      "as many rows as shapes",
      remedy,
    );
  }
  return [builder.finish()];
}

/** The table of a shapefile by itself, or any other of dBase; its positions may be in columns. */
export async function readDbfTable(reading: Reading): Promise<readonly Sheet[]> {
  const { file, problems } = reading;
  const table = await readOwnTable(reading, reading.bytes);
  const reporter = reportOn(problems, file);
  if (!table) {
    const remedy = "take it from where it was first saved";
    reporter.error("damaged-file", "a table of dBase with a damaged head", "a sound table", remedy);
    return [];
  }
  const columns = nameColumns(table.fields);
  const builder = buildSheet(reading, { name: nameOfFile(file), format: "dbf", rowWord: "row", columns });
  for (const [index, cells] of table.rows.entries()) {
    if (!cells) continue;
    const values = columns.map((column, at) => [column, cells[at]] as const);
    if (!builder.add(index + 1, values)) break;
  }
  if (table.rows.length < table.promised && table.rows.length <= reading.limits.rows) {
    const found = `${table.rows.length} rows of ${table.promised}`;
    reporter.error(
      "damaged-file",
      found,
      "a whole table",
      "take it from where it was first saved; what is there is read",
    );
  }
  return [await placeRows(builder.finish(), reading)];
}

async function readTable(reading: Reading): Promise<DbfTable | undefined> {
  const bytes = await reading.readBeside(".dbf");
  return bytes && readOwnTable(reading, bytes);
}

async function readOwnTable(reading: Reading, bytes: Uint8Array): Promise<DbfTable | undefined> {
  const { file, limits, notes, options } = reading;
  const page = await reading.readBeside(".cpg");
  const declared = page && readCodePage(new TextDecoder("utf-8").decode(page.subarray(0, 100)));
  const table = readDbf(bytes, options.encodings?.[file] ?? declared, limits.rows);
  if (table?.others)
    notes.push({ kind: "encoding-guessed", file, encoding: table.encoding, others: table.others });
  return table;
}

async function readPrj({ readBeside }: Reading) {
  const bytes = await readBeside(".prj");
  const definition = bytes && new TextDecoder("utf-8").decode(bytes.subarray(0, 10_000)).trim();
  return definition ? { definition } : undefined;
}

/** Kinds of shapes; those with heights and measures are ten and twenty more. */
const [NONE, POINT, LINE, POLYGON, POINTS] = [0, 1, 3, 5, 8];
const PATCHES = 31;

/** The shape of a record in the form of GeoJSON; what is damaged as something that is none, which is then told. */
function readGeometry(view: DataView, at: number, end: number): unknown {
  // One that is taken out may be left without even its kind.
  if (end < at + 4) return undefined;
  const kind = view.getInt32(at, true);
  const base = kind === PATCHES ? PATCHES : kind % 10;
  try {
    // No record reaches into the next.
    const own = new DataView(view.buffer, view.byteOffset + at, end - at);
    if (base === NONE) return undefined;
    if (base === POINT) return readPoint(own);
    if (base === POINTS)
      return { type: "MultiPoint", coordinates: readPositions(own, 40, own.getInt32(36, true)) };
    if (base === LINE) return simplify("LineString", readParts(own));
    if (base === POLYGON) return simplify("Polygon", readPolygons(readParts(own)));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return "a shape that goes beyond its record";
  }
  return toOneLine(`a shape of kind ${kind}`);
}

/** One line or area as such, several as one shape. */
function simplify(type: "LineString" | "Polygon", parts: readonly unknown[]): unknown {
  return parts.length === 1 ? { type, coordinates: parts[0] } : { type: `Multi${type}`, coordinates: parts };
}

function readPoint(view: DataView): unknown {
  const position = [view.getFloat64(4, true), view.getFloat64(12, true)];
  // Below that no value is meant.
  const isNone = position.some((value) => value < -1e38);
  return isNone ? undefined : { type: "Point", coordinates: position };
}

function readParts(view: DataView): number[][][] {
  const [partCount, count] = [view.getInt32(36, true), view.getInt32(40, true)];
  const from = 44 + 4 * partCount;
  if (partCount < 0 || count < 0 || from + 16 * count > view.byteLength)
    throw new RangeError("beyond the record");
  const starts = Array.from({ length: partCount }, (_, part) => view.getInt32(44 + 4 * part, true));
  return starts.map((start, part) => {
    const next = starts[part + 1] ?? count;
    if (start < 0 || next < start || next > count) throw new RangeError("beyond the record");
    return readPositions(view, from + 16 * start, next - start);
  });
}

function readPositions(view: DataView, from: number, count: number): number[][] {
  if (count < 0 || from + 16 * count > view.byteLength) throw new RangeError("beyond the record");
  return Array.from({ length: count }, (_, index) => [
    view.getFloat64(from + 16 * index, true),
    view.getFloat64(from + 16 * index + 8, true),
  ]);
}
