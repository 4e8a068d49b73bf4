import {
  type Claim,
  CLAIM_ACTIONS,
  CLAIM_CERTAINTIES,
  CLAIM_EXTENTS,
  DAY_BASES,
  type Settlement,
} from "../core/dataset.ts";
import { findPlace } from "../core/search.ts";
import { type CsvRow, parseCsv } from "./csv.ts";
import { getValue, readFields } from "./fields.ts";
import { describeValue, type Reporter } from "./problem.ts";
import { checkSide, checkSource, isFirstOfId, type StoryContext } from "./story-context.ts";

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

/** What claims refer to. `undefined`: that file could not be read, so references into it are left unchecked. */
export interface ClaimReferences {
  readonly settlements: readonly Settlement[];
  readonly settlementIds: ReadonlySet<string> | undefined;
  readonly sourceIds: ReadonlySet<string> | undefined;
}

/** The sound claims of a CSV file, in file order. */
export function parseClaims(text: string, context: StoryContext, references: ClaimReferences): Claim[] {
  const rows = parseCsv(text, CLAIM_COLUMNS, context);
  const claimIds = new Set(rows.map(({ cells }) => getValue(cells, "id")));
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const claim = parseClaim(row, context);
    checkReferences(claim, claimIds, references, row.reporter);
    checkDays(claim, context, row.reporter);
    return row.reporter.hasFailed() || !isFirstOfId(claim.id, seen, row.reporter) ? [] : [claim];
  });
}

function parseClaim({ cells, reporter }: CsvRow, context: StoryContext): Claim {
  const fields = readFields(cells, reporter);
  const action = fields.choice("action", CLAIM_ACTIONS);
  const side = getValue(cells, "side");
  return {
    id: fields.id("id"),
    settlement: fields.text("settlement"),
    action,
    extent: fields.optionalChoice("extent", CLAIM_EXTENTS),
    side:
      side === undefined && action === "contested" ? undefined : checkSide(side, "side", context, reporter),
    actor: fields.optionalText("actor"),
    firstDay: fields.day("first_day"),
    lastDay: fields.day("last_day"),
    dayBasis: fields.choice("day_basis", DAY_BASES),
    attribution: fields.text("attribution"),
    certainty: fields.choice("certainty", CLAIM_CERTAINTIES),
    source: fields.text("source"),
    paragraph: fields.number("paragraph", { min: 1, max: Infinity, isWhole: true }),
    offset: fields.number("offset", { min: 0, max: Infinity, isWhole: true }),
    spelling: fields.optionalText("spelling"),
    contradicts: fields.optionalText("contradicts") || undefined,
    summary: fields.text("summary"),
  };
}

function checkReferences(
  claim: Claim,
  claimIds: ReadonlySet<unknown>,
  { settlements, settlementIds, sourceIds }: ClaimReferences,
  reporter: Reporter,
): void {
  const { settlement, source, contradicts, id } = claim;
  if (settlementIds && settlement !== "" && !settlementIds.has(settlement)) {
    const place = findPlace(settlements, settlement);
    const isOne = place !== undefined && !("ambiguous" in place);
    const remedy = isOne ? `perhaps ${place.id} is meant` : "correct it or add the settlement";
    reporter.error(
      `settlement ${describeValue(settlement)}`,
      "the id of a settlement of the data set",
      remedy,
    );
  }
  checkSource(source, sourceIds, reporter);
  if (contradicts !== undefined && (contradicts === id || !claimIds.has(contradicts))) {
    reporter.error(
      `contradicts ${describeValue(contradicts)}`,
      "the id of another claim",
      "correct it or leave it empty",
    );
  }
}

function checkDays(
  { firstDay, lastDay }: Claim,
  { firstDay: storyStart, lastDay: storyEnd }: StoryContext,
  reporter: Reporter,
): void {
  if (reporter.hasFailed()) return;
  if (firstDay > lastDay) {
    reporter.error(
      `first_day ${firstDay} after last_day ${lastDay}`,
      "first_day on or before last_day",
      "swap or correct them",
    );
  } else if (firstDay < storyStart || lastDay > storyEnd) {
    reporter.warn(
      `days ${firstDay} to ${lastDay}`,
      `days from ${storyStart} to ${storyEnd}`,
      "check the two days",
    );
  }
}
