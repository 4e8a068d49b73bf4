import type { Dataset } from "../core/dataset.ts";
import type { DaySummary } from "../core/measure/day-summary.ts";
import type { Words } from "./index.ts";

/**
 * The day in one or two sentences: how many places changed hands and how many each side gained by the end of the day,
 * then those that changed hands and back; or that nothing is known of it.
 */
export function describeDay(summary: DaySummary, { sides }: Dataset, words: Words): string {
  if (summary.kind === "missing") return words.day.missing;
  const { changed, gains, changedAndBack } = summary;
  const sentences: string[] = [];
  if (changed > 0) {
    const nameOf = (id: string) => sides.find((side) => side.id === id)?.name[words.language] ?? id;
    const parts = gains.map(({ side, count }) => words.day.gain(nameOf(side), count));
    sentences.push(words.day.sentence(words.day.changedHands(changed), parts));
  }
  if (changedAndBack > 0) sentences.push(words.day.sentence(words.day.changedAndBack(changedAndBack), []));
  return sentences.length > 0 ? sentences.join(" ") : words.day.nothingChanged;
}
