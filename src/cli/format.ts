import { type Cell, toRows } from "../export/cells.ts";
import { showMarks } from "../data/problem.ts";
import { writeCsv } from "../data/text/write-csv.ts";

/** Not escaped by JSON itself: what steers a terminal, cannot be seen or turns the reading direction. */
const MARKS = /[\u007F-\u009F\p{Cf}\u2028\u2029]/gu;

/** A value as JSON that ends in a line break. Its texts steer no terminal, and are read back as they were. */
export function formatJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replaceAll(MARKS, (mark) =>
    Array.from(
      { length: mark.length },
      (_, index) => `\\u${mark.charCodeAt(index).toString(16).padStart(4, "0")}`,
    ).join(""),
  );
  return `${text}\n`;
}

/** Records as CSV with a header row: lists joined by "|", null as an empty cell; see {@link writeCsv}. */
export function formatCsv<Field extends string>(
  fields: readonly Field[],
  records: readonly Readonly<Record<Field, Cell>>[],
): string {
  return `${writeCsv(fields, toRows(fields, records), "\n")}\n`;
}

/** Lines of text, each fit for a terminal. */
export function showLines(text: string): string {
  return text.split("\n").map(showMarks).join("\n");
}
