import type { Dataset } from "../core/dataset.ts";
import { nameSide } from "../core/sides.ts";
import type { DaySummary } from "../core/measure/day-summary.ts";
import type { Words } from "./types.ts";

/**
 * The day in one or two sentences: how many places changed hands and how many each side gained by the end of the day,
 * then those that changed hands and back; or that nothing is known of it.
 */
export function describeDay(summary: DaySummary, dataset: Dataset, words: Words): string {
  if (summary.kind === "missing") return words.day.missing;
  const { changed, gains, changedAndBack } = summary;
  const sentences: string[] = [];
  if (changed > 0) {
    const parts = gains.map(({ side, count }) =>
      words.day.gain(nameSide(dataset, side, words.language), count),
    );
    sentences.push(words.day.sentence(words.day.changedHands(changed), parts));
  }
  if (changedAndBack > 0) sentences.push(words.day.sentence(words.day.changedAndBack(changedAndBack), []));
  return sentences.length > 0 ? sentences.join(" ") : words.day.nothingChanged;
}
