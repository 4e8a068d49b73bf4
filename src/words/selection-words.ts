import type { Day } from "../core/day.ts";
import type { PostState } from "../core/records.ts";
import type { Selectable } from "../core/selection.ts";

/** What is selected: a settlement, a post, a highway, a document. */
export interface SelectionWords {
  readonly region: string;
  readonly empty: string;
  readonly close: string;
  readonly kinds: Readonly<Record<Selectable, string>>;
  /** For a screen reader and a picture: "Selected: North Hill (observation post)." */
  readonly selected: (kind: string, name: string) => string;
  readonly post: {
    readonly states: Readonly<Record<PostState, string>>;
    /** Above the list of a day's posts. */
    readonly list: string;
    /** How many stand, and how many of them are encircled. */
    readonly count: (standing: number, encircled: number) => string;
  };
}

/** Of an observation post that is selected. */
export interface PostWords {
  /** Whose it is, with the operator's own number where it has one. */
  readonly operator: (side: string, number: number | undefined) => string;
  readonly today: (state: PostState, day: Day) => string;
  readonly notYet: (day: Day) => string;
  /** Of a state of which only the month is known: "in May 2018". */
  readonly month: (month: string) => string;
  /** The sources differ or guess. */
  readonly uncertain: string;
  /** Whose the ground is on which it stands, as the areas tell. */
  readonly ground: (side: string) => string;
  readonly history: string;
}

/** Of a highway that is selected. */
export interface HighwayWords {
  readonly overTime: string;
  readonly working: (percent: number) => string;
  readonly days: (count: number) => string;
  readonly stretches: string;
  /** Between the settlements nearest to its ends; the same one twice for a short stretch. */
  readonly stretch: (from: string, to: string) => string;
  readonly outside: string;
  readonly events: string;
  /** Which events are meant. */
  readonly eventsNote: (km: number) => string;
  readonly noEvents: string;
}

/** Of a document that is selected. */
export interface SourceWords {
  readonly date: string;
  readonly leaning: string;
  readonly id: string;
  readonly open: string;
  readonly rests: string;
  readonly claims: string;
  readonly figures: string;
  readonly nothing: string;
  readonly corridors: string;
}
