import type { Claim } from "../../core/records.ts";
import { type CsvRow, parseCsv } from "../text/csv.ts";
import { readRecord } from "../schema/read-record.ts";
import { getValue } from "../text/record.ts";
import { CLAIM, CLAIM_COLUMNS } from "../schema/statements.ts";
import { checkContradiction, checkStatement, type StatementReferences, toStatement } from "./statement.ts";
import { checkSide, isFirstOfId, type StoryContext } from "../story-context.ts";

/** The sound claims of a CSV file, in file order. */
export function parseClaims(text: string, context: StoryContext, references: StatementReferences): Claim[] {
  const rows = parseCsv(text, CLAIM_COLUMNS, context);
  const ids = new Set(rows.map(({ cells }) => getValue(cells, "id")));
  const seen = new Set<string>();
  const takeTexts = context.translations?.open("claims", rows, context);
  return rows.flatMap((row) => {
    const claim = parseClaim(row, context, { ...references, ids });
    if (!claim || !isFirstOfId(claim.id, seen, row.reporter)) return [];
    takeTexts?.(claim, row);
    return [claim];
  });
}

function parseClaim(
  { cells, reporter }: CsvRow,
  context: StoryContext,
  references: StatementReferences & { readonly ids: ReadonlySet<unknown> },
): Claim | undefined {
  const { members, whole } = readRecord(CLAIM, cells, reporter);
  const { side = "", contradicts = "" } = members;
  if (side !== "" || members.action !== "contested") checkSide(side || undefined, "side", context, reporter);
  checkStatement(members, context, references, reporter);
  if (contradicts !== "")
    checkContradiction(members.id, contradicts, { noun: "claim", ids: references.ids }, reporter);
  if (!whole || reporter.hasFailed()) return undefined;
  return {
    settlement: whole.settlement,
    action: whole.action,
    extent: whole.extent,
    side: side || undefined,
    actor: whole.actor,
    ...toStatement(whole),
    contradicts: contradicts || undefined,
    ground: whole.ground || undefined,
  };
}
