import MiniSearch from "minisearch";
import type { Names } from "./names.ts";
import type { Settlement } from "./records.ts";

/**
 * One key for the many ways in which a place's name is written: in Latin letters without signs for ayn and hamza,
 * diacritics, articles and double letters, with one letter for each group of sounds that transliterations confuse; in
 * Arabic without vowel signs and articles and with one form of alef, ya and ta marbuta. Words are parted by a blank.
 *
 * Keys are for comparing only: "Maarrat al-Nu'man" gives "marat numan". Text without letters or digits gives "".
 */
export function foldName(text: string): string {
  const words = stripSigns(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const withoutArticles = words.filter((word) => !ARTICLES.has(word));
  return (withoutArticles.length > 0 ? withoutArticles : words).map(foldWord).join(" ");
}

/** Combining marks (diacritics, tashkeel, hamza above an alef), signs for ayn and hamza, tatweel, a bare hamza. */
const IGNORED_SIGNS = /[\p{M}'’‘`´ʿʾʼʻˈ′\u0640\u0621]/gu;

function stripSigns(text: string): string {
  return text.normalize("NFKD").toLowerCase().replaceAll(IGNORED_SIGNS, "");
}

const ARTICLES = new Set("al el ad ed an en ar er as es ash esh at et az ez adh edh ath eth".split(" "));

function foldWord(word: string): string {
  return /\p{Script=Arabic}/u.test(word) ? foldArabic(word) : foldLatin(word);
}

function foldLatin(word: string): string {
  const sounds = word
    .replaceAll(/kh|gh|q|c(?!h)|g/g, "k")
    .replaceAll("ch", "sh")
    .replace(/(?<=.)[aeiy]+h$/, "a")
    .replaceAll(/[eiy]/g, "a")
    .replaceAll(/ou|[ow]/g, "u")
    .replaceAll(/(.)\1+/g, "$1");
  // "Kafr" (village) opens dozens of names, and is the word of them all that is spelt in most ways.
  return /^k[au]?f[au]?r$/.test(sounds) ? "kafr" : sounds;
}

function foldArabic(word: string): string {
  return word
    .replace(/^ال(?=.{2})/u, "")
    .replaceAll("ٱ", "ا")
    .replaceAll(/[ىی]/g, "ي")
    .replaceAll("ة", "ه")
    .replaceAll("ک", "ك");
}

/** Looks places up as a person types. Best match first; `limit` is 8 unless told. */
export type PlaceSearch = (query: string, limit?: number) => Settlement[];

/**
 * A search over the names, spellings and ids of settlements in either script. Whole names come first, then names that
 * begin with the query, then those with all its words, then near misses, the nearest first; among equals a name goes
 * before another spelling, then the more important place. A query without letters or digits finds nothing.
 */
export function buildPlaceSearch(settlements: readonly Settlement[]): PlaceSearch {
  const folded = new Map(settlements.map((settlement) => [settlement.id, foldAllNames(settlement)]));
  const settlementById = new Map(settlements.map((settlement) => [settlement.id, settlement]));
  const index = new MiniSearch<{ id: string; names: string }>({
    fields: ["names"],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
    searchOptions: {
      prefix: true,
      combineWith: "AND",
      // One wrong letter as typed can be two in a key, where neighbours melt together. Short words are too alike.
      fuzzy: ({ length }) => (length < 4 ? 0 : length < 5 ? 1 : 2),
    },
  });
  index.addAll([...folded].map(([id, names]) => ({ id, names: [...names.main, ...names.others].join(" ") })));

  return (query, limit = 8) => {
    const key = foldName(query);
    if (key === "") return [];
    const byAllWords = index.search(key);
    // Only if nothing has all the words may some of them be wrong altogether.
    const results = byAllWords.length > 0 ? byAllWords : index.search(key, { combineWith: "OR" });
    const found = results.flatMap(({ id }) => {
      const settlement = settlementById.get(id);
      const names = folded.get(id);
      if (!settlement || !names) return [];
      const rank = id === query.trim() ? -1 : rankMatch(key, names);
      const slips = rank === NEAR_MISS ? countSlips(query, settlement) : 0;
      return [{ settlement, rank, slips }];
    });
    // The sort is stable: what is equal stays in the index's order, by how rare the matching words are.
    found.sort(
      (a, b) => a.rank - b.rank || a.slips - b.slips || a.settlement.importance - b.settlement.importance,
    );
    return found.slice(0, limit).map(({ settlement }) => settlement);
  };
}

/** Letters that must be added, left out or changed to make the query one of the names, as they are written. */
function countSlips(query: string, settlement: Settlement): number {
  const typed = stripSigns(query);
  return Math.min(...listNames(settlement).map((name) => countEdits(typed, stripSigns(name))));
}

/** Levenshtein's distance, by rows. */
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [at, other] of [...to].entries()) {
      const changed = (row[at] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

interface FoldedNames {
  /** The names in all languages. */
  readonly main: readonly string[];
  readonly others: readonly string[];
}

function foldAllNames({ id, names, spellings }: Settlement): FoldedNames {
  const fold = (texts: readonly string[]) => [...new Set(texts.map(foldName))].filter((key) => key !== "");
  return { main: fold(listTexts(names)), others: fold([...spellings, id]) };
}

const NEAR_MISS = 6;

/** 0 is best, {@link NEAR_MISS} the worst. Even for a name, odd for another spelling. */
function rankMatch(key: string, { main, others }: FoldedNames): number {
  const words = key.split(" ");
  const tests: ((name: string) => boolean)[] = [
    (name) => joinWords(name) === joinWords(key),
    (name) => name.startsWith(key),
    (name) => words.every((word) => name.split(" ").some((part) => part.startsWith(word))),
  ];
  const test = tests.findIndex((test) => [...main, ...others].some(test));
  if (test === -1) return NEAR_MISS;
  return 2 * test + (main.some((name) => tests[test]?.(name)) ? 0 : 1);
}

/** Writers part and join the words of a name as they like. */
function joinWords(key: string): string {
  return key.replaceAll(" ", "");
}

/**
 * The one settlement that `text` names: by its exact id, else by a name or spelling in either script without regard
 * to case, else by its folded name. Several at the same step are ambiguous; `undefined` if there is none.
 */
export function findPlace(
  settlements: readonly Settlement[],
  text: string,
): Settlement | { readonly ambiguous: readonly Settlement[] } | undefined {
  const plain = toPlain(text);
  const key = joinWords(foldName(text));
  const steps: ((settlement: Settlement) => boolean)[] = [
    ({ id }) => id === text.trim(),
    (settlement) => plain !== "" && listNames(settlement).some((name) => toPlain(name) === plain),
    (settlement) => key !== "" && listNames(settlement).some((name) => joinWords(foldName(name)) === key),
  ];
  for (const step of steps) {
    const [first, ...rest] = settlements.filter(step);
    if (first) return rest.length === 0 ? first : { ambiguous: [first, ...rest] };
  }
  return undefined;
}

function listNames({ names, spellings }: Settlement): string[] {
  return [...listTexts(names), ...spellings].filter((text) => text !== "");
}

function listTexts(names: Names): string[] {
  return Object.values(names).flatMap((text) => text ?? []);
}

function toPlain(text: string): string {
  return text.normalize("NFC").toLowerCase().trim();
}
