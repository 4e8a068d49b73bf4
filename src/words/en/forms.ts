import { makeDateWords } from "../dates.ts";
import { pluralise } from "../plural.ts";

export const LOCALE = "en-GB";
export const plural = pluralise(LOCALE);
export const dates = makeDateWords({
  locale: LOCALE,
  comma: ", ",
  between: (first, last) => `between ${first} and ${last}`,
  position: (number, total) => `day ${number} of ${total}`,
});

/** Words with which the name of a side may begin and that are no names themselves: "Ukrainian" and "Harbour" may be. */
const COMMON_WORDS =
  /^(Allied|Armed|Coalition|Eastern|Federal|Government|Insurgent|Joint|Loyalist|Northern|Opposition|Rebel|Regional|Royal|Separatist|Southern|State|Western)\b/;

/** "Government forces" within a sentence: "government forces". A name of its own keeps its capital. */
export function inSentence(name: string): string {
  return COMMON_WORDS.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
