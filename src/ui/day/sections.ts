import { type Atlas, listChangesOn } from "../../core/atlas.ts";
import type { Day } from "../../core/day.ts";
import { listEventsOn } from "../../core/measure/events.ts";
import { listContested, listOtherClaims } from "../parts/facts.ts";
import { groupFiguresOn } from "./figures.ts";

/** The parts of a day that list records, in the order of the page. */
export const LISTS = ["changes", "contested", "other-claims", "events", "figures"] as const;
export type ListName = (typeof LISTS)[number];
export type SectionName = ListName | "highways" | "posts" | "balance";

/** How many records each part of the day lists. */
export function countRecords(atlas: Atlas, day: Day): Readonly<Record<ListName, number>> {
  return {
    changes: listChangesOn(atlas, day).length,
    contested: listContested(atlas, day).length,
    "other-claims": listOtherClaims(atlas, day).length,
    events: listEventsOn(atlas, day).length,
    figures: groupFiguresOn(atlas, day).reduce((sum, { figures }) => sum + figures.length, 0),
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
