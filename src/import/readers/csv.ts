import papaparse from "papaparse";
import { reportOn } from "../../data/problem.ts";
import { decodeText } from "../decode.ts";
import { nameOfFile, type Reading } from "../reading.ts";
import type { Cell, Sheet } from "../sheet.ts";
import { type GridRow, makeTable } from "../table.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;
/** Lines by which the delimiter is judged. */
const JUDGED_LINES = 50;

/**
 * A table of text: cells parted by commas, semicolons, tabs or bars, whichever parts the first lines most evenly; lines end in any
 * way. All cells are text. A row with more cells than names is left out and told; one with fewer is filled up and warned of.
 */
export async function readCsv(reading: Reading): Promise<readonly Sheet[]> {
  const text = decodeText(reading);
  if (text === undefined) return [];
  const { body, delimiter } = findDelimiter(text.startsWith("\uFEFF") ? text.slice(1) : text);
  const { file } = reading;
  const rows = parseRows(body, delimiter, reading);
  const sheet = await makeTable(reading, { name: nameOfFile(file), format: "csv", rows, isStrict: true });
  return sheet ? [sheet] : [];
}

/** So many quotes that are never closed are looked behind. */
const MOST_OPEN = 50;

/**
 * The rows of a table, those with broken quotes told. A quote that is never closed would take all that follows for one cell: its
 * line is left out, and reading goes on behind it.
 */
function parseRows(
  { text, skipped }: Body,
  delimiter: string,
  { file, limits, problems }: Reading,
): GridRow[] {
  const rows: GridRow[] = [];
  let number = skipped;
  let from = 0;
  const report = (row: number, message: string, kind: "error" | "warn", remedy: string) =>
    reportOn(problems, file, `row ${row}`)[kind](
      "broken-quotes",
      `broken quotes (${message})`,
      'each " of a text doubled',
      remedy,
    );
  for (let tries = 0; tries <= MOST_OPEN; tries++) {
    // Enough to know that there are more: a title, the names and a row of tags may stand above.
    const preview = limits.rows + 30 - rows.length;
    const { data, errors } = papaparse.parse<Cell[]>(from === 0 ? text : text.slice(from), {
      delimiter,
      preview,
    });
    const open = errors.find(({ code }) => code === "MissingQuotes");
    const whole = open?.row === undefined ? data : data.slice(0, open.row);
    for (const cells of whole) rows.push({ number: (number += 1), cells });
    const first = number - whole.length;
    for (const { type, row, message, code } of errors) {
      const remedy = "mend the quotes; until then cells of this row may hold those of others";
      if (type === "Quotes" && code !== "MissingQuotes" && row !== undefined && row < whole.length)
        report(first + row + 1, message, "warn", remedy);
    }
    if (open?.index === undefined || preview <= 0) return rows;
    number += 1;
    report(number, open.message, "error", "close the quotes; the line is left out");
    const end = text.indexOf("\n", from + open.index);
    if (end < 0) return rows;
    from = end + 1;
  }
  return rows;
}

/** A table's text, and how many lines that are no rows of it were taken off its beginning. */
interface Body {
  readonly text: string;
  readonly skipped: number;
}

function findDelimiter(text: string): { body: Body; delimiter: string } {
  // As spreadsheets write it for themselves.
  const [line = "", said] = /^"?sep=(.)"?\r?\n/.exec(text) ?? [];
  if (said !== undefined) return { body: { text: text.slice(line.length), skipped: 1 }, delimiter: said };
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreDelimiter(text, delimiter) }));
  const best = scored.reduce((first, next) => (next.score > first.score ? next : first));
  return { body: { text, skipped: 0 }, delimiter: best.delimiter };
}

/**
 * How well a sign parts the lines: as many cells as the rows have in which most agree, once for each row that agrees. Decimal
 * commas part lines too, but not the names above them.
 */
function scoreDelimiter(text: string, delimiter: string): number {
  const { data } = papaparse.parse<string[]>(text.slice(0, 200_000), { delimiter, preview: JUDGED_LINES });
  const counts = data.filter((cells) => cells.some((cell) => cell.trim() !== "")).map(({ length }) => length);
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  const [width = 1, agreeing = 0] = [...tally].reduce(
    (best, next) => (next[1] > best[1] ? next : best),
    [1, 0],
  );
  if (width < 2) return 0;
  const isHeaderParted = counts[0] === width || (counts[0] ?? 0) > width;
  return (agreeing / counts.length) * (isHeaderParted ? 2 : 1) + width / 1000;
}
