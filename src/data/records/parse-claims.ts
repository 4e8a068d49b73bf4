import type { Claim } from "../../core/records.ts";
import type { StatementsFile } from "../declaration/parse-files.ts";
import { readRecord } from "../schema/read-record.ts";
import { CLAIM } from "../schema/statements.ts";
import { checkContradiction, checkStatement, type StatementReferences, toStatement } from "./statement.ts";
import {
  CONTENT_WORDS,
  NEEDED_DAYS,
  readStatementTable,
  type StatementTable,
  type StatementTableRow,
  type TableKind,
} from "./statement-table.ts";
import { checkSide, isFirstOfId, type StoryContext } from "../story-context.ts";

const KIND: TableKind = {
  words: Object.keys(CLAIM.entries),
  needed: [["settlement"], ["side", "action"], NEEDED_DAYS, CONTENT_WORDS],
};

/** The sound claims of a CSV file, in file order. */
export function parseClaims(
  text: string,
  context: StoryContext,
  references: StatementReferences,
  file: StatementsFile,
): Claim[] {
  const { rows, nameOf } = readStatementTable(text, KIND, context, file);
  const ids = new Set(rows.map(({ record }) => record["id"]));
  const seen = new Set<string>();
  const takeTexts = context.translations?.open("claims", rows, context);
  return rows.flatMap((row) => {
    const claim = parseClaim(row, nameOf, context, { ...references, ids });
    if (!claim || !isFirstOfId(claim.id, seen, row.reporter)) return [];
    takeTexts?.(claim, row);
    return [claim];
  });
}

function parseClaim(
  { record, reporter }: StatementTableRow,
  nameOf: StatementTable["nameOf"],
  context: StoryContext,
  references: StatementReferences & { readonly ids: ReadonlySet<unknown> },
): Claim | undefined {
  const { members, whole } = readRecord(CLAIM, record, reporter, { nameOf });
  const { side = "", contradicts = "" } = members;
  if (side !== "" || members.action !== "contested")
    checkSide(side || undefined, nameOf("side"), context, reporter);
  const found = checkStatement(members, { record, nameOf, context, references, reporter });
  if (contradicts !== "")
    checkContradiction(members.id, contradicts, { noun: "claim", ids: references.ids }, reporter);
  if (!whole || !found || reporter.hasFailed()) return undefined;
  return {
    settlement: found.settlement ?? "", // A claim without one has been reported.
    action: whole.action,
    extent: whole.extent,
    side: side || undefined,
    actor: whole.actor,
    ...toStatement(whole, found),
    contradicts: contradicts || undefined,
    ground: whole.ground || undefined,
  };
}
