import papaparse from "papaparse";
import type { RawRecord } from "./fields.ts";
import { stripByteOrderMark } from "./json.ts";
import { describeValue, nameRecord, type Problem, reportOn, type Reporter } from "./problem.ts";

/** A row with a cell for every column of the header. */
export interface CsvRow {
  readonly cells: RawRecord;
  readonly reporter: Reporter;
}

/**
 * The rows of a CSV file with a header, after reporting every row with more or fewer cells. Cells are parted by
 * commas or semicolons, whichever the header has more of; lines may end in any way. Blank rows are passed over but
 * counted, so that row numbers are those a spreadsheet shows. If a column of `columns` is missing, no rows are given.
 */
export function parseCsv(
  text: string,
  columns: readonly string[],
  { file, problems }: { file: string; problems: Problem[] },
): CsvRow[] {
  const body = stripByteOrderMark(text).replaceAll(/\r\n?/g, "\n");
  const delimiter = guessDelimiter(body.split("\n", 1)[0] ?? "");
  const { data, errors } = papaparse.parse<string[]>(body, { delimiter, newline: "\n" });
  const reporter = reportOn(problems, file);
  const header = (data[0] ?? []).map((cell) => cell.trim());
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    const found = header.join("") === "" ? "no header row" : `no column ${missing.join(", ")}`;
    reporter.error(
      found,
      `a header row with ${columns.join(", ")}`,
      "add the missing columns to the first row",
    );
    return [];
  }
  const repeated = header.find((name, index) => name !== "" && header.indexOf(name) !== index);
  if (repeated !== undefined) {
    reporter.error(
      `column ${describeValue(repeated)} twice`,
      "each column once",
      "rename or delete one of the two",
    );
    return [];
  }
  const unquoted = new Map(
    errors.filter(({ type }) => type === "Quotes").map(({ row, message }) => [row, message]),
  );
  return data.flatMap((cells, index) => {
    if (index === 0 || cells.every((cell) => cell.trim() === "")) return [];
    const row = readRow(
      header,
      cells,
      reportOn(problems, file, nameRecord("row", index, nameOf(header, cells))),
    );
    const message = unquoted.get(index);
    if (message !== undefined)
      row.reporter.error(`broken quotes (${message})`, 'each " of a text doubled', "mend the quotes");
    return row.reporter.hasFailed() ? [] : [row];
  });
}

function guessDelimiter(header: string): string {
  return header.split(";").length > header.split(",").length ? ";" : ",";
}

function nameOf(header: readonly string[], cells: readonly string[]): string | undefined {
  return cells[header.indexOf("id")]?.trim() || undefined;
}

function readRow(header: readonly string[], cells: readonly string[], reporter: Reporter): CsvRow {
  if (cells.length !== header.length) {
    const found = `${cells.length} ${cells.length === 1 ? "cell" : "cells"}`;
    reporter.error(
      found,
      `${header.length} cells`,
      "put texts with a comma, semicolon or line break in double quotes",
    );
  }
  return { cells: Object.fromEntries(header.map((name, index) => [name, cells[index]])), reporter };
}
