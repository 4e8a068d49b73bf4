import type { StoryEvent } from "../../core/records.ts";
import type { StatementsFile } from "../declaration/parse-files.ts";
import { readRecord } from "../schema/read-record.ts";
import { EVENT } from "../schema/statements.ts";
import { checkContradiction, checkStatement, type StatementReferences, toStatement } from "./statement.ts";
import {
  NEEDED_DAYS,
  readStatementTable,
  type StatementTable,
  type StatementTableRow,
  type TableKind,
} from "./statement-table.ts";
import { isFirstOfId, type StoryContext } from "../story-context.ts";

const KIND: TableKind = { words: Object.keys(EVENT.entries), needed: [NEEDED_DAYS, ["title", "summary"]] };

/** The sound events of a CSV file, in file order. */
export function parseEvents(
  text: string,
  context: StoryContext,
  references: StatementReferences,
  file: StatementsFile,
): StoryEvent[] {
  const { rows, nameOf } = readStatementTable(text, KIND, context, file);
  const ids = new Set(rows.map(({ record }) => record["id"]));
  const seen = new Set<string>();
  const takeTexts = context.translations?.open("events", rows, context);
  return rows.flatMap((row) => {
    const event = parseEvent(row, nameOf, context, { ...references, ids });
    if (!event || !isFirstOfId(event.id, seen, row.reporter)) return [];
    takeTexts?.(event, row);
    return [event];
  });
}

function parseEvent(
  { record, reporter }: StatementTableRow,
  nameOf: StatementTable["nameOf"],
  context: StoryContext,
  references: StatementReferences & { readonly ids: ReadonlySet<unknown> },
): StoryEvent | undefined {
  const { members, whole } = readRecord(EVENT, record, reporter, { nameOf });
  const found = checkStatement(members, { record, nameOf, context, references, reporter });
  for (const contradicted of members.contradicts ?? [])
    checkContradiction(members.id, contradicted, { noun: "event", ids: references.ids }, reporter);
  if (members.title === "" && members.summary === "")
    reporter
      .about(nameOf("title"))
      .error("missing-member", `no ${nameOf("title")}`, "a few words for a list", `add ${nameOf("title")}`);
  if (!whole || !found || reporter.hasFailed()) return undefined;
  return {
    kind: whole.kind,
    settlement: found.settlement,
    title: whole.title || whole.summary,
    ...toStatement({ ...whole, summary: whole.summary || whole.title }, found),
    contradicts: whole.contradicts,
  };
}
