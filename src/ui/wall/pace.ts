import { type Atlas, listChangesOn } from "../../core/atlas.ts";
import type { Day } from "../../core/day.ts";
import type { DayRange } from "../../core/view.ts";

/** Long enough to read a day's sentence from across a room. */
const READING_MS = 3000;
/** What reading may take of a loop: of a story of years nobody waits to see the end of one read out. */
const ALL_READING_MS = 300_000;
/** So long the last day stands before the first one follows it. */
const LAST_MS = 6000;

/**
 * For how many milliseconds a day stands on a wall at least before the `next`; 0: as long as the speed has it. Of the days that
 * are played those with changes stay to be read, the shorter the more there are of them.
 */
export function paceWall(atlas: Atlas, range?: DayRange): (day: Day, next: Day) => number {
  const isPlayed = (day: Day) => !range || (range.first <= day && day <= range.last);
  const hasChanges = (day: Day) => listChangesOn(atlas, day).length > 0;
  const count = atlas.days.filter((day) => isPlayed(day) && hasChanges(day)).length;
  const reading = Math.min(READING_MS, ALL_READING_MS / Math.max(1, count));
  return (day, next) => (next <= day ? LAST_MS : hasChanges(day) ? reading : 0);
}
