import { FALLBACK_LANGUAGE, type Language } from "../core/names.ts";
import type { ImportWords } from "./import-words.ts";

const LOAD: Readonly<Record<Language, () => Promise<ImportWords>>> = {
  en: async () => (await import("./en/import.ts")).enImport,
  ar: async () => (await import("./ar/import.ts")).arImport,
  fr: async () => (await import("./fr/import.ts")).frImport,
  uk: async () => (await import("./uk/import.ts")).ukImport,
};

const english = async () => (await import("./en/import.ts")).enImport;

/** The words of the import assistant, apart from all others: few readers ever meet it. Rejects if they cannot be fetched. */
export function loadImportWords(language: Language): Promise<ImportWords> {
  return (LOAD[language] ?? LOAD[FALLBACK_LANGUAGE] ?? english)();
}
