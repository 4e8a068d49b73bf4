import type { StatementsFile } from "../declaration/parse-files.ts";
import type { Reporter } from "../problem.ts";
import { CLAIM_TABLE } from "../records/parse-claims.ts";
import { findStatementColumns } from "../records/statement-table.ts";
import type { CsvSource } from "./csv-source.ts";

/** A claim as it is typed; what is left empty stays so in the file. */
export interface ClaimDraft {
  readonly firstDay: string;
  /** Empty, or the same as the first, of a day that is known. */
  readonly lastDay: string;
  readonly side: string;
  readonly action: string;
  readonly source: string;
  readonly summary: string;
}

/** What a claim may say, by our words for the columns. */
export const CLAIM_WORDS = ["side", "action", "source", "summary"] as const;

/** What the table calls our words, those that it has a column for. */
export function findClaimColumns(
  header: readonly string[],
  { columns }: StatementsFile,
): ReadonlyMap<string, string> {
  return findStatementColumns(header, CLAIM_TABLE.words, columns);
}

/**
 * The cells of a new row, by the columns of the table. `undefined` after reporting what the draft says and the table has no
 * column for: nothing that was typed is left out in silence.
 */
export function writeClaim(
  draft: ClaimDraft,
  settlement: string,
  table: CsvSource,
  file: StatementsFile,
  reporter: Reporter,
): ReadonlyMap<string, string> | undefined {
  const columns = findClaimColumns(table.header, file);
  const cells = new Map<string, string>();
  const put = (word: string, value: string) => {
    const column = columns.get(word);
    if (value === "") return;
    if (column !== undefined) cells.set(column, toFileValue(word, value, file));
    else if (!isUnderstood(word, value)) {
      const remedy = `add a column ${word} to the table, or leave it empty here`;
      reporter.about(word).error("missing-column", `no column ${word}`, `a column for ${word}`, remedy);
    }
  };
  put("settlement", settlement);
  for (const word of CLAIM_WORDS) put(word, draft[word]);
  for (const [word, day] of listDays(draft, columns)) put(word, day);
  const id = columns.get("id");
  if (id !== undefined) cells.set(id, findNewId(table, id));
  return reporter.hasFailed() ? undefined : cells;
}

/** What a table without that column says of all its rows. */
function isUnderstood(word: string, value: string): boolean {
  return word === "action" && value === "captured";
}

function listDays(
  { firstDay, lastDay }: ClaimDraft,
  columns: ReadonlyMap<string, string>,
): readonly (readonly [word: string, day: string])[] {
  const isOneDay = lastDay === "" || lastDay === firstDay;
  if (isOneDay && columns.has("day")) return [["day", firstDay]];
  const both = [
    ["first_day", firstDay],
    ["last_day", isOneDay ? firstDay : lastDay],
  ] as const;
  return isOneDay ? both.filter(([word]) => columns.has(word)) : both;
}

/** The file's own value for one of ours, where its declaration says that it has another. */
function toFileValue(word: string, value: string, { values }: StatementsFile): string {
  const own = values.get(word);
  if (own?.get(value) === value) return value;
  return [...(own ?? [])].find(([, ours]) => ours === value)?.[0] ?? value;
}

/** An id like those of the table: that with the highest number at its end, and the next number. */
function findNewId(table: CsvSource, column: string): string {
  const ids = new Set<string>();
  let [stem, digits, highest] = ["claim-", "", 0];
  for (let row = 1; row < table.count; row++) {
    const id = table.read(row, column).trim();
    ids.add(id);
    const [, letters = "", number = ""] = /^(.*?)(\d{1,9})$/.exec(id) ?? [];
    if (number === "" || Number(number) < highest) continue;
    [stem, digits, highest] = [letters, number, Number(number)];
  }
  for (let number = highest + 1; ; number++) {
    const id = stem + String(number).padStart(digits.length, "0");
    if (!ids.has(id)) return id;
  }
}
