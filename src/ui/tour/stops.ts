import type { Dataset } from "../../core/dataset.ts";
import { TOUR_STOPS, type TourStop } from "../../words/later-words.ts";

/** What each stop tells of; of several the first that is in sight, as a phone has other buttons than a laptop. */
const THINGS: Readonly<Record<TourStop, readonly string[]>> = {
  map: [".map"],
  legend: [".legend"],
  days: [".dock:not(.step-dock)"],
  day: ["#panel-day"],
  story: [".tools .button:has(.icon-story)", ".more-menu > button"],
  search: [".search-opener", ".search-field"],
  tools: [".tools"],
};

/** What a stop tells of; `undefined` where it is not in sight. `find` gives the element that a selector finds, if that is in sight. */
export function findThing<Thing>(
  stop: TourStop,
  find: (selector: string) => Thing | undefined,
): Thing | undefined {
  for (const selector of THINGS[stop]) {
    const thing = find(selector);
    if (thing) return thing;
  }
  return undefined;
}

/** The stops whose things the page has at the moment, in their order. */
export function listStops(
  { narrative }: Pick<Dataset, "narrative">,
  find: (selector: string) => unknown,
): readonly TourStop[] {
  const isThere = (stop: TourStop) => stop !== "story" || narrative !== undefined;
  return TOUR_STOPS.filter((stop) => isThere(stop) && findThing(stop, find) !== undefined);
}

/** An element of the page that takes room on it. */
export function findInSight(selector: string): HTMLElement | undefined {
  const element = document.querySelector<HTMLElement>(selector);
  return element && element.getClientRects().length > 0 ? element : undefined;
}
