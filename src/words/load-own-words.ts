import { FALLBACK_LANGUAGE, type Language } from "../core/names.ts";
import type { OwnWords } from "./own-words.ts";

const LOAD: Readonly<Record<Language, () => Promise<OwnWords>>> = {
  en: async () => (await import("./en/own.ts")).enOwn,
  ar: async () => (await import("./ar/own.ts")).arOwn,
  fr: async () => (await import("./fr/own.ts")).frOwn,
  uk: async () => (await import("./uk/own.ts")).ukOwn,
};

const english = async () => (await import("./en/own.ts")).enOwn;

/** The words for the reader's own data, apart from all others. Rejects if they cannot be fetched. */
export function loadOwnWords(language: Language): Promise<OwnWords> {
  return (LOAD[language] ?? LOAD[FALLBACK_LANGUAGE] ?? english)();
}
