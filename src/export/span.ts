import type { Day } from "../core/day.ts";
import type { Statement } from "../core/records.ts";

/** The days asked for, both included; `undefined`: from the first, to the last. */
export interface DaySpan {
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

/** The records that have any day of the span among theirs, in order of first and last day, then as in the file. */
export function listInSpan<Item extends Statement>(items: readonly Item[], { from, to }: DaySpan): Item[] {
  return items
    .filter(({ firstDay, lastDay }) => (!from || lastDay >= from) && (!to || firstDay <= to))
    .toSorted((a, b) => a.firstDay.localeCompare(b.firstDay) || a.lastDay.localeCompare(b.lastDay));
}
