import { type Atlas, listChangesOn } from "../../core/atlas.ts";
import type { Day } from "../../core/day.ts";

/** Long enough to read a day's sentence from across a room. */
const READING_MS = 3000;
/** So long the last day stands before the first one follows it. */
const LAST_MS = 6000;

/** For how many milliseconds a day stands on a wall at least; 0: as long as the speed has it. */
export function findWallStay(atlas: Atlas, day: Day, next: Day): number {
  if (next <= day) return LAST_MS;
  return listChangesOn(atlas, day).length > 0 ? READING_MS : 0;
}
