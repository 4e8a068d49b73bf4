import type { Change } from "../../core/atlas.ts";
import type { Dataset } from "../../core/dataset.ts";
import { nameSide } from "../state/sides.ts";
import type { Words } from "../../words/words.ts";

/**
 * The day in a sentence: how many places changed hands and how many each side gained by the end of the day, then
 * those that changed hands and back. Counts places, not changes.
 */
export function summariseDay(changes: readonly Change[], dataset: Dataset, words: Words): string {
  const lasting = changes.filter((change) => !change.isWithinDay);
  const undone = new Set(changes.filter((change) => change.isWithinDay).map((change) => change.settlement))
    .size;
  const sentences: string[] = [];
  if (lasting.length > 0) {
    const places = new Set(lasting.map((change) => change.settlement)).size;
    const gains = dataset.sides.flatMap((side) => {
      const gained = lasting.filter((change) => change.to === side.id).length;
      return gained > 0 ? [words.day.gain(nameSide(dataset, side.id, words), gained)] : [];
    });
    sentences.push(words.day.sentence(words.day.changedHands(places), gains));
  }
  if (undone > 0) sentences.push(words.day.sentence(words.day.changedAndBack(undone), []));
  return sentences.length > 0 ? sentences.join(" ") : words.day.nothingChanged;
}
