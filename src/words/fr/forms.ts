import { makeDateWords } from "../dates.ts";
import { pluralise } from "../plural.ts";

export const LOCALE = "fr-FR";
export const plural = pluralise(LOCALE);
const base = makeDateWords({
  locale: LOCALE,
  comma: " ",
  between: (first, last) => `entre le ${first} et le ${last}`,
  position: (number, total) => `jour ${number} sur ${total}`,
});

/** The first of a month is an ordinal in French: "1er février". */
function withOrdinal(text: string): string {
  return text.replace(/(^|\s)1(?=\s\p{L})/u, "$11er");
}

export const dates = {
  ...base,
  full: (...given: Parameters<typeof base.full>) => withOrdinal(base.full(...given)),
  long: (...given: Parameters<typeof base.long>) => withOrdinal(base.long(...given)),
  short: (...given: Parameters<typeof base.short>) => withOrdinal(base.short(...given)),
  brief: (...given: Parameters<typeof base.brief>) => withOrdinal(base.brief(...given)),
  window: (...given: Parameters<typeof base.window>) => withOrdinal(base.window(...given)),
};

/** A number written with a point, as French writes it. */
export function toComma(number: string): string {
  return number.replace(".", ",");
}

/** Within quotation marks of the language, with their narrow spaces. */
export function quote(text: string): string {
  return `«\u202f${text}\u202f»`;
}
