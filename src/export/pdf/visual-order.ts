import createBidi, { type Bidi } from "bidi-js";
import type { PlacedText } from "./placed-text.ts";

/** A word or a blank as it stands on its line. */
export interface VisualPart {
  /** Its letters from left to right. */
  readonly letters: readonly string[];
  /** Where it begins on the left and how wide it is, in the text's own units. */
  readonly x: number;
  readonly width: number;
}

/** Marks that steer the order of letters and are none. */
const STEERING = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** A text without marks that turn the reading direction. */
export function stripMarks(text: string): string {
  return text.replaceAll(STEERING, "");
}

let shared: Bidi | undefined;

/**
 * The words of a line from left to right, by the Unicode Bidirectional Algorithm (UAX 9), and so the letters in each: what reads text
 * out of a PDF expects them as they stand, and brings them back into the order of reading.
 */
export function orderVisually({ text, direction, parts }: PlacedText): VisualPart[] {
  shared ??= createBidi();
  const embedding = shared.getEmbeddingLevels(text, direction);
  const order = shared.getReorderedIndices(text, embedding);
  const rank = new Map(order.map((index, place) => [index, place]));
  let start = 0;
  const placed = parts.map((part) => {
    const first = start;
    start += part.text.length;
    // A mark that steers may stand on the far side of what it holds together.
    const ranks = [...part.text.matchAll(/[^\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g)].map(
      ({ index }) => rank.get(first + index) ?? 0,
    );
    return { part, first, rank: Math.min(...ranks) };
  });
  let x = 0;
  return placed
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ part: { text: word, width }, first }) => {
      const left = x;
      x += width;
      const letters = listLetters(word, first, rank);
      return { letters, x: left, width };
    })
    .filter(({ letters }) => letters.length > 0);
}

/** The letters of a word from left to right, without marks that are none; letters of two units stay whole. */
function listLetters(word: string, first: number, rank: ReadonlyMap<number, number>): string[] {
  let at = first;
  const letters = Array.from(word, (letter) => {
    const place = rank.get(at) ?? 0;
    at += letter.length;
    return { letter, place };
  });
  return letters
    .toSorted((one, other) => one.place - other.place)
    .map(({ letter }) => stripMarks(letter))
    .filter((letter) => letter !== "");
}
