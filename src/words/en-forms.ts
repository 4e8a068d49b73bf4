import { makeDateWords } from "./dates.ts";
import { pluralise } from "./plural.ts";

export const LOCALE = "en-GB";
export const plural = pluralise(LOCALE);
export const dates = makeDateWords({
  locale: LOCALE,
  comma: ", ",
  between: (first, last) => `between ${first} and ${last}`,
  position: (number, total) => `day ${number} of ${total}`,
});

/** "Government forces" within a sentence; a name that begins with an abbreviation ("SDF") stays as it is. */
export function inSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
