/** The forms of a counted phrase, by the plural categories of its language. `#` stands for the number. */
export type PluralForms = { readonly other: string } & { readonly [Rule in Intl.LDMLPluralRule]?: string };

/**
 * A function that puts a count into the form its language asks for. A category without a form of its own falls back
 * to `other`. Numbers are written in Latin digits in every language, as in the charts.
 */
export function pluralise(locale: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(locale);
  const digits = new Intl.NumberFormat(locale, { numberingSystem: "latn", useGrouping: false });
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replace("#", digits.format(count));
}
