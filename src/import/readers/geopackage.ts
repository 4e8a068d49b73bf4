import { parseDay } from "../../core/day.ts";
import { reportOn, toOneLine } from "../../data/problem.ts";
import type { Reading } from "../reading.ts";
import { placeRows } from "../place-rows.ts";
import { readSystem } from "../read-system.ts";
import { buildSheet, nameSheet } from "../sheet-builder.ts";
import type { Cell, Sheet } from "../sheet.ts";
import type { SqliteDatabase } from "../sqlite.ts";
import type { SystemSaid } from "../systems.ts";
import { readGeometryBlob } from "../wkb.ts";

type SqlCell = string | number | Uint8Array | null;

interface Layer {
  readonly table: string;
  readonly hasShapes: boolean;
}

const REMEDY = "take it from where it was first saved, or export the layer again";

/**
 * The layers and tables of a GeoPackage, a sheet each. Columns of days are days, also where there is a time of day beside; what is kept
 * as bytes is left away. Views are not read: they are programs, of which nobody knows how long they run.
 */
export async function readGeopackage(reading: Reading): Promise<readonly Sheet[]> {
  const { bytes, file, options, problems } = reading;
  const reporter = reportOn(problems, file);
  if (!options.loadSqlite) {
    reporter.error(
      "unknown-file-kind",
      "a GeoPackage",
      "a file that can be read here",
      "export the layer as GeoJSON",
    );
    return [];
  }
  const { Database } = await options.loadSqlite();
  let database: SqliteDatabase | undefined;
  try {
    database = new Database(bytes);
    const layers = listLayers(database);
    if (layers.length === 0) {
      const found = "an SQLite database without layers of a GeoPackage";
      reporter.error("unknown-file-kind", found, "a GeoPackage", "export the layer as GeoPackage or GeoJSON");
    }
    const sheets: Sheet[] = [];
    for (const layer of layers) sheets.push(...(await readLayer(database, layer, reading)));
    return sheets;
  } catch (error) {
    options.signal?.throwIfAborted();
    const reason = toOneLine(error instanceof Error ? error.message : String(error), 100);
    reporter.error(
      "damaged-file",
      `a GeoPackage that cannot be read (${reason})`,
      "a sound GeoPackage",
      REMEDY,
    );
    return [];
  } finally {
    database?.close();
  }
}

function listLayers(database: SqliteDatabase): Layer[] {
  const tables = new Set(
    query(
      database,
      "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
    ).map(String),
  );
  if (!tables.has("gpkg_contents")) return [];
  const rows = [...iterate(database, "SELECT table_name, data_type FROM gpkg_contents ORDER BY rowid")];
  return rows.flatMap(({ values: [table, type] }) => {
    const isData = type === "features" || type === "attributes";
    return isData && typeof table === "string" && tables.has(table)
      ? [{ table, hasShapes: type === "features" }]
      : [];
  });
}

async function readLayer(
  database: SqliteDatabase,
  { table, hasShapes }: Layer,
  reading: Reading,
): Promise<readonly Sheet[]> {
  const { file, limits, pacer, problems } = reading;
  const name = toOneLine(table.trim()) || "layer";
  try {
    const geometry = hasShapes ? findGeometryColumn(database, table) : undefined;
    const system = geometry ? await readSystem(reading, findSrs(database, geometry.srs), name) : undefined;
    const columns = listColumns(database, table);
    const key = columns.find(({ isKey }) => isKey)?.name;
    const shown = columns.filter(
      (column) => column.name !== geometry?.column && !(column.isKey && hasShapes),
    );
    const builder = buildSheet(reading, {
      name,
      format: "geopackage",
      rowWord: hasShapes ? "feature" : "row",
      columns: shown.map((column) => column.name),
      project: system?.project,
      isShapeless: system?.isUnknown ?? false,
    });
    const types = new Map(shown.map((column) => [column.name, column.type]));
    const order = key === undefined ? "" : ` ORDER BY ${quote(key)}`;
    let number = 0;
    for (const { names, values } of iterate(database, `SELECT * FROM ${quote(table)}${order}`)) {
      await pacer.pace("reading", number, limits.rows);
      number += 1;
      let shape: unknown;
      const cells: (readonly [string, Cell])[] = [];
      for (const [index, column] of names.entries()) {
        const value = values[index] ?? null;
        if (column === geometry?.column)
          shape =
            value instanceof Uint8Array ? readGeometryBlob(value, limits.nesting) : (value ?? undefined);
        else if (types.has(column)) cells.push([column, toCell(value, types.get(column) ?? "")]);
      }
      if (!builder.add(number, cells, shape)) break;
    }
    const sheet = builder.finish();
    return [hasShapes ? sheet : await placeRows(sheet, reading)];
  } catch (error) {
    reading.options.signal?.throwIfAborted();
    const reason = toOneLine(error instanceof Error ? error.message : String(error), 100);
    const reporter = reportOn(problems, file, nameSheet(reading, name));
    reporter.error("damaged-file", `a layer that cannot be read (${reason})`, "a sound layer", REMEDY);
    return [];
  }
}

interface Row {
  readonly names: readonly string[];
  readonly values: readonly SqlCell[];
}

/** Row by row, so that a table of a million is not in memory twice. */
function* iterate(database: SqliteDatabase, sql: string): Generator<Row> {
  const statement = database.prepare(sql);
  try {
    const names = statement.getColumnNames();
    while (statement.step()) yield { names, values: statement.get() };
  } finally {
    statement.free();
  }
}

/** The first column of all rows. */
function query(database: SqliteDatabase, sql: string): SqlCell[] {
  return [...iterate(database, sql)].map(({ values }) => values[0] ?? null);
}

function findGeometryColumn(
  database: SqliteDatabase,
  table: string,
): { column: string; srs: number } | undefined {
  const sql = `SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE table_name = ${quoteText(table)}`;
  for (const {
    values: [column, srs],
  } of iterate(database, sql))
    if (typeof column === "string") return { column, srs: typeof srs === "number" ? srs : 4326 };
  return undefined;
}

function findSrs(database: SqliteDatabase, srs: number): SystemSaid | undefined {
  // Minus one and zero: nobody knows.
  if (srs <= 0) return undefined;
  const sql = `SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ${Math.trunc(srs)}`;
  for (const {
    values: [organization, code, definition],
  } of iterate(database, sql)) {
    const isEpsg = typeof organization === "string" && /^(?:epsg|esri)$/i.test(organization);
    return {
      code: isEpsg && typeof code === "number" ? code : undefined,
      definition: typeof definition === "string" ? definition : undefined,
    };
  }
  return { code: srs };
}

function listColumns(database: SqliteDatabase, table: string) {
  return [...iterate(database, `PRAGMA table_info(${quote(table)})`)].map(
    ({ values: [, name, type, , , key] }) => ({
      name: String(name),
      type: String(type).toUpperCase(),
      isKey: key === 1,
    }),
  );
}

function toCell(value: SqlCell, type: string): Cell {
  if (value === null || value instanceof Uint8Array) return undefined;
  if (type === "BOOLEAN" && typeof value === "number") return value !== 0;
  if (/^DATE(?:TIME)?$/.test(type) && typeof value === "string") {
    const day = parseDay(value.slice(0, 10));
    return day ? { day } : value;
  }
  return typeof value === "number" && !Number.isFinite(value) ? undefined : value;
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
