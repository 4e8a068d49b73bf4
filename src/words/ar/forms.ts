import { makeDateWords } from "../dates.ts";
import { pluralise } from "../plural.ts";

/** The Arabic of the Levant, for its month names (شباط, not فبراير). */
const LOCALE = "ar-SY";
export const plural = pluralise(LOCALE);
export const dates = makeDateWords({
  arrow: "←",
  locale: LOCALE,
  comma: "، ",
  between: (first, last) => `بين ${first} و${last}`,
  position: (number, total) => `اليوم ${number} من ${total}`,
});

/** Keeps Latin text, or a signed number, in its own order within a line that runs from right to left. */
export function isolate(text: string): string {
  return `\u2066${text}\u2069`;
}

/** Keeps a name of any script in the order of its own first letter. */
export function isolateFirst(text: string): string {
  return `\u2068${text}\u2069`;
}
