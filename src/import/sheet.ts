import type { LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon } from "geojson";
import type { Day } from "../core/day.ts";

/**
 * A day that the source keeps as a day and not as text: a date cell of a spreadsheet, a date field of a shapefile or
 * GeoPackage. It is the day that the source shows, whatever zone the machine is in; a time of day beside it is dropped.
 * Days that the source has as text stay text, since their order of day and month may have to be asked for.
 */
export interface CellDay {
  readonly day: Day;
}

/**
 * What stands in one cell: text as it was written, blanks around it included. `undefined` where there is nothing, which
 * an empty text, a null and an error of a spreadsheet are too. Text tables (CSV) give text alone, also for numbers.
 */
export type Cell = string | number | boolean | CellDay | undefined;

/**
 * A shape in longitude and latitude on WGS 84, longitude first, positions of two numbers within -180..180 and -90..90, at
 * least one in every part. Rings are closed; which way round they run, and whether they cross themselves, is left as it was.
 */
export type Shape = Point | MultiPoint | LineString | MultiLineString | Polygon | MultiPolygon;

/** One row of a table or one feature of a layer. */
export interface SheetRow {
  /**
   * By which a person finds it in the source: the row of a spreadsheet or text table, where the header has one too, or the
   * place of a feature among all of its file, from 1. Rows that were left out have numbers too. A feature whose
   * collection has shapes of several kinds gives a row for each kind, with the same number and cells.
   */
  readonly number: number;
  /** As many as the sheet has columns, in their order. */
  readonly cells: readonly Cell[];
  readonly shape?: Shape;
}

/** By what word problems name a row: "row 12", "feature 3". */
export type RowWord = "row" | "feature" | "record";

/** What a sheet was read from. Which of them it was decides nothing; it is for telling people. */
const SHEET_FORMATS = [
  "csv",
  "xlsx",
  "ods",
  "json",
  "geojson",
  "arcgis",
  "topojson",
  "kml",
  "shapefile",
  "dbf",
  "geopackage",
  "lua",
] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/**
 * One table, or one layer of shapes with what is known of each: the form into which all that people drop is read, and from which
 * alone records are made. It knows of no settlements, sides or days of a story.
 */
export interface Sheet {
  /** Of the sheet or layer within its file; the name of the file, without its ending, where that has but one. */
  readonly name: string;
  /** Path of the file as it was dropped; for one within an archive `maps.zip/areas.geojson`. */
  readonly file: string;
  readonly format: SheetFormat;
  readonly rowWord: RowWord;
  /**
   * Names of the columns as the source has them, without blanks around them; never empty, and no two the same: one that has no
   * name is `column 5`, and one whose name has been before gets a number, `name (2)`.
   */
  readonly columns: readonly string[];
  readonly rows: readonly SheetRow[];
}

/** Whether a cell holds a day of the source's own, and no text that may be one. */
export function isCellDay(cell: Cell): cell is CellDay {
  return typeof cell === "object";
}
