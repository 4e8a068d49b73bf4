import { distance } from "fastest-levenshtein";
import MiniSearch from "minisearch";
import { foldArabicLetters, foldName, foldWord, leaveOutArticles, splitWords } from "./fold-name.ts";
import type { Dataset } from "./dataset.ts";
import type { Named } from "./names.ts";
import type { Settlement } from "./records.ts";
import type { SelectedRecord } from "./selection.ts";

/** A name or spelling, as it is compared. */
interface ComparedName {
  /** As written, but for case. */
  readonly plain: string;
  /** As {@link foldName} has it. */
  readonly key: string;
  /** Keys without blanks: of the words put together, and of the name written in one, with its articles and without. */
  readonly joined: readonly string[];
  /** As written, without signs and blanks: slips are counted in it. */
  readonly letters: string;
  /** The name in some language, another spelling, or the id, which is no name to people. */
  readonly kind: "main" | "spelling" | "id";
}

/** What can be looked for by its names. */
interface Findable extends Named {
  readonly id: string;
  readonly spellings: readonly string[];
  /** Among equal matches the smaller goes first. */
  readonly importance: number;
}

interface Entry<Item extends Findable> {
  readonly item: Item;
  readonly names: readonly ComparedName[];
}

interface PlaceIndex<Item extends Findable> {
  readonly entries: ReadonlyMap<string, Entry<Item>>;
  readonly byWord: MiniSearch;
}

const indexes = new WeakMap<readonly Findable[], PlaceIndex<Findable>>();

/** The index over a list of settlements, made when it is first asked for: for twenty thousand it takes a second. */
function findIndex<Item extends Findable>(settlements: readonly Item[]): PlaceIndex<Item> {
  const known = indexes.get(settlements);
  // The index of a list holds items of that list.
  if (known) return known as PlaceIndex<Item>;
  const entries = new Map(settlements.map((item) => [item.id, { item, names: compareNames(item) }]));
  const byWord = new MiniSearch<{ id: string; names: string }>({
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
  byWord.addAll([...entries].map(([id, { names }]) => ({ id, names: listTerms(names).join(" ") })));
  const index = { entries, byWord };
  indexes.set(settlements, index);
  return index;
}

/** The words of all names, and the names written in one. */
function listTerms(names: readonly ComparedName[]): string[] {
  const terms = new Set(names.flatMap(({ key, joined }) => [...key.split(" "), ...joined]));
  return [...terms].filter((term) => term !== "");
}

function compareNames({ id, names, spellings }: Findable): ComparedName[] {
  const main = Object.values(names).map((text) => compareName(text ?? "", "main"));
  const others = spellings.map((text) => compareName(text, "spelling"));
  return [...main, ...others, compareName(id, "id")].filter(({ plain }) => plain !== "");
}

function compareName(text: string, kind: ComparedName["kind"]): ComparedName {
  const words = splitWords(text);
  const key = foldName(text);
  // With an article at its start too: a slip in it makes it a part of the word.
  const inOne = [
    foldWord(words.join("")),
    foldWord(leaveOutArticles(words).join("")),
    foldArabicLetters(words.join("")),
  ];
  return {
    plain: toPlain(text),
    key,
    joined: [...new Set([joinWords(key), ...inOne])],
    letters: words.join(""),
    kind,
  };
}

/**
 * The settlements that a person may mean who types `query`, best match first. Whole names come first, then names that
 * begin with the query, then those with all its words, then near misses, the nearest first; among equals a name goes
 * before another spelling, then the more important place. Whether words are written apart or in one does not matter,
 * in any script. A query without letters or digits finds nothing.
 */
export function searchPlaces(settlements: readonly Settlement[], query: string, limit = 8): Settlement[] {
  return sortMatches(listMatches(settlements, query))
    .slice(0, limit)
    .map(({ item }) => item);
}

/**
 * Everything that can be selected and that a person may mean who types `query`, in the order of {@link searchPlaces}. Among
 * equals a settlement goes before what only has its name, such as a post in it.
 */
export function searchEverything(dataset: Dataset, query: string, limit = 8): SelectedRecord[] {
  const places = listMatches(dataset.settlements, query).map((match) => ({
    ...match,
    found: { kind: "place", record: match.item } as const,
  }));
  const others = listMatches(listOthers(dataset), query).map((match) => ({
    ...match,
    found: match.item.found,
  }));
  return sortMatches([...places, ...others])
    .slice(0, limit)
    .map(({ found }) => found);
}

/** Behind every settlement, whose importance is from 1 to 3. */
const LEAST_IMPORTANCE = 4;

interface OtherFindable extends Findable {
  readonly found: Exclude<SelectedRecord, { readonly kind: "place" }>;
}

const others = new WeakMap<Dataset, readonly OtherFindable[]>();

/** Posts, highways and sources as they are looked for; their ids are of no use there, as two of different kinds may be equal. */
function listOthers(dataset: Dataset): readonly OtherFindable[] {
  const known = others.get(dataset);
  if (known) return known;
  const toFindable = (
    found: OtherFindable["found"],
    { name, names }: Named,
    spellings: readonly string[],
  ): OtherFindable => {
    const id = `${found.kind} ${found.record.id}`;
    return { id, name, names, spellings, importance: LEAST_IMPORTANCE, found };
  };
  const all = [
    ...dataset.posts.map((record) => toFindable({ kind: "post", record }, record, [])),
    ...dataset.highways.map((record) => toFindable({ kind: "highway", record }, record, [])),
    ...dataset.sources.map((record) =>
      toFindable({ kind: "source", record }, { name: record.title, names: { en: record.title } }, [
        record.publisher,
      ]),
    ),
  ];
  others.set(dataset, all);
  return all;
}

interface Match<Item extends Findable> {
  readonly item: Item;
  readonly rank: number;
  readonly slips: number;
}

function listMatches<Item extends Findable>(settlements: readonly Item[], query: string): Match<Item>[] {
  const asked = compareName(query, "spelling");
  if (asked.key === "") return [];
  const { entries, byWord } = findIndex(settlements);
  return listCandidates(byWord, asked).flatMap((id) => {
    const entry = entries.get(id);
    if (!entry) return [];
    const rank = id === query.trim() ? -1 : rankMatch(asked, entry.names);
    return [{ ...entry, rank, slips: rank === NEAR_MISS ? countSlips(asked, entry.names) : 0 }];
  });
}

/** The sort is stable: what is equal stays in the index's order, by how rare the matching words are. */
function sortMatches<Found extends Match<Findable>>(found: readonly Found[]): Found[] {
  return found.toSorted(
    (a, b) => a.rank - b.rank || a.slips - b.slips || a.item.importance - b.item.importance,
  );
}

/** Ids of those with all words of the query, or with the query written in one; only if there are none, with some of them. */
function listCandidates(byWord: MiniSearch, { key, joined }: ComparedName): string[] {
  const list = (query: string, combineWith: "AND" | "OR") =>
    byWord.search(query, { combineWith }).map(({ id }) => String(id));
  const inOne = key.includes(" ") ? joined.flatMap((term) => list(term, "AND")) : [];
  const found = new Set([...list(key, "AND"), ...inOne]);
  return found.size > 0 ? [...found] : list(key, "OR");
}

/** Letters that must be added, left out or changed to make the query one of the names, as they are written. */
function countSlips({ letters }: ComparedName, names: readonly ComparedName[]): number {
  return names.reduce((least, name) => Math.min(least, distance(letters, name.letters)), Infinity);
}

const NEAR_MISS = 8;

/** 0 is best, {@link NEAR_MISS} the worst. Even for a name, odd for another spelling. */
function rankMatch(asked: ComparedName, names: readonly ComparedName[]): number {
  const words = asked.key.split(" ");
  const tests: ((name: ComparedName) => boolean)[] = [
    ...NAME_STEPS.map((step) => (name: ComparedName) => step(asked, name)),
    ({ key, joined }) =>
      key.startsWith(asked.key) ||
      asked.joined.some((start) => joined.some((text) => text.startsWith(start))),
    ({ key }) => words.every((word) => key.split(" ").some((part) => part.startsWith(word))),
  ];
  const test = tests.findIndex((test) => names.some(test));
  if (test === -1) return NEAR_MISS;
  return 2 * test + (names.some((name) => name.kind === "main" && tests[test]?.(name)) ? 0 : 1);
}

/** When a text is a name, the surest first: as it is written, and by its key. Writers part and join words as they like. */
const NAME_STEPS: readonly ((asked: ComparedName, name: ComparedName) => boolean)[] = [
  (asked, { plain, kind }) => kind !== "id" && plain === asked.plain,
  (asked, { joined, kind }) =>
    kind !== "id" && asked.joined.some((key) => key !== "" && joined.includes(key)),
];

function joinWords(key: string): string {
  return key.replaceAll(" ", "");
}

/**
 * The one settlement that `text` names: by its exact id, else by a name or spelling in any script without regard
 * to case, else by its folded name, its words apart or in one. Several at the same step are ambiguous; `undefined` if
 * there is none. Where it gives one, {@link searchPlaces} gives that one first.
 */
export function findPlace(
  settlements: readonly Settlement[],
  text: string,
): Settlement | { readonly ambiguous: readonly Settlement[] } | undefined {
  const asked = compareName(text, "spelling");
  const { entries } = findIndex(settlements);
  const exact = entries.get(text.trim());
  if (exact) return exact.item;
  for (const step of NAME_STEPS) {
    const found = [...entries.values()].filter(({ names }) => names.some((name) => step(asked, name)));
    const [first, ...rest] = found.map(({ item }) => item);
    if (first) return rest.length === 0 ? first : { ambiguous: [first, ...rest] };
  }
  return undefined;
}

function toPlain(text: string): string {
  return text.normalize("NFC").toLowerCase().trim();
}
