import type { Language } from "../core/names.ts";
import { enExport } from "./en/export.ts";
import type { ExportDataWords } from "./export-data-words.ts";
import type { FilmWords } from "./film-words.ts";
import type { ShareWords } from "./share-words.ts";

/** The shapes and sizes of a page that are offered by name. */
export const PAGE_PRESETS = [
  "screen",
  "hd",
  "uhd",
  "square",
  "story",
  "a4-portrait",
  "a4-landscape",
  "a3-portrait",
  "a3-landscape",
  "own",
] as const;
export type PagePreset = (typeof PAGE_PRESETS)[number];

/** What can be put on a page or left out. */
export const PAGE_PARTS = [
  "sentence",
  "comparison",
  "changes",
  "charts",
  "legend",
  "scale",
  "north",
] as const;
export type PagePart = (typeof PAGE_PARTS)[number];

/** The texts of the dialog for taking away, and of what only a picture says. */
export interface ExportWords {
  /** Of what is made of many days. */
  readonly film: FilmWords;
  /** Label of the list of what can be taken away. */
  readonly kinds: string;
  /** Kinds that belong together. */
  readonly groups: Readonly<Record<"pictures" | "data" | "share", string>>;
  readonly picture: { readonly name: string; readonly hint: string };
  readonly data: ExportDataWords;
  readonly share: ShareWords;
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
  /** The browser wrote another format than the one that was asked for. */
  readonly otherFormat: (asked: string, written: string) => string;
  readonly notEncoded: string;
  readonly size: string;
  readonly preset: Readonly<Record<PagePreset, string>>;
  readonly width: string;
  readonly height: string;
  readonly density: string;
  readonly sizeLimits: (least: number, most: number) => string;
  readonly pixels: (width: number, height: number) => string;
  readonly format: string;
  readonly theme: string;
  readonly themeOfPage: string;
  readonly themePrint: string;
  readonly language: string;
  readonly texts: string;
  readonly titleField: string;
  readonly subtitle: string;
  readonly subtitleHint: string;
  readonly logo: string;
  readonly chooseLogo: string;
  readonly removeLogo: string;
  readonly logoStays: string;
  readonly logoUnreadable: string;
  readonly parts: string;
  readonly part: Readonly<Record<Exclude<PagePart, "comparison">, string>>;
  readonly comparedWith: (date: string) => string;
  readonly sources: string;
  /** Why that cannot be left out. */
  readonly sourcesStay: string;
  readonly noSources: string;
  readonly lineNote: string;
  readonly lineNoteStays: string;
  /** The letter that stands for north. */
  readonly north: string;
  /** At the end of a list that is cut off. */
  readonly more: (count: number) => string;
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
