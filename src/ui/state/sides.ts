import {
  findSide,
  nameSide as nameInLanguage,
  nameSideShortly as shortNameInLanguage,
} from "../../core/sides.ts";
import type { Dataset } from "../../core/dataset.ts";
import type { Words } from "../../words/types.ts";

/** Which way a side's bars point: those who fight the first side down, it and its allies up. */
export type BarDirection = "up" | "down";

export function pointBarsOf(dataset: Dataset, side: string): BarDirection {
  return dataset.sides[0]?.opponents.includes(side) ? "down" : "up";
}

/** The full name of a side, its id if the data set does not have it, or the word for nobody. */
export function nameSide(dataset: Dataset, id: string | undefined, words: Words): string {
  if (id === undefined) return words.record.nobody;
  return nameInLanguage(dataset, id, words.language);
}

export function nameSideShortly(dataset: Dataset, id: string | undefined, words: Words): string {
  if (id === undefined) return words.record.nobody;
  return shortNameInLanguage(dataset, id, words.language);
}

export { findSide };
