import { type Holders, listInForce, type Located, traceHolders } from "./areas.ts";
import type { ControlArea } from "./dataset.ts";
import { addDays, type Day } from "./day.ts";

/** A place lying in another side's area than before. `undefined`: outside all areas. */
export interface AreaChange {
  readonly day: Day;
  readonly settlement: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/**
 * Every change of side on each of `days` against the day before it, as the areas alone tell: in order of day, then
 * in the order of `places`. `days` must ascend.
 *
 * The day before the first counts too if areas are in force on it; otherwise nothing is said of the first day,
 * because missing data is not "no change".
 */
export function findAreaChanges(
  areas: readonly ControlArea[],
  places: readonly Located[],
  days: readonly Day[],
): AreaChange[] {
  const first = days[0];
  if (first === undefined) return [];
  const eve = addDays(first, -1);
  const asked = listInForce(areas, eve).length > 0 ? [eve, ...days] : days;
  return compareTraced(asked.slice(1), traceHolders(areas, places, asked));
}

/**
 * The changes of each of `days`, given the holders of each and, before them, of the day before the first: `traced` is
 * one longer than `days`.
 */
export function compareTraced(days: readonly Day[], traced: readonly Holders[]): AreaChange[] {
  return days.flatMap((day, index) => {
    const before = traced[index];
    const after = traced[index + 1];
    return before && after && before !== after ? compareHolders(before, after, day) : [];
  });
}

/**
 * The places whose side differs between two days, in either order, dated with the second. Equal days give none;
 * swapping the days mirrors every change; what changed over a span is what its parts changed, composed.
 */
export function findChangesBetween(
  areas: readonly ControlArea[],
  places: readonly Located[],
  before: Day,
  after: Day,
): AreaChange[] {
  const isForward = before <= after;
  const [early, late] = traceHolders(areas, places, isForward ? [before, after] : [after, before]);
  if (!early || !late) return [];
  return isForward ? compareHolders(early, late, after) : compareHolders(late, early, after);
}

/** The changes from one state to another, in the order of the first. */
export function compareHolders(before: Holders, after: Holders, day: Day): AreaChange[] {
  const changes: AreaChange[] = [];
  for (const [settlement, from] of before) {
    const to = after.get(settlement);
    if (from !== to) changes.push({ day, settlement, from, to });
  }
  return changes;
}
