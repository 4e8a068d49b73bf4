import type { Statement } from "../core/records.ts";
import type { DaySpan } from "./arguments.ts";

/** The records that have any day of the span among theirs, in order of first and last day, then as in the file. */
export function listInSpan<Item extends Statement>(items: readonly Item[], { from, to }: DaySpan): Item[] {
  return items
    .filter(({ firstDay, lastDay }) => (!from || lastDay >= from) && (!to || firstDay <= to))
    .toSorted((a, b) => a.firstDay.localeCompare(b.firstDay) || a.lastDay.localeCompare(b.lastDay));
}

/** One day in full, or the first in full and the last as far as it needs saying: "2020-01-29 - 02-03". */
export function describeDays({
  first_day,
  last_day,
}: {
  readonly first_day: string;
  readonly last_day: string;
}): string {
  if (first_day === last_day) return first_day;
  const isSameYear = first_day.slice(0, 4) === last_day.slice(0, 4);
  return `${first_day} - ${isSameYear ? last_day.slice(5) : last_day}`;
}
