import papaparse from "papaparse";
import { DATA_LIMITS } from "../limits.ts";
import type { RawRecord } from "./record.ts";
import { checkTexts } from "./check-text.ts";
import { stripByteOrderMark } from "./json.ts";
import { describeValue, nameRecord, type Problem, reportOn, type Reporter } from "../problem.ts";

/** A row with a cell for every column of the header. */
export interface CsvRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly number: number;
  readonly cells: RawRecord;
  readonly reporter: Reporter;
}

/** What the header of a table must have. */
export interface NeededColumns {
  /** What of it a header lacks, each as a person would name it; empty if all is there. */
  readonly listMissing: (header: readonly string[]) => readonly string[];
  /** All that is needed, in a problem. */
  readonly expected: string;
}

/** All of these columns, by these very names. */
export function needAll(columns: readonly string[]): NeededColumns {
  return {
    listMissing: (header) => columns.filter((column) => !header.includes(column)),
    expected: columns.join(", "),
  };
}

/** More rows than any map shows, and about as many as fit into a gigabyte of memory once read. */
const LARGEST_TABLE_MB = 64;

/**
 * The rows of a CSV file with a header, after reporting every row with more or fewer cells. Cells are parted by
 * commas, semicolons or tabs, whichever the header has most of; lines may end in any way. Blank rows are passed over but
 * counted, so that row numbers are those a spreadsheet shows. If a column that is needed is missing, no rows are given.
 */
export function parseCsv(
  text: string,
  needed: NeededColumns,
  { file, problems }: { file: string; problems: Problem[] },
): CsvRow[] {
  if (text.length > LARGEST_TABLE_MB * 1_000_000) {
    const found = `a table of ${Math.round(text.length / 1_000_000)} million letters`;
    const remedy = "take out rows and columns that are not needed";
    reportOn(problems, file).error("file-too-large", found, `at most ${LARGEST_TABLE_MB} million`, remedy);
    return [];
  }
  const body = stripByteOrderMark(text).replaceAll(/\r\n?/g, "\n");
  const delimiter = guessDelimiter(body.split("\n", 1)[0] ?? "");
  // One more than may be, and the header: what goes beyond is not even looked at.
  const preview = DATA_LIMITS.rows + 2;
  const { data, errors } = papaparse.parse<string[]>(body, { delimiter, newline: "\n", preview });
  const reporter = reportOn(problems, file);
  const header = (data[0] ?? []).map((cell) => cell.trim());
  if (data.length >= preview || header.length > DATA_LIMITS.columns) {
    const [found, most] =
      data.length >= preview
        ? [`more than ${DATA_LIMITS.rows} rows`, `at most ${DATA_LIMITS.rows} rows`]
        : [`${header.length} columns`, `at most ${DATA_LIMITS.columns} columns`];
    const remedy = "take out rows and columns that are not needed";
    reporter.error("table-too-large", found, most, remedy);
    return [];
  }
  const missing = needed.listMissing(header);
  if (missing.length > 0) {
    const found = header.join("") === "" ? "no header row" : `no column ${missing.join(", ")}`;
    reporter.error(
      "missing-column",
      found,
      `a header row with ${needed.expected}`,
      "add the missing columns to the first row",
      { line: 1, column: undefined },
    );
    return [];
  }
  const repeated = header.find((name, index) => name !== "" && header.indexOf(name) !== index);
  if (repeated !== undefined) {
    reporter.error(
      "repeated-column",
      `column ${describeValue(repeated)} twice`,
      "each column once",
      "rename or delete one of the two",
      { line: 1, column: undefined },
    );
    return [];
  }
  const lineOf = createLineCounter(data);
  const unquoted = new Map(
    errors.filter(({ type }) => type === "Quotes").map(({ row, message }) => [row, message]),
  );
  return data.flatMap((cells, index) => {
    if (index === 0 || cells.every((cell) => cell.trim() === "")) return [];
    const row = readRow(
      header,
      cells,
      reportOn(problems, file, nameRecord("row", index, nameOf(header, cells)), () => ({
        line: lineOf(index),
        column: undefined,
      })),
    );
    checkTexts(row.cells, row.reporter);
    const message = unquoted.get(index);
    if (message !== undefined)
      row.reporter.error(
        "broken-quotes",
        `broken quotes (${message})`,
        'each " of a text doubled',
        "mend the quotes",
      );
    return row.reporter.hasFailed() ? [] : [{ ...row, number: index + 1 }];
  });
}

/** The line on which each row begins: one more for each row before it and for each line break within its cells. */
function createLineCounter(rows: readonly (readonly string[])[]): (row: number) => number {
  let starts: number[] | undefined;
  return (row) => {
    if (!starts) {
      starts = [];
      let line = 1;
      for (const cells of rows) {
        starts.push(line);
        line += 1 + cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
      }
    }
    return starts[row] ?? 1;
  };
}

/** What parts the cells of a table: comma, semicolon or tab, whichever its header has most of. */
export function guessDelimiter(header: string): string {
  const count = (delimiter: string) => header.split(delimiter).length;
  return [",", ";", "\t"].reduce((best, next) => (count(next) > count(best) ? next : best));
}

function nameOf(header: readonly string[], cells: readonly string[]): string | undefined {
  return cells[header.indexOf("id")]?.trim() || undefined;
}

function readRow(
  header: readonly string[],
  cells: readonly string[],
  reporter: Reporter,
): Omit<CsvRow, "number"> {
  if (cells.length !== header.length) {
    const found = `${cells.length} ${cells.length === 1 ? "cell" : "cells"}`;
    reporter.error(
      "wrong-cell-count",
      found,
      `${header.length} cells`,
      "put texts with a comma, semicolon or line break in double quotes",
    );
  }
  return { cells: nameCells(header, cells), reporter };
}

/** The cells by the names of their columns. Rows of one shape are read many times as fast as those put together from entries. */
function nameCells(header: readonly string[], cells: readonly string[]): RawRecord {
  // The one name that would be no member.
  if (header.includes("__proto__"))
    return Object.fromEntries(header.map((name, index) => [name, cells[index]]));
  const named: Record<string, string | undefined> = {};
  for (let index = 0; index < header.length; index++) named[header[index] ?? ""] = cells[index];
  return named;
}
