import papaparse from "papaparse";
import { showControls } from "../problem.ts";

export type CsvCell = string | number | boolean | null | undefined;

/**
 * A table as CSV with a header row, without a line break at its end. Spreadsheets take some texts for formulas, and some of
 * these programs do others' work: such a text gets an apostrophe in front, also where a program that parts cells by
 * semicolons or tabs would see one. Control characters are shown as code points, but for tabs and line breaks.
 */
export function writeCsv(
  fields: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  newline: "\n" | "\r\n",
): string {
  const data = rows.map((row) => row.map((cell) => (typeof cell === "string" ? disarm(cell) : cell)));
  const text = papaparse.unparse({ fields: fields.map(disarm), data }, { newline });
  // Without rows the package ends the header row itself.
  return data.length === 0 ? text.slice(0, -newline.length) : text;
}

/** A table as a file of its own that a spreadsheet opens as it is (RFC 4180): Excel takes it for UTF-8 by its first mark alone. */
export function writeSpreadsheet(fields: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${writeCsv(fields, rows, "\r\n")}\r\n`;
}

/** What begins a formula, also in the width of Chinese and Japanese letters. */
const FORMULA = "[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]";
const FIRST = new RegExp(`^(?=[\\t\\r]|${FORMULA})`);
const LATER = new RegExp(`([;\\t\\r\\n]"*)(?=${FORMULA})`, "g");

function disarm(text: string): string {
  return showControls(text).replaceAll(LATER, "$1'").replace(FIRST, "'");
}
