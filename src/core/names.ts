/** A language by its code (BCP 47): "en", "ar", "uk", "zh-Hant". */
export type Language = string;

/** A name or text in any languages, by their codes. Empty texts count as not given. */
export type Names = Readonly<Partial<Record<Language, string>>>;

/** The language that stands in where a text lacks the one asked for. */
export const FALLBACK_LANGUAGE: Language = "en";

/**
 * The language in which `names` are to be read by somebody who asked for `language`: that one; the same without its
 * region or script ("pt" for "pt-BR"); English; else the first there is. `undefined` if there is no text at all.
 */
export function pickLanguage(names: Names, language: Language): Language | undefined {
  const wanted = [language, language.split("-")[0] ?? language, FALLBACK_LANGUAGE, ...Object.keys(names)];
  return wanted.find((code) => (names[code] ?? "") !== "");
}

/** The text in the language that {@link pickLanguage} picks; empty if there is none. */
export function pickName(names: Names, language: Language): string {
  const picked = pickLanguage(names, language);
  return picked === undefined ? "" : (names[picked] ?? "");
}

/** The names of a settlement or post by language; a place without an Arabic name has one only. */
export function listNames({ name, nameAr }: { readonly name: string; readonly nameAr: string }): Names {
  return { en: name, ...(nameAr === "" ? {} : { ar: nameAr }) };
}

/** The name in a language of the governorate that a settlement gives in Latin letters: that of the region so named. */
export function nameGovernorate(
  regions: readonly { readonly name: string; readonly nameAr: string }[],
  governorate: string,
  language: Language,
): string {
  const region = regions.find(({ name }) => name === governorate);
  return region ? pickName(listNames(region), language) : governorate;
}
