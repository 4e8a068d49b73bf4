import type { Day } from "../../core/day.ts";
import type { Judge } from "../../core/filter.ts";
import { type Language, pickName } from "../../core/names.ts";
import type { Settlement } from "../../core/records.ts";
import { foldName } from "../../core/fold-name.ts";

/** Rows on the page at a time: each of them is written anew with every day. */
export const PAGE_ROWS = 200;

/** A settlement with its names as they are looked for. */
export interface NamedRow {
  readonly settlement: Settlement;
  readonly folded: string;
}

/** One row a settlement, by name in the order of the language. */
export function listRows(settlements: readonly Settlement[], language: Language): NamedRow[] {
  const { compare } = new Intl.Collator(language);
  return settlements
    .map((settlement) => ({ settlement, name: pickName(settlement.names, language) }))
    .sort((one, other) => compare(one.name, other.name))
    .map(({ settlement }) => ({
      settlement,
      folded: Object.values(settlement.names)
        .map((name) => foldName(name ?? ""))
        .join("\n"),
    }));
}

/** The rows with a name that has the query in it, however either is spelled; all for an empty query. */
export function findRows(rows: readonly NamedRow[], query: string): readonly NamedRow[] {
  if (query.trim() === "") return rows;
  const sought = foldName(query);
  return rows.filter(({ folded }) => folded.includes(sought));
}

/** The rows whose settlement passes the filter on the day. */
export function filterRows(
  rows: readonly NamedRow[],
  { isOn, settlement }: Judge,
  day: Day,
): readonly NamedRow[] {
  return isOn ? rows.filter((row) => settlement(row.settlement, day)) : rows;
}
