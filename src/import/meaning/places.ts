import type { Position } from "../../core/geometry.ts";
import { PLACE_PRECISIONS, SETTLEMENT_KINDS } from "../../core/records.ts";
import { foldName } from "../../core/fold-name.ts";
import { ID } from "../../data/patterns.ts";
import type { MadeRow } from "./made-files.ts";
import type { Origin } from "./origins.ts";
import type { ReadRow } from "./read-row.ts";

/** A place by the rows that tell of it. */
interface Place {
  readonly code: string;
  /** Whether a list of places has it, and not merely a record that says where it was. */
  readonly isListed: boolean;
  name: string;
  readonly names: Map<string, string>;
  readonly spellings: Set<string>;
  position: Position | undefined;
  readonly facts: Map<(typeof FACTS)[number], string>;
  origin: Origin;
  /** Given once all are known. */
  id: string;
}

const FACTS = [
  "governorate",
  "district",
  "place_kind",
  "population",
  "importance",
  "precision",
  "note",
] as const;

/** The places of a data set, taken from lists of them and from whatever else says where something lies. */
export interface Places {
  /** Takes the place that a row tells of; `undefined` if it names none. */
  readonly take: (row: ReadRow, isList: boolean) => Place | undefined;
  /** Gives every place with a position its id; after that nothing is taken. */
  readonly settle: () => void;
  /** What a record is to call the place: its id, or, if it is not known, the name as it was written. */
  readonly nameOf: (place: Place | undefined) => string;
  /** Whether the place, or the only one of its name, has a position. */
  readonly isKnown: (place: Place | undefined) => boolean;
  readonly listRows: (languages: readonly string[]) => readonly MadeRow[];
  readonly listLanguages: () => readonly string[];
}

export const PLACE_FIELDS = [
  "id",
  "name",
  "lng",
  "lat",
  "kind",
  "governorate",
  "district",
  "population",
  "importance",
  "precision_km",
  "spellings",
  "note",
] as const;

/** A name means a place of a list that lies no further away, in degrees. */
const NEAR = 0.1;

export function createPlaces(): Places {
  const byKey = new Map<string, Place>();
  const bySaying = new Map<string, Place>();
  const byName = new Map<string, Place[]>();
  let settled: readonly Place[] = [];
  const aliases = new Map<Place, Place>();
  const resolve = (place: Place) => {
    const known = aliases.get(place) ?? place;
    if (known.position) return known;
    const [only, ...others] = byName.get(foldName(known.name)) ?? [];
    return only && others.length === 0 ? only : known;
  };
  return {
    take(row, isList) {
      const said = `${isList} ${row.ofPlace()}`;
      const seen = bySaying.get(said);
      if (seen) return seen;
      const code = row.text("place_id");
      const name = row.text("place") || row.names[0]?.[1] || "";
      if (code === "" && name === "") return undefined;
      const key = keyOf(code, name, row.position, isList);
      const known = byKey.get(key);
      const place = known ? merge(known, row, name) : begin(row, { code, name, isListed: isList });
      byKey.set(key, place);
      bySaying.set(said, place);
      return place;
    },
    settle() {
      const all = [...byKey].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, place]) => place);
      const listed = all.filter(({ position }) => position);
      const ofLists = new Map<string, Place[]>();
      const kept: Place[] = [];
      for (const place of listed) {
        const near = (ofLists.get(foldName(place.name)) ?? []).find((other) => isSame(place, other));
        if (near) aliases.set(place, near);
        else {
          kept.push(place);
          const key = foldName(place.name);
          ofLists.set(key, [...(ofLists.get(key) ?? []), place]);
        }
      }
      settled = kept;
      nameAll(kept);
      for (const place of kept)
        for (const spelling of new Set(
          [place.name, ...place.names.values(), ...place.spellings].map(foldName),
        ))
          byName.set(spelling, [...(byName.get(spelling) ?? []), place]);
    },
    nameOf(place) {
      if (!place) return "";
      const known = resolve(place);
      return known.id || known.name || known.code;
    },
    isKnown: (place) => place !== undefined && resolve(place).id !== "",
    listRows: (languages) => settled.map((place) => toRow(place, languages)),
    listLanguages: () => [...new Set(settled.flatMap(({ names }) => [...names.keys()]))].toSorted(),
  };
}

/** Lists have their codes; what else is placed is one place for each name and position. */
function keyOf(code: string, name: string, position: Position | undefined, isList: boolean): string {
  if (code !== "") return `0 ${code}`;
  const at = position ? position.map((degrees) => degrees.toFixed(4)).join(",") : "";
  return `${isList ? 1 : position ? 2 : 3} ${name} ${at}`;
}

function begin(row: ReadRow, { code, name, isListed }: Pick<Place, "code" | "name" | "isListed">): Place {
  const place: Place = {
    code,
    isListed,
    name,
    names: new Map(),
    spellings: new Set(),
    position: undefined,
    facts: new Map(),
    origin: row.origin,
    id: "",
  };
  return merge(place, row, name);
}

/** What does not depend on the order of rows: of two values the one that sorts first. */
function merge(place: Place, row: ReadRow, name: string): Place {
  if (name !== "" && name !== place.name) {
    place.spellings.add(place.name === "" || name < place.name ? place.name : name);
    if (place.name === "" || name < place.name) place.name = name;
  }
  for (const [language, text] of row.names) {
    const known = place.names.get(language);
    if (known === undefined || text < known) place.names.set(language, text);
  }
  for (const fact of FACTS) {
    const text = row.text(fact);
    const known = place.facts.get(fact);
    if (text !== "" && (known === undefined || text < known)) place.facts.set(fact, text);
  }
  for (const spelling of row.text("spellings").split(/[|;,]/))
    if (spelling.trim() !== "") place.spellings.add(spelling.trim());
  const { position } = row;
  if (position && (!place.position || isBefore(position, place.position))) {
    place.position = position;
    place.origin = row.origin;
  }
  return place;
}

function isBefore([lng, lat]: Position, [otherLng, otherLat]: Position): boolean {
  return lng < otherLng || (lng === otherLng && lat < otherLat);
}

/**
 * Whether two places of names that sound alike are one. Those with codes are told apart by these, whatever they are called; those
 * of lists have to have the very same name.
 */
function isSame(one: Place, other: Place): boolean {
  if (one.code !== "" && other.code !== "") return false;
  if (one.isListed && other.isListed && one.name.toLowerCase() !== other.name.toLowerCase()) return false;
  return isNear(one, other);
}

function isNear(one: Place, other: Place): boolean {
  if (!one.position || !other.position) return false;
  const [lng, lat] = [one.position[0] - other.position[0], one.position[1] - other.position[1]];
  return Math.hypot(lng, lat) <= NEAR;
}

function nameAll(places: readonly Place[]): void {
  const taken = new Set<string>();
  for (const place of places) {
    const base = ID.test(place.code) ? place.code : toId(place.name || place.code);
    let id = base;
    for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
    taken.add(id);
    place.id = id;
  }
}

/** Letters of any script and digits, in small letters. */
export function toId(name: string): string {
  const plain = name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/['’ʼ`]/g, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, "");
  return ID.test(plain) ? plain : "place";
}

function toRow(place: Place, languages: readonly string[]): MadeRow {
  const { facts, name, position, spellings } = place;
  const kind = (facts.get("place_kind") ?? "").toLowerCase();
  const known = SETTLEMENT_KINDS.find((each) => kind === each || kind.startsWith(`${each} `));
  const [lng = "", lat = ""] = position ?? [];
  const names = languages.map((language) => place.names.get(language) ?? "");
  return {
    origin: place.origin,
    cells: [
      place.id,
      name || place.code,
      lng,
      lat,
      known ?? "",
      facts.get("governorate") ?? "",
      facts.get("district") ?? "",
      plainNumber(facts.get("population")),
      plainNumber(facts.get("importance")),
      readPrecision(facts.get("precision")).km,
      [...spellings]
        .filter((spelling) => spelling !== "" && spelling !== name)
        .toSorted()
        .join("|"),
      facts.get("note") ?? "",
      ...names,
    ],
  };
}

/** Kilometres, one of our words, or both: `10 vicinity`. What is neither is taken for kilometres, to be told of where it is read. */
export function readPrecision(text = ""): { readonly km: string; readonly word: string } {
  const word = PLACE_PRECISIONS.find((each) => text.toLowerCase().endsWith(each)) ?? "";
  return { km: plainNumber(text.slice(0, text.length - word.length).trim()), word };
}

function plainNumber(text = ""): string {
  return text.replaceAll(/[\s,'](?=\d{3}(?!\d))/g, "");
}
