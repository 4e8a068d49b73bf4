import type { Atlas } from "../../core/atlas.ts";
import type { View } from "../../core/view.ts";

/** Ends a comparison or begins one: with the story's first day, or with its last where that is the day shown. */
export function toggleComparison({ dataset: { firstDay, lastDay } }: Atlas) {
  return ({ day, compared }: View): Partial<View> => {
    if (compared) return { compared: undefined };
    return { compared: day === firstDay ? lastDay : firstDay };
  };
}
