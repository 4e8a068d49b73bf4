import type { ToldRecords } from "../../core/translations.ts";

/**
 * What tells the language of a column: `:uk`, `:zh-Hant`, `_ru`. After "_" two letters only, and not "id", which is rather a key
 * than Indonesian.
 */
const LANGUAGE = "(?::([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)|_(?!id$)([a-z]{2}))";

/** The columns that give a name in a language: `name:uk`, `name:zh-Hant`, `name_ru`. */
export const NAME_COLUMN = new RegExp(`^name${LANGUAGE}$`);

/** The files whose records can have texts in other languages too. */
export type TranslatedFile = ToldRecords | "sources";

/** Which texts these are. */
export const TEXTS_OF = {
  claims: ["summary", "attribution", "actor"],
  events: ["title", "summary", "attribution"],
  figures: ["summary", "attribution"],
  sources: ["publisher", "date", "leaning", "note"],
} as const satisfies Readonly<Record<TranslatedFile, readonly string[]>>;
export type TextColumn = (typeof TEXTS_OF)[TranslatedFile][number];

/** The columns that give such a text in a language: `summary:uk`, `title_ar`. */
export function matchTranslations(texts: readonly TextColumn[]): RegExp {
  return new RegExp(`^(${texts.join("|")})${LANGUAGE}$`);
}
