import { countDaysBetween, type Day } from "../core/day.ts";

/** Beyond this a year is mistyped, and the engine, which works day by day, would take minutes. */
const LONGEST_STORY_DAYS = 36_525;

/** Whether a story can run from one day to the other, both included. */
export function isStorySpan(firstDay: Day, lastDay: Day): boolean {
  const length = countDaysBetween(firstDay, lastDay) + 1;
  return length >= 1 && length <= LONGEST_STORY_DAYS;
}
