import { type Atlas, listChangesOn } from "../../core/atlas.ts";
import { createJudge, type Judge, NO_FILTER } from "../../core/filter.ts";
import type { Day } from "../../core/day.ts";
import { listEventsOn } from "../../core/measure/events.ts";
import { isContestShown, listContested, listOtherClaims } from "../parts/facts.ts";
import { countFigures, filterGroups, groupFiguresOn } from "./figures.ts";

/** The parts of a day that list records, in the order of the page. */
export const LISTS = ["changes", "contested", "other-claims", "events", "figures"] as const;
export type ListName = (typeof LISTS)[number];
export type SectionName = ListName | "area" | "highways" | "posts" | "balance";

/** How many records each part of the day lists: those that pass the filter. */
export function countRecords(
  atlas: Atlas,
  day: Day,
  judge: Judge = createJudge(atlas, NO_FILTER),
): Readonly<Record<ListName, number>> {
  return {
    changes: listChangesOn(atlas, day).filter(judge.change).length,
    contested: listContested(atlas, day).filter(({ claims }) => isContestShown(judge, claims)).length,
    "other-claims": listOtherClaims(atlas, day).filter(judge.claim).length,
    events: listEventsOn(atlas, day).filter(judge.event).length,
    figures: countFigures(filterGroups(groupFiguresOn(atlas, day), judge)),
  };
}

/** A list longer than this is cut, and shown whole on demand. */
const ENOUGH = 6;
/** Fewer are not worth a button. */
const LEAST_HIDDEN = 3;

/** The first of a long list; all of a list that is only a little longer. */
export function takeFirst<Item>(items: readonly Item[]): readonly Item[] {
  return items.length < ENOUGH + LEAST_HIDDEN ? items : items.slice(0, ENOUGH);
}
