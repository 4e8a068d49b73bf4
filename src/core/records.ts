import type { LineString, MultiLineString } from "geojson";
import type { Named, Names } from "./names.ts";
import type { Day } from "./day.ts";
import type { AreaGeometry, Position } from "./geometry.ts";

/** A party to the conflict, as `dataset.json` declares it. */
export interface Side {
  readonly id: string;
  readonly name: Names;
  /** Short form for tables, e.g. "Government". */
  readonly shortName: Names;
  /** False for a party that strikes but holds no ground of its own on this map. */
  readonly holdsGround: boolean;
  /** Ids of the sides it fights, the chief one first: whom a captured place is taken from if nothing else tells. */
  readonly opponents: readonly string[];
  /** A name of {@link SIDE_COLOURS} or `#rrggbb`; the theme makes it darker or lighter where it could not be seen. */
  readonly colour: string;
}

/** The colours that have a name, in the order in which sides without one get them; `#rrggbb` in the light theme. */
export const SIDE_COLOURS = {
  vermilion: "#c9502b",
  green: "#0f8a6a",
  ochre: "#a08902",
  violet: "#6f4fa0",
  azure: "#408eeb",
  claret: "#871749",
  umber: "#503b28",
  slate: "#82848b",
} as const;
export type SideColour = keyof typeof SIDE_COLOURS;

export function isSideColour(text: string): text is SideColour {
  return Object.hasOwn(SIDE_COLOURS, text);
}

export const SETTLEMENT_KINDS = ["city", "town", "village", "suburb", "hill", "base", "site"] as const;
export type SettlementKind = (typeof SETTLEMENT_KINDS)[number];

/** 1: named at every zoom; 2: named on a regional map; 3: named when close. */
export type Importance = 1 | 2 | 3;

export interface Settlement extends Named {
  readonly id: string;
  /** Every other spelling under which it may be looked for; those the documents print come first. */
  readonly spellings: readonly string[];
  readonly kind: SettlementKind;
  readonly governorate: string;
  readonly district: string;
  readonly importance: Importance;
  readonly position: Position;
  /** Where the position is from: a key of the table in `SOURCES.md`. */
  readonly positionSource: string;
  readonly positionRef: string;
  /** The true position lies within this many kilometres. */
  readonly precisionKm: number;
  readonly note: string;
  /** True for a place that no document names and that is on the map for orientation only. */
  readonly isContext: boolean;
}

export const CLAIM_ACTIONS = [
  "captured",
  "recaptured",
  "entered",
  "attacked",
  "repelled",
  "withdrew",
  "held",
  "bombarded",
  "encircled",
  "relieved",
  "contested",
] as const;
export type ClaimAction = (typeof CLAIM_ACTIONS)[number];

/** How much of the place the action concerned; `undefined` where the question makes no sense. */
export const CLAIM_EXTENTS = ["whole", "most", "part"] as const;
export type ClaimExtent = (typeof CLAIM_EXTENTS)[number];

/** Where the day comes from: said outright, a window, "by" a day, or taken from the neighbouring sentence. */
export const DAY_BASES = ["stated", "window", "by", "neighbour"] as const;
export type DayBasis = (typeof DAY_BASES)[number];

/** Stands as the attribution of what a document says in its own words: a word of the format, and no name. */
export const OWN_WORDS = "article";

/** How sure a claim is by itself. `disputed`: contradicted by another claim, and the weaker of the two. */
export const CLAIM_CERTAINTIES = ["stated", "reported", "disputed"] as const;
export type ClaimCertainty = (typeof CLAIM_CERTAINTIES)[number];

/** One atomic statement of one document about one settlement. The claims are the record; all else is derived. */
export interface Claim {
  readonly id: string;
  readonly settlement: string;
  readonly action: ClaimAction;
  readonly extent: ClaimExtent | undefined;
  /** Who did it: the attacker, the captor, for `held` and `repelled` the holder. `undefined` only for `contested`. */
  readonly side: string | undefined;
  /** The force by name, as far as the document tells; may be empty. */
  readonly actor: string;
  /** First and last day on which it can have happened; equal when the day is known. */
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly dayBasis: DayBasis;
  /** Who the document says says so, or `OWN_WORDS`; empty where nobody is told. */
  readonly attribution: string;
  readonly certainty: ClaimCertainty;
  /**
   * Id of the document, and where in it: line (from 1), character in the line (from 0), spelling as printed. Empty, and 0 for
   * the line and the character, where the record does not tell.
   */
  readonly source: string;
  readonly paragraph: number;
  readonly offset: number;
  readonly spelling: string;
  /** Id of the claim it contradicts. */
  readonly contradicts: string | undefined;
  /**
   * The ground of which the document says it, where the settlement only lies there and is not named: "the district".
   * What such a claim says of the settlement is implied. Its certainty is that of the sentence about the ground.
   */
  readonly ground?: string | undefined;
  readonly summary: string;
}

/** Ground held by one side on every day of the half-open interval `[from, to)`. */
export interface ControlArea {
  readonly side: string;
  readonly from: Day;
  readonly to: Day;
  readonly geometry: AreaGeometry;
}

/**
 * `documented`: documented places lie near; `inferred`: none does, so the line is an interpolation there; `drawn`: the
 * data set draws areas and tells nothing of how.
 */
export const LINE_BASES = ["documented", "inferred", "drawn"] as const;
export type LineBasis = (typeof LINE_BASES)[number];

/** A piece of the line between two sides' ground on every day of `[from, to)`. */
export interface FrontLine {
  readonly basis: LineBasis;
  readonly between: readonly [string, string];
  readonly from: Day;
  readonly to: Day;
  readonly geometry: LineString | MultiLineString;
}

export interface Highway extends Named {
  readonly id: string;
  readonly course: readonly Position[];
}

/** A strip along a highway that an agreement sets apart, on every day of `[from, to)`; `to` is `undefined` while it lasts. */
export interface Corridor {
  /** Id of the highway. */
  readonly highway: string;
  /** To either side of the highway, so the strip is twice as wide. */
  readonly widthKm: number;
  readonly from: Day;
  readonly to: Day | undefined;
  /** Id of the document that tells of it. */
  readonly source: string;
  readonly patrols: Patrols | undefined;
}

/** Patrols along the highway of a corridor, on every day of `[from, to)`; `to` is `undefined` while they last. */
export interface Patrols {
  /** Whose they are: "Joint patrols". */
  readonly name: Names;
  readonly from: Day;
  readonly to: Day | undefined;
  readonly source: string;
  /** What the document leaves open, such as between which places; may be empty. */
  readonly note: Names;
}

export const POST_STATES = ["established", "encircled", "relieved", "evacuated"] as const;
export type PostState = (typeof POST_STATES)[number];

export interface PostEvent {
  readonly state: PostState;
  readonly day: Day;
  /** `month`: only the month is known, and `day` is its first; `uncertain`: the sources differ or guess. */
  readonly precision: "day" | "month" | "uncertain";
  readonly basis: string;
  readonly source: string;
}

export interface ObservationPost extends Named {
  readonly id: string;
  /** The operator's own number, where it has one. */
  readonly number: number | undefined;
  readonly operator: string;
  readonly position: Position;
  readonly precisionKm: number;
  readonly note: string;
  /** In order of day. */
  readonly events: readonly PostEvent[];
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly leaning: string;
  readonly url: string;
  readonly note: string;
}

/** What every record taken from a document has in common with a claim: its days, who says so, and where. */
export type Statement = Omit<
  Claim,
  "settlement" | "action" | "extent" | "side" | "actor" | "contradicts" | "ground"
>;

/** A statement that is not about the control of one settlement. */
interface PlacedStatement extends Statement {
  /** Id of the settlement it concerns; `undefined` for one without a place. */
  readonly settlement: string | undefined;
  /** Ids of the records of the same file that say otherwise. */
  readonly contradicts: readonly string[];
}

export const EVENT_KINDS = [
  "ceasefire",
  "talks",
  "operation",
  "strike",
  "post",
  "highway",
  "airspace",
  "humanitarian",
  "reinforcement",
  "statement",
  "patrol",
  "other",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** How closely a place is known, by what is named: the very spot, a settlement, what lies near one, a district, a province, a country. */
export const PLACE_PRECISIONS = [
  "spot",
  "settlement",
  "vicinity",
  "district",
  "province",
  "country",
] as const;
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number];

/** How many died in an event, as whoever tells of it counts; at least one of the numbers is there. */
export interface Fatalities {
  /** The likeliest number, or the only one that is given. */
  readonly best?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/**
 * Something that happened in the story and moved no settlement. A ceasefire lasts from its first to its last day.
 *
 * Where it happened by itself is told by `position`; one without a position happened at its settlement, if it has one.
 */
export interface StoryEvent extends PlacedStatement {
  readonly kind: EventKind;
  readonly title: string;
  /** Longitude and latitude in degrees. With {@link StoryEvent.precisionKm} no more than the middle of where it may have been. */
  readonly position?: Position | undefined;
  /** It happened within this many kilometres of its position; `undefined` where that is not told. */
  readonly precisionKm?: number | undefined;
  readonly precision?: PlacePrecision | undefined;
  /** Who took part, by the names that the record gives them; left out where nobody is named. */
  readonly actors?: readonly string[] | undefined;
  readonly fatalities?: Fatalities | undefined;
}

export const FIGURE_MEASURES = [
  "displaced",
  "civilians-killed",
  "civilians-wounded",
  "fighters-killed",
  "fighters-wounded",
  "settlements-captured",
  "area-captured",
  "share-of-governorate",
  "highway-captured",
  "highway-remaining",
  "strikes",
  "troops",
  "equipment-lost",
  "facilities-struck",
  "people-affected",
  "other",
] as const;
export type FigureMeasure = (typeof FIGURE_MEASURES)[number];

export const FIGURE_QUALIFIERS = ["exactly", "about", "at-least", "over", "up-to", "nearly"] as const;
export type FigureQualifier = (typeof FIGURE_QUALIFIERS)[number];

/**
 * A number that a document gives, as of a day or for the days from the first to the last. Figures of different
 * attributions are never added up: they count the same things by different rules.
 */
export interface Figure extends PlacedStatement {
  readonly measure: FigureMeasure;
  readonly value: number;
  /** The upper end of a range of which `value` is the lower; `undefined` where one number is given. */
  readonly valueHigh: number | undefined;
  readonly unit: string;
  readonly qualifier: FigureQualifier;
  /** Whom or what it counts, e.g. the id of a side or "civilians"; may be empty. */
  readonly concerns: string;
}

/** Ground with a name, within which areas and highways are measured: a governorate, a district. Regions may overlap. */
export interface Region extends Named {
  readonly id: string;
  readonly geometry: AreaGeometry;
}

/** What is known of a narrative before its texts are there: enough to invite to it and to read an address. */
export interface NarrativeHead {
  readonly title: Names;
  /** Ids of the steps, in order. */
  readonly steps: readonly string[];
  /** How long it takes to read, at least 1. */
  readonly minutes: number;
}
