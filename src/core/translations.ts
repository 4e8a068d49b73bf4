import type { Dataset } from "./dataset.ts";
import { type Language, pickLanguage } from "./names.ts";
import type { Claim, Figure, StoryEvent } from "./records.ts";

/** The records that have texts, by the lists of a data set that hold them. */
export type ToldRecords = "claims" | "events" | "figures";

/** The texts of a record that belong to it alone. */
export interface RecordTexts {
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
}

/** What the records say in one other language, as far as somebody has translated it. */
export interface Translation extends Readonly<Record<ToldRecords, ReadonlyMap<string, RecordTexts>>> {
  readonly language: Language;
  /**
   * What more than one record may say, by the original: who says so, who acted, and what is told of documents. One of them has one
   * translation.
   */
  readonly names: ReadonlyMap<string, string>;
}

/** A text as it is to be shown. */
export interface ShownText {
  readonly text: string;
  readonly language: Language;
  /** In the language of the data set's texts; `undefined` where `text` is the original itself. */
  readonly original: string | undefined;
}

/** The translations of a data set that have come so far. */
export interface TranslationShelf {
  /** What a reader of a language is to be shown; `undefined`: the originals. The rule is that of names. */
  readonly find: (language: Language) => Translation | undefined;
  readonly add: (translation: Translation) => void;
  /** Calls back whenever one is added; returns what ends it. */
  readonly watch: (onAdd: () => void) => () => void;
}

const shelves = new WeakMap<Dataset, TranslationShelf>();

/** The one shelf of a data set: what is on it is there for the lists, the filter and the map alike. */
export function translationsOf(dataset: Dataset): TranslationShelf {
  const known = shelves.get(dataset) ?? createShelf(dataset);
  shelves.set(dataset, known);
  return known;
}

function createShelf({ textLanguage }: Dataset): TranslationShelf {
  const added = new Map<Language, Translation>();
  const watchers = new Set<() => void>();
  return {
    find: (language) => {
      const picked = chooseTranslation(textLanguage, [...added.keys()], language);
      return picked === undefined ? undefined : added.get(picked);
    },
    add(translation) {
      added.set(translation.language, translation);
      for (const onAdd of watchers) onAdd();
    },
    watch(onAdd) {
      watchers.add(onAdd);
      return () => watchers.delete(onAdd);
    },
  };
}

/** Which of the languages of translations a reader of `language` is to be shown; `undefined`: the originals. */
export function chooseTranslation(
  textLanguage: Language,
  languages: readonly Language[],
  language: Language,
): Language | undefined {
  // The first stands in where nothing else is fit.
  const there = Object.fromEntries([textLanguage, ...languages].map((code) => [code, code]));
  const picked = pickLanguage(there, language);
  return picked === textLanguage ? undefined : picked;
}

type ToldRecord = Claim | StoryEvent | Figure;

/** Which list of a data set a record is from. */
function kindOf(record: ToldRecord): ToldRecords {
  if ("measure" in record) return "figures";
  return "action" in record ? "claims" : "events";
}

/** What a record says, for readers of a translation; the original where that one lacks it. */
export function readText(
  record: ToldRecord,
  member: keyof RecordTexts,
  { textLanguage }: Pick<Dataset, "textLanguage">,
  translation: Translation | undefined,
): ShownText {
  const written = member === "title" && "title" in record ? record.title : record.summary;
  const text = translation?.[kindOf(record)].get(record.id)?.[member];
  if (translation === undefined || text === undefined)
    return { text: written, language: textLanguage, original: undefined };
  return { text, language: translation.language, original: written };
}

/** A name, or another text that records share, for readers of a translation; the original where it lacks that. */
export function readName(
  name: string,
  { textLanguage }: Pick<Dataset, "textLanguage">,
  translation: Translation | undefined,
): Omit<ShownText, "original"> {
  const text = translation?.names.get(name);
  if (translation === undefined || text === undefined) return { text: name, language: textLanguage };
  return { text, language: translation.language };
}
