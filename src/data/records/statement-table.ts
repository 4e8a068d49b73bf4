import type { StatementsFile } from "../declaration/parse-files.ts";
import { parseFeatures } from "../geojson/geojson.ts";
import { reportOn } from "../problem.ts";
import { type CsvRow, type NeededColumns, parseCsv } from "../text/csv.ts";
import { getValue, type RawRecord, toCell } from "../text/record.ts";
import { readNumberedDay } from "../schema/read-day.ts";
import type { StoryContext } from "../story-context.ts";

export interface StatementTable {
  readonly rows: readonly CsvRow[];
  /** The record of a row: what is not blank, by our words and in our values; with an id in any case. */
  readonly toRecord: (row: CsvRow) => RawRecord;
  /** The id of a row's record. */
  readonly idOf: (row: CsvRow) => unknown;
  /** What the table calls the column of one of our words; the word itself where it has none. */
  readonly nameOf: (word: string) => string;
}

/** What a kind of table has. */
export interface TableKind {
  /** All of its columns, by our words. */
  readonly words: readonly string[];
  /** Of each list, one column at least has to be there. */
  readonly needed: readonly (readonly string[])[];
}

/** One of these at least says whose word it is, or what it says. */
export const CONTENT_WORDS = ["summary", "source", "attribution"] as const;

/** One of these must be there of any table of statements. */
export const DAY_WORDS: readonly string[] = ["day", "first_day", "last_day"];

/**
 * What else people call a column, in small letters and with "_" for blanks: the usual words of the field, not those of one
 * source. A column by our own word goes before.
 */
const USUAL_NAMES: Readonly<Record<string, readonly string[]>> = {
  settlement: ["place", "settlement_id", "place_id", "location", "place_name", "town", "village", "locality"],
  side: ["by", "holder", "control", "controlled_by", "captured_by", "party", "faction"],
  day: ["date", "event_date"],
  first_day: ["from", "start", "start_date", "date_start", "first_date"],
  last_day: ["to", "until", "end", "end_date", "date_end", "last_date"],
  attribution: ["according_to", "reported_by", "who_says"],
  source: ["url", "link", "source_url", "document"],
  summary: ["description", "text", "notes", "note", "comment", "comments"],
  title: ["headline"],
  value: ["number", "count", "figure"],
  measure: ["indicator"],
  lng: ["lon", "long", "longitude"],
  lat: ["latitude"],
  actors: ["actor"],
  fatalities: ["deaths", "killed"],
};

/** Reads a table whose columns may go by other names: those that its declaration tells, else by our words, else the usual ones. */
export function readStatementTable(
  text: string,
  kind: TableKind,
  context: StoryContext,
  { columns, values }: StatementsFile,
): StatementTable {
  let found: ReadonlyMap<string, string> = new Map();
  const needed: NeededColumns = {
    listMissing(header) {
      found = findStatementColumns(header, kind.words, columns);
      const undeclared = [...columns.values()].filter((name) => !header.includes(name));
      const missing = kind.needed.filter(
        (words) => !words.some((word) => found.has(word) || columns.has(word)),
      );
      return [...undeclared, ...missing.map((words) => words.join(" or "))];
    },
    expected: kind.needed.map((words) => words.map(withUsual).join(" or ")).join(", "),
  };
  const nameOf = (word: string) => found.get(word) ?? word;
  const isPoints = kind.words.includes("lng") && /\.(geo)?json$/i.test(context.file);
  const rows = isPoints ? parsePoints(text, needed, context) : parseCsv(text, needed, context);
  const read = (word: string, { cells }: CsvRow) => {
    const value = getValue(cells, nameOf(word));
    if (value === undefined) return undefined;
    return values.get(word)?.get(toCell(value)) ?? toReadable(word, value, context);
  };
  const idOf = (row: CsvRow) =>
    (found.has("id") ? read("id", row) : undefined) ?? `${isPoints ? "feature" : "row"}-${row.number}`;
  return {
    rows,
    nameOf,
    idOf,
    // Of a large table all records at once would take more memory than its text.
    toRecord(row) {
      const record: Record<string, unknown> = { id: idOf(row) };
      for (const word of found.keys()) {
        const value = read(word, row);
        if (value !== undefined) record[word] = value;
      }
      return record;
    },
  };
}

/** The points of a GeoJSON file as rows of a table whose columns are their properties, `lng` and `lat`. */
function parsePoints(text: string, needed: NeededColumns, context: StoryContext): CsvRow[] {
  const { features } = parseFeatures(text, ["Point"], context);
  const rows = features.map(({ geometry, properties, reporter }, index): CsvRow => {
    const [lng, lat] = reporter.hasFailed() ? [] : geometry.coordinates;
    return { number: index + 1, cells: { ...properties, lng, lat }, reporter };
  });
  const missing = needed.listMissing([...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))]);
  if (missing.length === 0 || rows.length === 0) return rows;
  reportOn(context.problems, context.file).error(
    "missing-column",
    `no property ${missing.join(", ")} in any feature`,
    needed.expected,
    "add the missing properties",
  );
  return [];
}

const DEGREES: readonly string[] = ["lng", "lat"];

/** Degrees with a decimal comma as with a point, and days in the declared order; all else as it is. */
function toReadable(word: string, value: unknown, context: StoryContext): unknown {
  if (typeof value === "string" && DEGREES.includes(word)) return value.replace(",", ".");
  return toOrderedDay(word, value, context);
}

/** A day in numbers by the declared order; all else as it is. */
function toOrderedDay(word: string, value: unknown, { dayOrder }: StoryContext): unknown {
  if (dayOrder === undefined || typeof value !== "string" || !DAY_WORDS.includes(word)) return value;
  return readNumberedDay(value, dayOrder) ?? value;
}

function withUsual(word: string): string {
  const usual = USUAL_NAMES[word] ?? [];
  return usual.length === 0 ? word : `${word} (${usual.slice(0, 3).join(", ")})`;
}

/** The columns of a header by our words: those that a declaration tells, else by our words, else the usual ones. */
export function findStatementColumns(
  header: readonly string[],
  words: readonly string[],
  declared: StatementsFile["columns"],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const find = (word: string, names: readonly string[]) => {
    const column = names.flatMap((name) => header.find((cell) => toUsual(cell) === name) ?? [])[0];
    // One column means one thing.
    if (column !== undefined && ![...found.values()].includes(column)) found.set(word, column);
  };
  for (const [word, name] of declared) if (header.includes(name)) found.set(word, name);
  for (const word of words) if (!found.has(word) && header.includes(word)) found.set(word, word);
  for (const word of words) {
    // Beside a first or a last day, a column "date" is something else.
    const isKnown = word === "day" ? DAY_WORDS.some((known) => found.has(known)) : found.has(word);
    if (!isKnown) find(word, [word, ...(USUAL_NAMES[word] ?? [])]);
  }
  return found;
}

function toUsual(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, "_");
}
