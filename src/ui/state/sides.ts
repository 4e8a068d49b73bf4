import type { CSSProperties } from "react";
import { nameSide as nameInLanguage, nameSideShortly as shortNameInLanguage } from "../../core/sides.ts";
import type { Dataset } from "../../core/dataset.ts";
import { findPattern } from "../../../styles/side-tones.ts";
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

/**
 * What makes an element look like a side: its colour and its pattern, for the classes of `sides.css`. Nobody's look is that
 * of unknown ground.
 */
export function lookOf({ sides }: Dataset, id: string | undefined, style?: CSSProperties) {
  const index = sides.findIndex((side) => side.id === id);
  if (index < 0) return { "data-pattern": "unknown", style };
  const colours = { "--colour": `var(--side-${index}-mark)`, "--text": `var(--side-${index}-text)` };
  return { "data-pattern": findPattern(index), style: { ...colours, ...style } as CSSProperties };
}
