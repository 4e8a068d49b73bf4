import type { StoryEvent } from "../../core/records.ts";
import { readRecord } from "../schema/read-record.ts";
import { EVENT } from "../schema/statements.ts";
import {
  checkContradiction,
  checkStatement,
  parseStatements,
  type RowContext,
  type StatementsReading,
  toStatement,
} from "./statement.ts";
import { DAY_WORDS } from "./statement-table.ts";

const KIND = {
  name: "events",
  words: Object.keys(EVENT.entries),
  needed: [DAY_WORDS, ["title", "summary"]],
} as const;

/** The sound events of a CSV file, in file order. */
export function parseEvents(text: string, reading: StatementsReading): StoryEvent[] {
  return parseStatements(text, KIND, reading, parseEvent);
}

function parseEvent({
  row: { reporter },
  record,
  nameOf,
  context,
  references,
  ids,
}: RowContext): StoryEvent | undefined {
  const { members, whole } = readRecord(EVENT, record, reporter, { nameOf });
  const found = checkStatement(members, { record, nameOf, context, references, reporter });
  for (const contradicted of members.contradicts ?? [])
    checkContradiction(members.id, contradicted, { noun: "event", ids }, reporter);
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
