import type { ToldRecords } from "../../core/translations.ts";

/**
 * What tells the language of a column: `:uk`, `:zh-Hant`, `_ru`. After "_" two letters only, and not "id", which is rather a key
 * than Indonesian.
 */
const LANGUAGE = "(?::([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)|_(?!id$)([a-z]{2}))";

/** The columns that give a name in a language: `name:uk`, `name:zh-Hant`, `name_ru`. */
export const NAME_COLUMN = new RegExp(`^name${LANGUAGE}$`);

/** The texts of records that can be given in other languages too. */
const TEXT_COLUMNS = ["title", "summary", "attribution", "actor"] as const;
export type TextColumn = (typeof TEXT_COLUMNS)[number];

/** The columns that give such a text in a language: `summary:uk`, `title_ar`. */
export const TRANSLATION_COLUMN = matchTranslations(TEXT_COLUMNS);

export function matchTranslations(texts: readonly TextColumn[]): RegExp {
  return new RegExp(`^(${texts.join("|")})${LANGUAGE}$`);
}

/** Which texts the records of each kind have. */
export const TEXTS_OF: Readonly<Record<ToldRecords, readonly TextColumn[]>> = {
  claims: ["summary", "attribution", "actor"],
  events: ["title", "summary", "attribution"],
  figures: ["summary", "attribution"],
};
