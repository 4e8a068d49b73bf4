import type { Atlas } from "./atlas.ts";
import type { Day } from "./day.ts";
import { type Filter, foldSettlement, keyOfAttribution, passesFacets, readWords } from "./filter.ts";
import { listControls } from "./history/all-controls.ts";
import type { Settlement } from "./records.ts";

/**
 * The settlements that pass a filter on a day, by their place in the data set: 1, or 0. A settlement is judged by who holds it
 * at the end of the day and by the change that brought it there; where none has, nobody says so and nothing is certain of it.
 * Of a hundred thousand it takes some milliseconds, once their names have been read ({@link readSomeNames}).
 */
export function markSettlements(atlas: Atlas, filter: Filter, day: Day): Uint8Array {
  const { settlements } = atlas.dataset;
  const marks = findWords(settlements, filter.text);
  // Nothing is looked up that is not asked.
  const isDated = filter.said.length + filter.certainties.length > 0;
  if (!isDated && filter.sides.length === 0) return marks;
  const controls = listControls(atlas, day);
  settlements.forEach(({ id }, row) => {
    if (marks[row] === 0) return;
    const control = controls[row];
    const by = control && "by" in control ? control.by : undefined;
    const last = isDated
      ? atlas.histories.get(id)?.changes.findLast((change) => change.day <= day)
      : undefined;
    const claims = [...(last?.claims ?? []), ...(last?.contradictedBy ?? [])];
    const isLeft = passesFacets(filter, {
      sides: by === undefined ? [] : [by],
      said: claims.flatMap((claim) => {
        const record = atlas.claimById.get(claim);
        return record ? [keyOfAttribution(record)] : [];
      }),
      certainties: last ? [last.certainty] : [],
      kinds: undefined,
    });
    if (!isLeft) marks[row] = 0;
  });
  return marks;
}

/** The texts of all settlements one after the other: a word is looked for in all of them at once, ten times as fast as one by one. */
interface Haystack {
  readonly text: string;
  /** Where the text of each settlement ends. */
  readonly ends: Uint32Array;
}

interface Names {
  readonly plain: string[];
  readonly folded: string[];
  haystacks: { readonly plain: Haystack; readonly folded: Haystack } | undefined;
}

const namesOf = new WeakMap<readonly Settlement[], Names>();

/** Stands between two texts, and in none. */
const BETWEEN = "\0";

/**
 * Reads the names of so many settlements more, in which words will be looked for: a second's work for a hundred thousand, to
 * be done beforehand a little at a time. Returns whether all have been read.
 */
export function readSomeNames(settlements: readonly Settlement[], count: number): boolean {
  const names = namesOf.get(settlements) ?? { plain: [], folded: [], haystacks: undefined };
  namesOf.set(settlements, names);
  const done = names.plain.length;
  for (const settlement of settlements.slice(done, done + count)) {
    const { plain, names: folded } = foldSettlement(settlement);
    names.plain.push(plain);
    names.folded.push(folded);
  }
  return names.plain.length >= settlements.length;
}

function findWords(settlements: readonly Settlement[], sought: string): Uint8Array {
  const marks = new Uint8Array(settlements.length).fill(1);
  const words = readWords(sought);
  if (words.length === 0) return marks;
  const { plain, folded } = pile(settlements);
  for (const word of words) {
    const found = new Uint8Array(settlements.length);
    markWord(plain, word.plain, found);
    if (word.folded !== undefined) markWord(folded, word.folded, found);
    found.forEach((mark, row) => {
      if (mark === 0) marks[row] = 0;
    });
  }
  return marks;
}

function pile(settlements: readonly Settlement[]): NonNullable<Names["haystacks"]> {
  readSomeNames(settlements, settlements.length);
  const names = namesOf.get(settlements) ?? { plain: [], folded: [], haystacks: undefined };
  names.haystacks ??= { plain: pileUp(names.plain), folded: pileUp(names.folded) };
  return names.haystacks;
}

function pileUp(texts: readonly string[]): Haystack {
  let end = 0;
  const ends = Uint32Array.from(texts, (text) => {
    end += text.length + BETWEEN.length;
    return end;
  });
  return { text: texts.join(BETWEEN), ends };
}

/** Marks the settlements that have a word anywhere in their text. */
function markWord({ text, ends }: Haystack, word: string, marks: Uint8Array): void {
  if (word.includes(BETWEEN)) return;
  let row = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, ends[row])) {
    while ((ends[row] ?? Number.POSITIVE_INFINITY) <= at) row++;
    marks[row] = 1;
  }
}
