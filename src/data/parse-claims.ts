import { type Claim, CLAIM_ACTIONS, CLAIM_EXTENTS } from "../core/dataset.ts";
import { type CsvRow, parseCsv } from "./csv.ts";
import { getValue, readFields } from "./fields.ts";
import {
  checkContradiction,
  checkDays,
  checkReferences,
  parseStatement,
  type StatementReferences,
} from "./statement.ts";
import { checkSide, isFirstOfId, type StoryContext } from "./story-context.ts";

export const CLAIM_COLUMNS = [
  "id",
  "settlement",
  "action",
  "extent",
  "side",
  "actor",
  "first_day",
  "last_day",
  "day_basis",
  "attribution",
  "certainty",
  "source",
  "paragraph",
  "offset",
  "spelling",
  "contradicts",
  "summary",
] as const;

/** The sound claims of a CSV file, in file order. */
export function parseClaims(text: string, context: StoryContext, references: StatementReferences): Claim[] {
  const rows = parseCsv(text, CLAIM_COLUMNS, context);
  const claimIds = new Set(rows.map(({ cells }) => getValue(cells, "id")));
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const { reporter } = row;
    const claim = parseClaim(row, context);
    checkReferences(claim, references, reporter);
    if (claim.contradicts !== undefined)
      checkContradiction(claim.id, claim.contradicts, { noun: "claim", ids: claimIds }, reporter);
    checkDays(claim, context, reporter);
    return reporter.hasFailed() || !isFirstOfId(claim.id, seen, reporter) ? [] : [claim];
  });
}

function parseClaim({ cells, reporter }: CsvRow, context: StoryContext): Claim {
  const fields = readFields(cells, reporter);
  const action = fields.choice("action", CLAIM_ACTIONS);
  const side = getValue(cells, "side");
  return {
    settlement: fields.text("settlement"),
    action,
    extent: fields.optionalChoice("extent", CLAIM_EXTENTS),
    side:
      side === undefined && action === "contested" ? undefined : checkSide(side, "side", context, reporter),
    actor: fields.optionalText("actor"),
    ...parseStatement(fields),
    contradicts: fields.optionalText("contradicts") || undefined,
  };
}
