import { makeDateWords } from "../dates.ts";
import { pluralise } from "../plural.ts";

export const LOCALE = "uk-UA";
export const plural = pluralise(LOCALE);
const base = makeDateWords({
  locale: LOCALE,
  comma: ", ",
  between: (first, last) => `між ${first} і ${last}`,
  position: (number, total) => `день ${number} з ${total}`,
});

/** Without the abbreviation of "year", which the browser adds: "6 лютого 2020". */
function withoutYearMark(text: string): string {
  return text.replace(/\s+р\.$/u, "");
}

export const dates = {
  ...base,
  full: (...given: Parameters<typeof base.full>) => withoutYearMark(base.full(...given)),
  long: (...given: Parameters<typeof base.long>) => withoutYearMark(base.long(...given)),
  month: (...given: Parameters<typeof base.month>) => withoutYearMark(base.month(...given)),
};

/** A number written with a point, as Ukrainian writes it. */
export function toComma(number: string): string {
  return number.replace(".", ",");
}

/** "3 помилки": counted problems of each weight. */
export const ERRORS = { one: "# помилка", few: "# помилки", many: "# помилок", other: "# помилки" };
export const WARNINGS = {
  one: "# попередження",
  few: "# попередження",
  many: "# попереджень",
  other: "# попередження",
};
