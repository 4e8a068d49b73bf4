import { nameRecord, reportOn } from "../data/problem.ts";
import { placeRows } from "./place-rows.ts";
import type { Reading } from "./reading.ts";
import { nameColumns, nameSheet, reportTooMany } from "./sheet-builder.ts";
import { type Cell, isCellDay, type Sheet, type SheetFormat, type SheetRow } from "./sheet.ts";
import { isWkt } from "./wkt.ts";

/** A row that the table made of it takes over: its cells are put in order where they are, since there may be a hundred million. */
export interface GridRow {
  readonly number: number;
  readonly cells: Cell[];
}

/** The cells of a table as they stand, names of columns and all. */
export interface Grid {
  readonly name: string;
  readonly format: SheetFormat;
  /** Rows without any value may be left out; the numbers are those that a spreadsheet shows. */
  readonly rows: readonly GridRow[];
  /** Whether a row with more cells than there are names is broken, as in a text table, and not merely wider. */
  readonly isStrict: boolean;
}

/** In how many rows from the top the names of the columns are looked for. */
const HEADER_WITHIN = 20;

/**
 * A grid as a sheet: finds the row with the names of the columns, which may stand below a title, or be missing; leaves out blank
 * rows and a row of tags; makes shapes of positions in its columns. `undefined` if the grid has no value at all.
 */
export async function makeTable(reading: Reading, grid: Grid): Promise<Sheet | undefined> {
  const { file, limits, notes, problems } = reading;
  const filled = grid.rows.filter(({ cells }) => cells.some((cell) => !isBlank(cell)));
  if (filled.length === 0) return undefined;
  const reporter = reportOn(problems, file, nameSheet(reading, grid.name));
  const note = { file, sheet: grid.name };
  const at = findHeader(filled);
  const hasNames = isHeader(filled[at]?.cells ?? [], filled[at + 1]?.cells ?? []);
  if (at > 0) notes.push({ kind: "rows-above-header", ...note, count: at });
  if (!hasNames) notes.push({ kind: "no-header", ...note });
  const header = hasNames ? trimEnd(filled[at]?.cells ?? []) : [];
  const below = filled.slice(hasNames ? at + 1 : at);
  if (below[0] && isRowOfTags(below[0].cells)) {
    notes.push({ kind: "row-of-tags", ...note });
    below.shift();
  }
  // One line of text that stands alone is no table.
  if (below.length === 0 && header.length < 2) return undefined;
  const isStrict = grid.isStrict && hasNames;
  const width = isStrict
    ? header.length
    : below.reduce((most, row) => Math.max(most, countCells(row.cells)), header.length);
  if (width > limits.columns) reportTooMany(reporter, "columns", limits.columns);
  const kept = Math.min(width, limits.columns);
  const most = Math.min(limits.rows, Math.floor(limits.cells / Math.max(1, kept)));
  if (below.length > most) reportTooMany(reporter, "rows", most);
  const names = Array.from({ length: kept }, (_, index) => header[index]);
  const rows: SheetRow[] = [];
  for (const row of below.slice(0, most)) {
    if (isStrict && row.cells.length !== width) {
      const record = nameRecord("row", row.number - 1, undefined);
      if (!fitRow(row.cells, width, reportOn(problems, file, record))) continue;
    }
    fitCells(row.cells, kept);
    rows.push(row);
  }
  const sheet: Sheet = {
    name: grid.name,
    file,
    format: grid.format,
    rowWord: "row",
    columns: nameColumns(names),
    rows,
  };
  return placeRows(sheet, reading);
}

/** Whether a row of a text table with another count of cells than names can be read. */
function fitRow(cells: readonly Cell[], width: number, reporter: ReturnType<typeof reportOn>): boolean {
  const found = `${cells.length} ${cells.length === 1 ? "cell" : "cells"}`;
  const expected = `${width} cells`;
  if (countCells(cells) > width) {
    const remedy = "put texts with a comma, semicolon or line break in double quotes";
    reporter.error("wrong-cell-count", found, expected, remedy);
    return false;
  }
  if (cells.length < width) {
    const remedy = "check that no line break or separator is missing: those at the end are read as empty";
    reporter.warn("wrong-cell-count", found, expected, remedy);
  }
  return true;
}

/** Makes them exactly so many, and nothing of texts that are nothing but blanks. */
function fitCells(cells: Cell[], count: number): void {
  if (cells.length > count) cells.length = count;
  for (let index = 0; index < count; index++) {
    const cell = cells[index];
    if (cell === undefined || isBlank(cell)) cells[index] = undefined;
  }
}

/** The first row that is at least half as full as the fullest near the top: titles and remarks fill a cell or two. */
function findHeader(rows: readonly GridRow[]): number {
  const counts = rows
    .slice(0, HEADER_WITHIN)
    .map(({ cells }) => cells.filter((cell) => !isBlank(cell)).length);
  const most = Math.max(...counts);
  return Math.max(
    0,
    counts.findIndex((count) => count * 2 >= most),
  );
}

/**
 * Whether a row has names, and not values: two numbers or days among a few cells are no names. Years may be, and days above cells
 * that are none.
 */
function isHeader(cells: readonly Cell[], below: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  const values = cells.filter(
    (cell, index) => !isBlank(cell) && isValue(cell) && (isBlank(below[index]) || isValue(below[index])),
  ).length;
  return values < 2 || values * 3 < filled.length;
}

const VALUE = /^\s*(?:[+-]?\d+(?:[.,]\d+)?|\d{4}-\d{1,2}-\d{1,2}.*|\d{1,2}[./]\d{1,2}[./]\d{2,4}.*)\s*$/;

function isValue(cell: Cell): boolean {
  if (isCellDay(cell) || typeof cell === "boolean") return true;
  const text = String(cell);
  const isYear = /^\s*(?:1[89]|20)\d\d\s*$/.test(text);
  return !isYear && (VALUE.test(text) || isWkt(text));
}

/** Tags of the Humanitarian Exchange Language: `#adm1+name`. */
function isRowOfTags(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.every(
    (cell) => typeof cell === "string" && /^\s*#[a-z][\w+\-:]*(?:\s*\+\w+)*\s*$/i.test(cell),
  );
}

function trimEnd(cells: readonly Cell[]): readonly Cell[] {
  return cells.slice(0, countCells(cells));
}

/** Cells up to the last that has a value. */
function countCells(cells: readonly Cell[]): number {
  for (let count = cells.length; count > 0; count--) if (!isBlank(cells[count - 1])) return count;
  return 0;
}

function isBlank(cell: Cell): boolean {
  if (typeof cell !== "string") return cell === undefined;
  // The first letter tells it of nearly all.
  const first = cell.charCodeAt(0);
  return cell === "" || ((first <= 0x20 || first >= 0xa0) && cell.trim() === "");
}
