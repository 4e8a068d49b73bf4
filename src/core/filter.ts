import type { Atlas } from "./atlas.ts";
import type { Dataset } from "./dataset.ts";
import type { ChangeCertainty, HistoryChange } from "./history/control.ts";
import {
  type Claim,
  type EventKind,
  type Figure,
  OWN_WORDS,
  type Settlement,
  type Statement,
  type StoryEvent,
} from "./records.ts";
import { foldName } from "./fold-name.ts";
import { readText, type Translation } from "./translations.ts";

/** How sure a change or record can be, the surest first. */
export const CERTAINTIES: readonly ChangeCertainty[] = [
  "stated",
  "reported",
  "disputed",
  "implied",
  "inferred",
];

/** Which records are shown. A list without anything in it asks nothing, so that all pass it. */
export interface Filter {
  /** Ids of sides. */
  readonly sides: readonly string[];
  /** Who says so, as {@link keyOfAttribution} has it. */
  readonly said: readonly string[];
  readonly certainties: readonly ChangeCertainty[];
  readonly kinds: readonly EventKind[];
  /** Words that must all be there, in any order and spelling. */
  readonly text: string;
}

export const NO_FILTER: Filter = { sides: [], said: [], certainties: [], kinds: [], text: "" };

/** The members of a filter that are lists to choose from. */
export const FACETS = ["sides", "said", "certainties", "kinds"] as const;
export type Facet = (typeof FACETS)[number];

export function isFiltering({ sides, said, certainties, kinds, text }: Filter): boolean {
  return sides.length + said.length + certainties.length + kinds.length > 0 || text.trim() !== "";
}

/**
 * What a filter asks of a record. `undefined`: the record is not of the sort that tells of it, and is not judged by it: an
 * event names no side. An empty list: it is of that sort and names none, so it fails whatever is asked.
 */
export interface Facets {
  readonly sides: readonly string[] | undefined;
  readonly said: readonly string[] | undefined;
  readonly certainties: readonly ChangeCertainty[] | undefined;
  readonly kinds: readonly EventKind[] | undefined;
  /** Asked only where the filter has words. */
  readonly text: () => FoldedText;
}

/** What words are looked for in: a text as it is written, and the words of its names as they are spelled anyhow. */
export interface FoldedText {
  readonly plain: string;
  /** A line each, the first of them after a line break too: a word begins wherever one is. */
  readonly names: string;
}

function foldText(text: string, names: readonly string[]): FoldedText {
  const words = names.flatMap((name) => foldName(name).split(" "));
  return { plain: toPlain(text), names: `\n${words.join("\n")}` };
}

function toPlain(text: string): string {
  return text.normalize("NFKC").toLowerCase().trim();
}

/** Whether a record passes a filter but for its words. Everything that leaves records out asks this. */
export function passesFacets(filter: Filter, facets: Omit<Facets, "text">): boolean {
  const has = (chosen: readonly string[], told: readonly string[] | undefined) =>
    chosen.length === 0 || told === undefined || told.some((one) => chosen.includes(one));
  return (
    has(filter.sides, facets.sides) &&
    has(filter.said, facets.said) &&
    has(filter.certainties, facets.certainties) &&
    has(filter.kinds, facets.kinds)
  );
}

/** A shorter word begins too many names once its vowels are folded. */
const LEAST_FOLDED = 3;

/** A word that is looked for: as it was typed, and as the beginnings of names are spelled anyhow, unless it is too short. */
interface SoughtWord {
  readonly plain: string;
  readonly folded: string | undefined;
}

/** All words have to be there. */
export function readWords(sought: string): readonly SoughtWord[] {
  const words = sought.trim() === "" ? [] : toPlain(sought).split(/\s+/);
  return words.map((plain) => {
    const folded = foldName(plain);
    return { plain, folded: folded.length >= LEAST_FOLDED ? `\n${folded}` : undefined };
  });
}

function hasWords(words: readonly SoughtWord[], text: () => FoldedText): boolean {
  if (words.length === 0) return true;
  const { plain, names } = text();
  return words.every(
    (word) => plain.includes(word.plain) || (word.folded !== undefined && names.includes(word.folded)),
  );
}

type FoldedTexts = WeakMap<object, FoldedText>;

const originals: FoldedTexts = new WeakMap();
const translated = new WeakMap<Translation, FoldedTexts>();

/** What is folded already of the records, with their translations if there are any. */
function findFolded(translation: Translation | undefined): FoldedTexts {
  if (!translation) return originals;
  const known: FoldedTexts = translated.get(translation) ?? new WeakMap();
  translated.set(translation, known);
  return known;
}

/** Gives the text of a record, folded once for as long as the record is there. */
function createFolder(texts: FoldedTexts) {
  return (record: object, place: Settlement | undefined, write: () => readonly string[]) =>
    (): FoldedText => {
      const known = texts.get(record);
      if (known) return known;
      const folded = foldRecord(place, write());
      texts.set(record, folded);
      return folded;
    };
}

/** What words are looked for in where a settlement is no more than itself. */
export function foldSettlement(settlement: Settlement): FoldedText {
  return foldRecord(settlement, []);
}

function foldRecord(place: Settlement | undefined, written: readonly string[]): FoldedText {
  const names = place
    ? [...Object.values(place.names), ...place.spellings].flatMap((name) => name ?? [])
    : [];
  return foldText([...written, ...names, place?.governorate ?? ""].join("\n"), names);
}

/** By whom a record is said: whom the document names, or the document itself by its id where it speaks in its own words. */
export function keyOfAttribution({ attribution, source }: Pick<Statement, "attribution" | "source">): string {
  return attribution === OWN_WORDS ? source : attribution;
}

const attributions = new WeakMap<Dataset, ReadonlyMap<string, number>>();

/** By whom the records of a data set are said, with how many each says; who says most comes first. */
export function countAttributions(dataset: Dataset): ReadonlyMap<string, number> {
  const known = attributions.get(dataset);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const record of [...dataset.claims, ...dataset.events, ...dataset.figures]) {
    const key = keyOfAttribution(record);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const sorted = new Map([...counts].toSorted(([, a], [, b]) => b - a));
  attributions.set(dataset, sorted);
  return sorted;
}

/** The kinds of events that a data set has, in the order in which they first come. */
export function listKinds({ events }: Pick<Dataset, "events">): readonly EventKind[] {
  return [...new Set(events.map(({ kind }) => kind))];
}

/** How sure a claim is of its place: what a document says of the whole ground around it is only implied. */
export function findClaimCertainty({ certainty, ground }: Claim): ChangeCertainty {
  return ground === undefined ? certainty : "implied";
}

/** Tells of the records of each sort whether they pass. */
export interface Judge {
  readonly isOn: boolean;
  readonly change: (change: HistoryChange) => boolean;
  readonly claim: (claim: Claim) => boolean;
  readonly event: (event: StoryEvent) => boolean;
  readonly figure: (figure: Figure) => boolean;
}

const ALL: Judge = {
  isOn: false,
  change: () => true,
  claim: () => true,
  event: () => true,
  figure: () => true,
};

/** Words are looked for in the records and in their `translation`, if the reader has one. */
export function createJudge(atlas: Atlas, filter: Filter, translation?: Translation): Judge {
  if (!isFiltering(filter)) return ALL;
  const textOnce = createFolder(findFolded(translation));
  const words = readWords(filter.text);
  const sideIds = new Set(atlas.dataset.sides.map(({ id }) => id));
  const placeOf = ({ settlement }: { readonly settlement: string | undefined }) =>
    atlas.settlementById.get(settlement ?? "");
  const withTranslation = (name: string) => [name, translation?.names.get(name) ?? ""];
  const textOf = (record: Claim | StoryEvent | Figure) => [
    record.summary,
    record.spelling,
    ...withTranslation(nameSpeaker(record)),
    translation ? readText(record, "summary", atlas.dataset, translation).text : "",
  ];
  const textOfClaim = (claim: Claim) => [...textOf(claim), ...withTranslation(claim.actor)];
  const claimsOf = ({ claims, contradictedBy }: HistoryChange) =>
    [...claims, ...contradictedBy].flatMap((id) => atlas.claimById.get(id) ?? []);
  const facetsOf = (record: Statement): Omit<Facets, "text"> => ({
    sides: undefined,
    said: [keyOfAttribution(record)],
    certainties: [record.certainty],
    kinds: undefined,
  });

  const judge = (facets: Facets) => passesFacets(filter, facets) && hasWords(words, facets.text);
  return {
    isOn: true,
    change: (change) =>
      judge({
        sides: [change.from, change.to].flatMap((side) => side ?? []),
        said: claimsOf(change).map(keyOfAttribution),
        certainties: [change.certainty],
        kinds: undefined,
        text: textOnce(change, placeOf(change), () => claimsOf(change).flatMap(textOfClaim)),
      }),
    claim: (claim) =>
      judge({
        ...facetsOf(claim),
        sides: claim.side === undefined ? undefined : [claim.side],
        certainties: [findClaimCertainty(claim)],
        text: textOnce(claim, placeOf(claim), () => textOfClaim(claim)),
      }),
    event: (event) =>
      judge({
        ...facetsOf(event),
        kinds: [event.kind],
        text: textOnce(event, placeOf(event), () => [
          ...textOf(event),
          ...(event.actors ?? []).flatMap(withTranslation),
          event.title,
          translation ? readText(event, "title", atlas.dataset, translation).text : "",
        ]),
      }),
    figure: (figure) =>
      judge({
        ...facetsOf(figure),
        sides: sideIds.has(figure.concerns) ? [figure.concerns] : undefined,
        text: textOnce(figure, placeOf(figure), () => textOf(figure)),
      }),
  };
}

function nameSpeaker({ attribution }: Statement): string {
  return attribution === OWN_WORDS ? "" : attribution;
}
