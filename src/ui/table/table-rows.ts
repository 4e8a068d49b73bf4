import type { AllControls } from "../../core/history/all-controls.ts";
import type { Atlas } from "../../core/atlas.ts";
import type { ControlHistory } from "../../core/history/control.ts";
import { countDaysBetween, type Day } from "../../core/day.ts";
import { readSomeNames } from "../../core/filter-settlements.ts";
import { type Language, nameGovernorate, pickName } from "../../core/names.ts";
import type { Settlement } from "../../core/records.ts";
import type { Words } from "../../words/types.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";
import { orderNames } from "../parts/PlaceName.tsx";
import { nameSide } from "../state/sides.ts";
import type { Work } from "../state/work-out.ts";

/** What the table tells of a settlement, in the order of its columns. */
export const COLUMNS = ["name", "control", "since", "changes", "kind", "governorate", "otherName"] as const;
export type Column = (typeof COLUMNS)[number];

export interface Sorting {
  readonly column: Column;
  readonly isDescending: boolean;
}

/** Settlements by their place in the data set, in some order. */
export type Rows = Uint32Array;

/** All settlements by one of their names, which is worked out a little at a time: a collator is slow. */
export interface NameOrder extends Work {
  /** From 0 to 1. */
  readonly share: () => number;
  /** As the data set has them until all is done. */
  readonly list: () => Rows;
}

const orders = new WeakMap<readonly Settlement[], Map<string, NameOrder>>();

/**
 * The settlements by the name that a reader of the language reads first (`which` 0), or by the one beside it (1), without which
 * they come last. One and the same however often it is asked for.
 */
export function findNameOrder(
  settlements: readonly Settlement[],
  language: Language,
  which: 0 | 1,
): NameOrder {
  const known = orders.get(settlements) ?? new Map<string, NameOrder>();
  orders.set(settlements, known);
  const key = `${language} ${which}`;
  const order = known.get(key) ?? createNameOrder(settlements, language, which);
  known.set(key, order);
  return order;
}

/** Names that are read before the browser may see to something else. */
const NAMES_AT_A_TIME = 64;
const COMPARISONS_AT_A_TIME = 512;

function createNameOrder(settlements: readonly Settlement[], language: Language, which: 0 | 1): NameOrder {
  const count = settlements.length;
  const unsorted = Uint32Array.from({ length: count }, (_, place) => place);
  // Reading a name takes about as long as its part in the sorting.
  const total = 2 * count * Math.max(1, Math.ceil(Math.log2(count)));
  let sorted: Rows | undefined;
  let done = 0;

  function* work(): Generator<undefined, Rows> {
    while (!readSomeNames(settlements, NAMES_AT_A_TIME)) yield;
    const names: string[] = [];
    for (const settlement of settlements) {
      names.push(
        which === 0
          ? pickName(settlement.names, language)
          : (orderNames(settlement, language)[which]?.text ?? ""),
      );
      done = (total / 2) * (names.length / count);
      if (names.length % NAMES_AT_A_TIME === 0) yield;
    }
    const { compare } = new Intl.Collator(language);
    const nameOf = (row: number) => names[row] ?? "";
    return yield* sortByAndBy(unsorted, (one, other) => {
      done++;
      const [a, b] = [nameOf(one), nameOf(other)];
      return a === "" || b === "" ? Number(a === "") - Number(b === "") : compare(a, b);
    });
  }

  const working = work();
  return {
    isDone: () => sorted !== undefined,
    workOn: () => {
      if (sorted) return;
      const { done: isDone, value } = working.next();
      if (isDone) sorted = value;
    },
    share: () => (sorted ? 1 : Math.min(0.99, done / total)),
    list: () => sorted ?? unsorted,
  };
}

/** Merges in passes over twice as many rows each, and stops now and then to be taken up again. Equal rows keep their order. */
function* sortByAndBy(
  rows: Rows,
  compare: (one: number, other: number) => number,
): Generator<undefined, Rows> {
  let [from, to] = [rows.slice(), new Uint32Array(rows.length)];
  for (let width = 1; width < rows.length; width *= 2) {
    for (let start = 0; start < rows.length; start += 2 * width) {
      const middle = Math.min(start + width, rows.length);
      const end = Math.min(start + 2 * width, rows.length);
      let [left, right] = [start, middle];
      for (let at = start; at < end; at++) {
        const isLeft =
          left < middle && (right >= end || compare(from[left] as number, from[right] as number) <= 0);
        to[at] = from[isLeft ? left++ : right++] as number;
        if (at % COMPARISONS_AT_A_TIME === 0) yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}

/** What rows are sorted by: a whole number from 0 on each, or {@link NOTHING}, which comes last either way. */
export type Keys = Int32Array;
export const NOTHING = -1;

/** The rows by their keys, and where these are the same as they were: a count of each key, and no comparison. */
export function sortByKeys(rows: Rows, keys: Keys, isDescending: boolean): Rows {
  let most = 0;
  for (const key of keys) if (key > most) most = key;
  // The bin of a key, of which the last is for nothing.
  const bins = new Uint32Array(most + 3);
  const binOf = (row: number) => {
    const key = keys[row] as number;
    if (key === NOTHING) return most + 1;
    return isDescending ? most - key : key;
  };
  for (const row of rows) (bins[binOf(row) + 1] as number)++;
  for (let bin = 1; bin < bins.length; bin++) bins[bin] = (bins[bin] as number) + (bins[bin - 1] as number);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) sorted[(bins[binOf(row)] as number)++] = row;
  return sorted;
}

/** The place of each row in an order of rows; nothing where `isThere` says so. */
function rankRows(rows: Rows, isThere: (row: number) => boolean): Keys {
  const keys = new Int32Array(rows.length);
  rows.forEach((row, rank) => (keys[row] = isThere(row) ? rank : NOTHING));
  return keys;
}

/** What the table is made of. */
export interface TableState {
  readonly atlas: Atlas;
  readonly words: Words;
  /** The end of which day it tells of, and who holds what then. */
  readonly day: Day;
  readonly controls: AllControls;
}

/** All settlements in the order of a column; those that are alike in it by name. */
export function orderRows(state: TableState, byName: NameOrder, sorting: Sorting): Rows {
  const { settlements } = state.atlas.dataset;
  const names = byName.list();
  const { column, isDescending } = sorting;
  if (column === "name") return isDescending ? names.toReversed() : names;
  if (column !== "otherName") return sortByKeys(names, keysOf(state, column), isDescending);
  const { language } = state.words;
  const other = findNameOrder(settlements, language, 1);
  if (!other.isDone()) return names;
  const hasOther = (row: number) => orderNames(settlements[row] as Settlement, language).length > 1;
  return sortByKeys(names, rankRows(other.list(), hasOther), isDescending);
}

function keysOf(state: TableState, column: Exclude<Column, "name" | "otherName">): Keys {
  const { atlas, words, day, controls } = state;
  const { settlements, regions, firstDay } = atlas.dataset;
  switch (column) {
    case "kind":
      return rankTexts(settlements, ({ kind }) => words.settlement.kind(kind), words.language);
    case "governorate": {
      const nameOf = rememberTexts((name: string) => nameGovernorate(regions, name, words.language));
      return rankTexts(settlements, ({ governorate }) => nameOf(governorate), words.language);
    }
    case "control": {
      const [held, contested] = (["held", "contested"] as const).map((kind) =>
        rememberTexts((side: string) => nameControl(atlas, kind, side, words)),
      );
      const nameOf = (control: AllControls[number]) =>
        control.kind === "unknown"
          ? ""
          : ((control.kind === "held" ? held : contested)?.(control.by ?? "") ?? "");
      return rankTexts(controls, nameOf, words.language);
    }
    case "since":
      return countEach(atlas, ({ changes }) => {
        const last = changes[countUpTo(changes, day) - 1];
        return last ? countDaysBetween(firstDay, last.day) : NOTHING;
      });
    case "changes":
      return countEach(atlas, ({ changes }) => countUpTo(changes, day));
  }
}

/** Who holds a place, in words. */
function nameControl({ dataset }: Atlas, kind: "held" | "contested", id: string, words: Words): string {
  const side = id === "" ? undefined : nameSide(dataset, id, words);
  return kind === "contested" ? laterWordsOf(words).table.contested(side) : (side ?? "");
}

/** Few texts for many rows, each of them written once. */
function rememberTexts(write: (key: string) => string): (key: string) => string {
  const texts = new Map<string, string>();
  return (key) => {
    let text = texts.get(key);
    if (text === undefined) texts.set(key, (text = write(key)));
    return text;
  };
}

/** Ranks of what is read in a column of few different texts; an empty one is nothing. */
function rankTexts<Item>(items: readonly Item[], textOf: (item: Item) => string, language: Language): Keys {
  const numbers = new Map<string, number>();
  const keys = new Int32Array(items.length);
  items.forEach((item, row) => {
    const text = textOf(item);
    let number = numbers.get(text);
    if (number === undefined) numbers.set(text, (number = numbers.size));
    keys[row] = number;
  });
  const texts = [...numbers.keys()];
  const sorted = texts.filter((text) => text !== "").sort(new Intl.Collator(language).compare);
  // One that is not among the sorted is none.
  const ranks = texts.map((text) => sorted.indexOf(text));
  return keys.map((number) => ranks[number] ?? NOTHING);
}

const histories = new WeakMap<Atlas, readonly (ControlHistory | undefined)[]>();

function countEach(atlas: Atlas, count: (history: ControlHistory) => number): Keys {
  const known = histories.get(atlas) ?? atlas.dataset.settlements.map(({ id }) => atlas.histories.get(id));
  histories.set(atlas, known);
  const keys = new Int32Array(known.length);
  known.forEach((history, row) => (keys[row] = history ? count(history) : NOTHING));
  return keys;
}

/** How many of the changes of a settlement had come about at the end of a day. */
export function countUpTo(changes: ControlHistory["changes"], day: Day): number {
  let count = 0;
  for (const change of changes) if (change.day <= day) count++;
  return count;
}

/** The rows that are marked. */
export function pickRows(rows: Rows, marks: Uint8Array): Rows {
  return rows.filter((row) => marks[row] === 1);
}

/** How many of the marked settlements each side has, those on whose ground is fought included; by its id. */
export function countBySide(controls: AllControls, marks: Uint8Array): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  controls.forEach((control, row) => {
    if (marks[row] !== 1 || control.kind === "unknown" || control.by === undefined) return;
    counts.set(control.by, (counts.get(control.by) ?? 0) + 1);
  });
  return counts;
}
