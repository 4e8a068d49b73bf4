import type * as v from "valibot";
import type { Settlement, Statement } from "../../core/records.ts";
import type { Day } from "../../core/day.ts";
import { findPlace } from "../../core/search.ts";
import { describeValue, type Reporter } from "../problem.ts";
import type { STATEMENT } from "../schema/statements.ts";
import { checkSource, type StoryContext } from "../story-context.ts";

/** What statements refer to. `undefined`: that file could not be read, so references into it are left unchecked. */
export interface StatementReferences {
  readonly settlements: readonly Settlement[];
  readonly settlementIds: ReadonlySet<string> | undefined;
  readonly sourceIds: ReadonlySet<string> | undefined;
}

/** The columns that claims, events and figures share, as read. */
export type StatementRow = {
  readonly [Column in keyof typeof STATEMENT]: v.InferOutput<(typeof STATEMENT)[Column]>;
};

/** What the rows of claims, events and figures have in common, by our names. */
export function toStatement(row: StatementRow): Statement {
  return {
    id: row.id,
    firstDay: row.first_day,
    lastDay: row.last_day,
    dayBasis: row.day_basis,
    attribution: row.attribution,
    certainty: row.certainty,
    source: row.source,
    paragraph: row.paragraph,
    offset: row.offset,
    spelling: row.spelling,
    summary: row.summary,
  };
}

interface CheckedMembers {
  readonly settlement?: string;
  readonly source?: string;
  readonly first_day?: Day;
  readonly last_day?: Day;
}

/**
 * Reports a settlement or document that the data set does not have and days in the wrong order, and warns of days
 * outside the story. Members that could not be read are passed over.
 */
export function checkStatement(
  members: CheckedMembers,
  context: StoryContext,
  references: StatementReferences,
  reporter: Reporter,
): void {
  checkSettlement(members.settlement, references, reporter);
  checkSource(members.source, references.sourceIds, reporter);
  if (members.first_day === undefined || members.last_day === undefined) return;
  checkDays(members.first_day, members.last_day, context, reporter);
}

function checkSettlement(
  settlement: string | undefined,
  { settlements, settlementIds }: StatementReferences,
  reporter: Reporter,
): void {
  if (!settlementIds || settlement === undefined || settlement === "" || settlementIds.has(settlement))
    return;
  const place = findPlace(settlements, settlement);
  const isOne = place !== undefined && !("ambiguous" in place);
  const remedy = isOne ? `perhaps ${place.id} is meant` : "correct it or add the settlement";
  reporter.error(
    "unknown-settlement",
    `settlement ${describeValue(settlement)}`,
    "the id of a settlement of the data set",
    remedy,
  );
}

function checkDays(firstDay: Day, lastDay: Day, story: StoryContext, reporter: Reporter): void {
  if (firstDay > lastDay) {
    const found = `first_day ${firstDay} after last_day ${lastDay}`;
    reporter.error("days-reversed", found, "first_day on or before last_day", "swap or correct them");
  } else if (firstDay < story.firstDay || lastDay > story.lastDay) {
    const expected = `days from ${story.firstDay} to ${story.lastDay}`;
    reporter.warn("outside-story", `days ${firstDay} to ${lastDay}`, expected, "check the two days");
  }
}

/** Reports a contradicted record that the file does not have, or that is the record itself; `noun` names its kind. */
export function checkContradiction(
  id: string | undefined,
  contradicted: string,
  { noun, ids }: { readonly noun: string; readonly ids: ReadonlySet<unknown> },
  reporter: Reporter,
): void {
  if (contradicted !== id && ids.has(contradicted)) return;
  const found = `contradicts ${describeValue(contradicted)}`;
  reporter.error("unknown-record", found, `the id of another ${noun}`, "correct it or leave it empty");
}
