import type { Claim } from "../../core/records.ts";
import { readRecord } from "../schema/read-record.ts";
import { CLAIM } from "../schema/statements.ts";
import {
  checkContradiction,
  checkStatement,
  parseStatements,
  type RowContext,
  type StatementsReading,
  toStatement,
} from "./statement.ts";
import { CONTENT_WORDS, DAY_WORDS } from "./statement-table.ts";
import { checkSide } from "../story-context.ts";

/** What a table of claims has. */
export const CLAIM_TABLE = {
  name: "claims",
  words: Object.keys(CLAIM.entries),
  needed: [["settlement"], ["side", "action"], DAY_WORDS, CONTENT_WORDS],
} as const;

/** The sound claims of a CSV file, in file order. */
export function parseClaims(text: string, reading: StatementsReading): Claim[] {
  return parseStatements(text, CLAIM_TABLE, reading, parseClaim);
}

function parseClaim({
  row: { reporter },
  record,
  nameOf,
  context,
  references,
  ids,
}: RowContext): Claim | undefined {
  const { members, whole } = readRecord(CLAIM, record, reporter, { nameOf });
  const { side = "", contradicts = "" } = members;
  if (side !== "" || members.action !== "contested")
    checkSide(side || undefined, nameOf("side"), context, reporter);
  const found = checkStatement(members, { record, nameOf, context, references, reporter });
  if (contradicts !== "") checkContradiction(members.id, contradicts, { noun: "claim", ids }, reporter);
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
