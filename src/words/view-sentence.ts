import type { Day } from "../core/day.ts";
import { findGround, type View } from "../core/view.ts";
import type { Words } from "./types.ts";

type Shown = Pick<View, "day" | "compared" | "compare" | "ground" | "since" | "trail">;

/**
 * What a view shows beside the state of its day, in sentences: a comparison, another meaning of the colours, earlier lines.
 * Empty for a view in which nothing of that was chosen. `firstDay` is that of the story.
 */
export function describeShown(view: Shown, firstDay: Day, { layers, dates }: Words): string[] {
  const { day, compared, compare, since = firstDay, trail } = view;
  const { shown } = layers;
  const sentences: string[] = [];
  if (compared !== undefined && compare === "difference")
    sentences.push(shown.difference(dates.long(compared)));
  else if (compared !== undefined) {
    const [first = day, last = day] = [day, compared].toSorted();
    sentences.push(shown.both(dates.long(first), dates.long(last)));
  }
  const ground = findGround(view);
  if (ground === "changed") sentences.push(shown.changed);
  if (ground === "gained") sentences.push(shown.gained(dates.long(since)));
  if (trail > 1) sentences.push(shown.trail(trail));
  return sentences;
}
