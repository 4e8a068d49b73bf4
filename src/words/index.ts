import { FALLBACK_LANGUAGE, type Language } from "../core/names.ts";
import { en } from "./en/index.ts";
import type { Words } from "./types.ts";

interface LanguageEntry {
  /** The language's name for itself. */
  readonly label: string;
  readonly load: () => Promise<Words>;
}

/** The languages of the interface: a line here and a folder beside this file. */
export const LANGUAGES: Readonly<Record<Language, LanguageEntry>> = {
  en: { label: "English", load: async () => en },
  ar: { label: "العربية", load: async () => (await import("./ar/index.ts")).words },
  fr: { label: "Français", load: async () => (await import("./fr/index.ts")).words },
  uk: { label: "Українська", load: async () => (await import("./uk/index.ts")).words },
};

const loaded = new Map<Language, Words>([[FALLBACK_LANGUAGE, en]]);

/**
 * The words of a language, fetched once. Of a language that is none of {@link LANGUAGES} the English ones. Rejects if
 * they cannot be fetched; they may be asked for again.
 */
export async function loadWords(language: Language): Promise<Words> {
  const words = loaded.get(language) ?? (await LANGUAGES[language]?.load());
  if (!words) return en;
  loaded.set(language, words);
  return words;
}

/** The words of a language that {@link loadWords} has loaded; the English ones until then. */
export function wordsOf(language: Language): Words {
  return loaded.get(language) ?? en;
}
