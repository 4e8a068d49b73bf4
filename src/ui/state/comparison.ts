import type { Atlas } from "../../core/atlas.ts";
import type { CompareMode, View } from "../../core/view.ts";
import { useView } from "./dashboard.ts";
import { PHONE, useMedia } from "./media.ts";

/** Ends a comparison or begins one: with the story's first day, or with its last where that is the day shown. */
export function toggleComparison({ dataset: { firstDay, lastDay } }: Atlas) {
  return ({ day, compared }: View): Partial<View> => {
    if (compared) return { compared: undefined };
    return { compared: day === firstDay ? lastDay : firstDay };
  };
}

/** How two days are compared at the moment; `undefined`: not at all. A phone has no room for two maps side by side. */
export function useCompareMode(): CompareMode | undefined {
  const isPhone = useMedia(PHONE);
  const mode = useView(({ compared, compare }) => (compared === undefined ? undefined : compare));
  return mode === "beside" && isPhone ? "swipe" : mode;
}
