import { CLAIM_CERTAINTIES, DAY_BASES, type Settlement, type Statement } from "../core/dataset.ts";
import { findPlace } from "../core/search.ts";
import type { Fields } from "./fields.ts";
import { describeValue, type Reporter } from "./problem.ts";
import { checkSource, type StoryContext } from "./story-context.ts";

/** What statements refer to. `undefined`: that file could not be read, so references into it are left unchecked. */
export interface StatementReferences {
  readonly settlements: readonly Settlement[];
  readonly settlementIds: ReadonlySet<string> | undefined;
  readonly sourceIds: ReadonlySet<string> | undefined;
}

/** The fields that claims, events and figures share. Their references are for {@link checkReferences} to check. */
export function parseStatement(fields: Fields): Statement {
  return {
    id: fields.id("id"),
    firstDay: fields.day("first_day"),
    lastDay: fields.day("last_day"),
    dayBasis: fields.choice("day_basis", DAY_BASES),
    attribution: fields.text("attribution"),
    certainty: fields.choice("certainty", CLAIM_CERTAINTIES),
    source: fields.text("source"),
    paragraph: fields.number("paragraph", { min: 1, max: Infinity, isWhole: true }),
    offset: fields.number("offset", { min: 0, max: Infinity, isWhole: true }),
    spelling: fields.optionalText("spelling"),
    summary: fields.text("summary"),
  };
}

/** The ids in a cell, parted by "|", semicolons or blanks. */
export function parseIds(fields: Fields, key: string): readonly string[] {
  return fields
    .optionalText(key)
    .split(/[|;\s]+/)
    .filter((id) => id !== "");
}

/** Reports a settlement or document that the data set does not have. No settlement at all is sound. */
export function checkReferences(
  { settlement = "", source }: { readonly settlement: string | undefined; readonly source: string },
  { settlements, settlementIds, sourceIds }: StatementReferences,
  reporter: Reporter,
): void {
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
}

/** Reports a contradicted record that the file does not have, or that is the record itself; `noun` names its kind. */
export function checkContradiction(
  id: string,
  contradicted: string,
  { noun, ids }: { readonly noun: string; readonly ids: ReadonlySet<unknown> },
  reporter: Reporter,
): void {
  if (contradicted !== id && ids.has(contradicted)) return;
  const found = `contradicts ${describeValue(contradicted)}`;
  reporter.error(found, `the id of another ${noun}`, "correct it or leave it empty");
}

/** Reports days in the wrong order, and warns of any outside the story. Says nothing if a day could not be read. */
export function checkDays(
  { firstDay, lastDay }: Statement,
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
