import type { StoryEvent } from "../../core/records.ts";
import { type CsvRow, parseCsv } from "../text/csv.ts";
import { readRecord } from "../schema/read-record.ts";
import { getValue } from "../text/record.ts";
import { EVENT } from "../schema/statements.ts";
import { checkContradiction, checkStatement, type StatementReferences, toStatement } from "./statement.ts";
import { isFirstOfId, type StoryContext } from "../story-context.ts";

/** The sound events of a CSV file, in file order. */
export function parseEvents(
  text: string,
  context: StoryContext,
  references: StatementReferences,
): StoryEvent[] {
  const rows = parseCsv(text, Object.keys(EVENT.entries), context);
  const ids = new Set(rows.map(({ cells }) => getValue(cells, "id")));
  const seen = new Set<string>();
  const takeTexts = context.translations?.open("events", rows, context);
  return rows.flatMap((row) => {
    const event = parseEvent(row, context, { ...references, ids });
    if (!event || !isFirstOfId(event.id, seen, row.reporter)) return [];
    takeTexts?.(event, row);
    return [event];
  });
}

function parseEvent(
  { cells, reporter }: CsvRow,
  context: StoryContext,
  references: StatementReferences & { readonly ids: ReadonlySet<unknown> },
): StoryEvent | undefined {
  const { members, whole } = readRecord(EVENT, cells, reporter);
  checkStatement(members, context, references, reporter);
  for (const contradicted of members.contradicts ?? [])
    checkContradiction(members.id, contradicted, { noun: "event", ids: references.ids }, reporter);
  if (!whole || reporter.hasFailed()) return undefined;
  return {
    kind: whole.kind,
    settlement: whole.settlement || undefined,
    title: whole.title,
    ...toStatement(whole),
    contradicts: whole.contradicts,
  };
}
