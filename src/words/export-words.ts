import type { Language } from "../core/names.ts";
import { enExport } from "./en/export.ts";

/** The texts of the dialog for taking away, and of what only a picture says. */
export interface ExportWords {
  readonly title: string;
  /** Label of the list of what can be taken away. */
  readonly kinds: string;
  readonly picture: { readonly name: string; readonly hint: string };
  readonly preview: string;
  readonly settings: string;
  readonly save: string;
  readonly cancel: string;
  readonly cancelled: string;
  /** `share` in percent. */
  readonly working: (share: number) => string;
  readonly saved: (file: string) => string;
  readonly failed: (reason: string) => string;
  /** Something else is being made. */
  readonly busy: string;
}

const FILES: Readonly<Record<Language, () => Promise<ExportWords>>> = {
  en: async () => enExport,
  ar: async () => (await import("./ar/export.ts")).arExport,
  fr: async () => (await import("./fr/export.ts")).frExport,
  uk: async () => (await import("./uk/export.ts")).ukExport,
};

const loaded = new Map<Language, ExportWords>([["en", enExport]]);

/** Rejects if they cannot be fetched; they may be asked for again. Of a language that there is not, the English ones. */
export async function loadExportWords(language: Language): Promise<ExportWords> {
  const words = loaded.get(language) ?? (await FILES[language]?.()) ?? enExport;
  loaded.set(language, words);
  return words;
}

/** Those that {@link loadExportWords} has loaded; `undefined` until then. */
export function findExportWords(language: Language): ExportWords | undefined {
  return loaded.get(language);
}
