import type { ColumnSource, ByteWriter, ParquetWriter } from "hyparquet-writer";
import { toDayNumber, day } from "../../core/day.ts";
import { type Bounds, findBounds, isEmptyBox, joinBounds } from "../../core/geometry.ts";
import { type Cell, flatten } from "../cells.ts";
import type { DataGeometry, FieldType } from "./layer.ts";
import { writeWellKnownBinary } from "./wkb.ts";

/** What is used of the package `hyparquet-writer`, which is loaded by whoever writes Parquet. */
export interface ParquetLibrary {
  readonly ByteWriter: typeof ByteWriter;
  readonly ParquetWriter: typeof ParquetWriter;
}

/** A column, and how it is read from an item of the table. A list is a text joined by "|". */
export type ParquetColumn<Item> =
  | { readonly name: string; readonly type: FieldType; readonly read: (item: Item) => Cell }
  | ShapeColumn<Item>;

interface ShapeColumn<Item> {
  readonly name: string;
  /** All of one kind: points, or areas, which are written as those of several parts. */
  readonly type: "points" | "areas";
  readonly read: (item: Item) => DataGeometry;
}

/** A table to be written. Columns are read from its items batch by batch, so that a million take no more room than they have. */
export interface ParquetTable<Item> {
  readonly columns: readonly ParquetColumn<Item>[];
  readonly items: readonly Item[];
  /** Whose work it is: plain data, written into the file's metadata as JSON under the key `frontline_atlas`. */
  readonly about: unknown;
}

type Column<Item> = ParquetColumn<Item>;
type Schema = ConstructorParameters<typeof ParquetWriter>[0]["schema"];
type SchemaElement = Schema[number];

const BATCH = 20_000;

/**
 * A table as an Apache Parquet file, compressed with Snappy. With a column of shapes it is GeoParquet 1.1: well-known binary,
 * longitude first, on WGS 84. No clock and no random number goes into it.
 */
export function writeParquet<Item>(library: ParquetLibrary, table: ParquetTable<Item>): Uint8Array {
  const { columns, items } = table;
  const geo = describeShapes(table);
  const writer = new library.ByteWriter();
  const file = new library.ParquetWriter({
    writer,
    schema: [{ name: "root", num_children: columns.length }, ...columns.map(describeColumn)],
    kvMetadata: [
      ...(geo ? [{ key: "geo", value: JSON.stringify(geo) }] : []),
      { key: "frontline_atlas", value: JSON.stringify(table.about) },
    ],
  });
  for (let first = 0; first < items.length; first += BATCH) {
    const batch = items.slice(first, first + BATCH);
    const columnData = columns.map((column): ColumnSource => readColumn(column, batch));
    void file.write({ columnData, rowGroupSize: BATCH });
  }
  void file.finish();
  return writer.getBytes();
}

const TYPES: Readonly<Record<Column<never>["type"], Omit<SchemaElement, "name">>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  list: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT32" },
  number: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
  day: { type: "INT32", converted_type: "DATE" },
  points: { type: "BYTE_ARRAY" },
  areas: { type: "BYTE_ARRAY" },
};

function describeColumn<Item>({ name, type }: Column<Item>): SchemaElement {
  return { name, repetition_type: "OPTIONAL", ...TYPES[type] };
}

function readColumn<Item>(column: Column<Item>, batch: readonly Item[]): ColumnSource {
  const { name } = column;
  if (isShape(column)) return { name, data: batch.map((item) => writeWellKnownBinary(column.read(item))) };
  const { type, read } = column;
  return { name, data: batch.map((item) => toParquet(read(item), type)) };
}

function isShape<Item>(column: Column<Item>): column is ShapeColumn<Item> {
  return column.type === "points" || column.type === "areas";
}

/** Days count from 1970-01-01. */
function toParquet(value: Cell, type: FieldType): string | number | boolean | undefined {
  if (value === null) return undefined;
  if (type === "day") return toDayNumber(day(String(value)));
  return flatten(value) ?? undefined;
}

const SHAPES = { points: "Point", areas: "MultiPolygon" } as const;

/** What GeoParquet wants to be told; `undefined` for a table without shapes. */
function describeShapes<Item>({ columns, items }: ParquetTable<Item>) {
  const column = columns.find(isShape);
  if (!column) return undefined;
  const { name, type, read } = column;
  const box = items.reduce<Bounds>((all, item) => joinBounds([all, findBounds(read(item))]), findBounds([]));
  const shape = {
    encoding: "WKB",
    geometry_types: items.length === 0 ? [] : [SHAPES[type]],
    crs: LONGITUDE_FIRST,
    edges: "planar",
    ...(type === "areas" ? { orientation: "counterclockwise" } : {}),
    ...(isEmptyBox(box) ? {} : { bbox: box }),
  };
  return { version: "1.1.0", primary_column: name, columns: { [name]: shape } };
}

/** OGC:CRS84 as PROJJSON: WGS 84 with longitude before latitude. */
const LONGITUDE_FIRST = {
  $schema: "https://proj.org/schemas/v0.5/projjson.schema.json",
  type: "GeographicCRS",
  name: "WGS 84 longitude-latitude",
  datum: {
    type: "GeodeticReferenceFrame",
    name: "World Geodetic System 1984",
    ellipsoid: { name: "WGS 84", semi_major_axis: 6_378_137, inverse_flattening: 298.257223563 },
  },
  coordinate_system: {
    subtype: "ellipsoidal",
    axis: [
      { name: "Geodetic longitude", abbreviation: "Lon", direction: "east", unit: "degree" },
      { name: "Geodetic latitude", abbreviation: "Lat", direction: "north", unit: "degree" },
    ],
  },
  id: { authority: "OGC", code: "CRS84" },
};
