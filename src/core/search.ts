import MiniSearch from "minisearch";
import type { Settlement } from "./dataset.ts";

/**
 * One key for the many ways in which a place's name is written: in Latin letters without signs for ayn and hamza,
 * diacritics, articles and double letters, with one letter for each group of sounds that transliterations confuse; in
 * Arabic without vowel signs and articles and with one form of alef, ya and ta marbuta. Words are parted by a blank.
 *
 * Keys are for comparing only: "Maarrat al-Nu'man" gives "marat numan". Text without letters or digits gives "".
 */
export function foldName(text: string): string {
  const words = text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(IGNORED_SIGNS, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const withoutArticles = words.filter((word) => !ARTICLES.has(word));
  return (withoutArticles.length > 0 ? withoutArticles : words).map(foldWord).join(" ");
}

/** Combining marks (diacritics, tashkeel, hamza above an alef), signs for ayn and hamza, tatweel, a bare hamza. */
const IGNORED_SIGNS = /[\p{M}'’‘`´ʿʾʼʻˈ′\u0640\u0621]/gu;

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
 * begin with the query, then those with all its words, then near misses; among equals a name goes before another
 * spelling, then the more important place. A query without letters or digits finds nothing.
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
      // One slip in a short word, two in a long one; none where it would turn one word into another.
      fuzzy: (term) => (term.length < 4 ? 0 : term.length < 7 ? 1 : 2),
    },
  });
  index.addAll([...folded].map(([id, names]) => ({ id, names: [...names.main, ...names.others].join(" ") })));

  return (query, limit = 8) => {
    const key = foldName(query);
    if (key === "") return [];
    // All words must match; only if that finds nothing may some of them be wrong altogether.
    const strict = index.search(key, { combineWith: "AND" });
    const results = strict.length > 0 ? strict : index.search(key);
    const found = results.flatMap(({ id, score }) => {
      const settlement = settlementById.get(id);
      const names = folded.get(id);
      if (!settlement || !names) return [];
      return [{ settlement, score, rank: id === query.trim() ? -1 : rankMatch(key, names) }];
    });
    found.sort(
      (a, b) => a.rank - b.rank || a.settlement.importance - b.settlement.importance || b.score - a.score,
    );
    return found.slice(0, limit).map(({ settlement }) => settlement);
  };
}

interface FoldedNames {
  /** The Latin and the Arabic name. */
  readonly main: readonly string[];
  readonly others: readonly string[];
}

function foldAllNames({ id, name, nameAr, spellings }: Settlement): FoldedNames {
  const fold = (names: readonly string[]) => [...new Set(names.map(foldName))].filter((key) => key !== "");
  return { main: fold([name, nameAr]), others: fold([...spellings, id]) };
}

/** 0 is best. Even for a name, odd for another spelling. */
function rankMatch(key: string, { main, others }: FoldedNames): number {
  const words = key.split(" ");
  const tests: ((name: string) => boolean)[] = [
    (name) => joinWords(name) === joinWords(key),
    (name) => name.startsWith(key),
    (name) => words.every((word) => name.split(" ").some((part) => part.startsWith(word))),
  ];
  const test = tests.findIndex((test) => [...main, ...others].some(test));
  if (test === -1) return 2 * tests.length;
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

function listNames({ name, nameAr, spellings }: Settlement): string[] {
  return [name, nameAr, ...spellings];
}

function toPlain(text: string): string {
  return text.normalize("NFC").toLowerCase().trim();
}
