import type { Atlas, Change } from "../../core/atlas.ts";
import { listControls } from "../../core/history/all-controls.ts";
import { rememberByDay } from "../../core/remember.ts";
import type { Judge } from "../../core/filter.ts";
import { readName, translationsOf } from "../../core/translations.ts";
import { type Claim, OWN_WORDS, type Settlement, type Statement } from "../../core/records.ts";
import type { Day } from "../../core/day.ts";
import type { Words } from "../../words/types.ts";

/** The claims with these ids, in their order; ids that the data set does not have are left out. */
export function findClaims(atlas: Atlas, ids: readonly string[]): Claim[] {
  return ids.flatMap((id) => atlas.claimById.get(id) ?? []);
}

/** Who says so, in words, each once and in the order of the claims. */
export function listAttributions(atlas: Atlas, claims: readonly Claim[], words: Words): string[] {
  return [...new Set(claims.map((claim) => nameAttribution(atlas, claim, words)))];
}

/** Who says so, in the reader's language as far as that has come: the document itself is named by its publisher, without what follows a comma ("Wikipedia, excerpts"). */
export function nameAttribution(
  atlas: Atlas,
  { source, attribution }: Pick<Statement, "source" | "attribution">,
  words: Words,
): string {
  const { dataset } = atlas;
  const name =
    attribution === OWN_WORDS
      ? attribution
      : readName(attribution, dataset, translationsOf(dataset).find(words.language)).text;
  return words.record.attribution(name, namePublisher(atlas, source, words).text);
}

/** The publisher of a document, without what follows a comma; its title, then its id, where it has none. */
export function namePublisher({ dataset, sourceById }: Atlas, source: string, { language }: Words) {
  const { publisher = source, title = "" } = sourceById.get(source) ?? {};
  const name = readName(publisher || title || source, dataset, translationsOf(dataset).find(language));
  return { ...name, text: name.text.replace(/[,،].*/, "") };
}

export interface ContestedPlace {
  readonly settlement: Settlement;
  /** On whose ground the map shows it. */
  readonly by: string | undefined;
  readonly claims: readonly Claim[];
}

/** The places contested at the end of `day`, by name. */
export const listContested = rememberByDay((atlas: Atlas, day: Day): readonly ContestedPlace[] => {
  const controls = listControls(atlas, day);
  return atlas.dataset.settlements
    .flatMap((settlement, index) => {
      const control = controls[index];
      if (control?.kind !== "contested") return [];
      return [{ settlement, by: control.by, claims: findClaims(atlas, control.claims) }];
    })
    .toSorted((a, b) => a.settlement.name.localeCompare(b.settlement.name, "en"));
});

/** A contested place is shown for any of the claims that make it so. */
export function isContestShown({ isOn, claim }: Judge, claims: readonly Claim[]): boolean {
  return !isOn || claims.some(claim);
}

/**
 * Claims of `day` (those with a window: of its last day) by which nothing changed hands: neither evidence of a
 * change, nor against one of the same day, nor what makes a place contested then. What only implies an earlier
 * change is among them, for it tells of something else.
 */
export const listOtherClaims = rememberByDay((atlas: Atlas, day: Day): readonly Claim[] => {
  if (atlas.dataset.claims.length === 0) return [];
  const evidence = new Set(
    atlas.changes.flatMap((change) => [
      ...(change.impliedBy === undefined || change.impliedBy === "said-of-its-ground" ? change.claims : []),
      ...(change.day === day ? change.contradictedBy : []),
    ]),
  );
  for (const place of listContested(atlas, day)) for (const claim of place.claims) evidence.add(claim.id);
  return atlas.dataset.claims.filter((claim) => claim.lastDay === day && !evidence.has(claim.id));
});

export interface ClaimsOfPlace {
  readonly settlement: string;
  readonly claims: readonly Claim[];
}

/** Claims by the place they are about, both in the order given. */
export function groupByPlace(claims: readonly Claim[]): ClaimsOfPlace[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    groups.set(claim.settlement, [...(groups.get(claim.settlement) ?? []), claim]);
  }
  return [...groups].map(([settlement, claims]) => ({ settlement, claims }));
}

/** Whether the day of a change is known only as a window of days. */
export function hasWindow(change: Pick<Change, "firstDay" | "lastDay">): boolean {
  return change.firstDay !== change.lastDay;
}
