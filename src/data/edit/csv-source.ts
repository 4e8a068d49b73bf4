import papaparse from "papaparse";
import type { Reporter } from "../problem.ts";
import { guessDelimiter } from "../text/csv.ts";
import type { Splice } from "./splice.ts";

/** A cell of a table as it stands in its text, quotes included. */
interface SourceCell {
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
  /** What it says. */
  readonly value: string;
}

/** A table with the place of each of its cells. Row 0 is the header; blank rows are rows. */
export interface CsvSource {
  readonly header: readonly string[];
  /** Rows, the header included, up to the last that has a cell. */
  readonly count: number;
  /** A change that adds a row below all others; columns that `cells` does not have stay empty. */
  readonly append: (cells: ReadonlyMap<string, string>) => Splice;
  /** Changes of some cells of a row, by their columns. */
  readonly change: (row: number, cells: ReadonlyMap<string, string>) => readonly Splice[];
  /** What a row has in a column; empty where it has none. */
  readonly read: (row: number, column: string) => string;
}

/** `undefined` after reporting quotes that do not end where they should: nothing can be added to such a table. */
export function openCsv(text: string, reporter: Reporter): CsvSource | undefined {
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  const delimiter = guessDelimiter(text.slice(start).split(/\r\n|\r|\n/, 1)[0] ?? "");
  const rows = scan(text, start, delimiter);
  if (!isReadAlike(text.slice(start), delimiter, rows)) {
    const remedy = "mend the quotes";
    reporter.error("broken-quotes", "broken quotes", 'each " of a text doubled', remedy);
    return undefined;
  }
  const last = rows.at(-1);
  // What ends with a line break has one more row, of one empty cell.
  const hasFinalBreak = last !== undefined && rows.length > 1 && last.length === 1 && isEmpty(last[0]);
  const header = (rows[0] ?? []).map(({ value }) => value.trim());
  const lineBreak = findBreak(text, rows);
  const filled = rows.flat().filter((cell) => !isEmpty(cell));
  const quotesAll = filled.length > 0 && filled.every(({ isQuoted }) => isQuoted);
  const quotesEmpty = quotesAll && rows.flat().some(({ isQuoted, value }) => isQuoted && value === "");
  const write = (value: string, isQuoted: boolean) =>
    isQuoted || needsQuotes(value, delimiter) ? `"${value.replaceAll('"', '""')}"` : value;
  return {
    header,
    count: hasFinalBreak ? rows.length - 1 : rows.length,
    append(cells) {
      const line = header
        .map((column) => cells.get(column) ?? "")
        .map((value) => write(value, value === "" ? quotesEmpty : quotesAll))
        .join(delimiter);
      const added = hasFinalBreak ? line + lineBreak : lineBreak + line;
      return { start: text.length, end: text.length, text: added };
    },
    change: (row, cells) =>
      [...cells].flatMap(([column, value]): Splice[] => {
        const cell = rows[row]?.[header.indexOf(column)];
        return cell ? [{ start: cell.start, end: cell.end, text: write(value, cell.isQuoted) }] : [];
      }),
    read: (row, column) => rows[row]?.[header.indexOf(column)]?.value ?? "",
  };
}

function isEmpty(cell: SourceCell | undefined): boolean {
  return cell === undefined || cell.start === cell.end;
}

/** Blanks at either end would be taken away, and a quote at the beginning read as one. */
function needsQuotes(value: string, delimiter: string): boolean {
  return value.includes(delimiter) || /["\r\n]|^\s|\s$/.test(value);
}

/** How the lines of a table end: as its first does, or, of one without an end, as that of most systems. */
function findBreak(text: string, rows: readonly (readonly SourceCell[])[]): string {
  const end = rows[0]?.at(-1)?.end ?? 0;
  return /^(?:\r\n|\r|\n)/.exec(text.slice(end, end + 2))?.[0] ?? "\n";
}

function scan(text: string, from: number, delimiter: string): SourceCell[][] {
  const rows: SourceCell[][] = [];
  let row: SourceCell[] = [];
  let at = from;
  for (;;) {
    const cell = scanCell(text, at, delimiter);
    row.push(cell);
    at = cell.end;
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (at >= text.length) return rows;
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
}

function scanCell(text: string, start: number, delimiter: string): SourceCell {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r") end += 1;
    return { start, end, isQuoted: false, value: text.slice(start, end) };
  }
  let end = start + 1;
  while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1;
  const value = text.slice(start + 1, end).replaceAll('""', '"');
  return { start, end: Math.min(end + 1, text.length), isQuoted: true, value };
}

/** Whether the reader of tables finds the same cells: it is lenient with quotes where no place can be told. */
function isReadAlike(text: string, delimiter: string, rows: readonly (readonly SourceCell[])[]): boolean {
  const toLines = (value: string) => value.replaceAll(/\r\n?/g, "\n");
  const { data, errors } = papaparse.parse<string[]>(toLines(text), { delimiter, newline: "\n" });
  return (
    !errors.some(({ type }) => type === "Quotes") &&
    data.length === rows.length &&
    data.every(
      (cells, index) =>
        cells.length === rows[index]?.length &&
        cells.every((cell, column) => cell === toLines(rows[index]?.[column]?.value ?? "")),
    )
  );
}
