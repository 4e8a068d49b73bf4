import type { Phase } from "./tables.ts";
import { addDays, type Day } from "../day.ts";

/** The days from `firstDay` to `lastDay`, both included, that no phase has, as half-open spans in order. */
export function listGaps(phases: readonly Phase[], firstDay: Day, lastDay: Day): Phase[] {
  const end = addDays(lastDay, 1);
  const gaps: Phase[] = [];
  let from = firstDay;
  for (const phase of phases) {
    if (phase.from >= end) break;
    if (phase.from > from) gaps.push({ from, to: phase.from });
    if (phase.to > from) from = phase.to;
  }
  if (from < end) gaps.push({ from, to: end });
  return gaps;
}
