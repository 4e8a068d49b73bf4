import type { Selectable } from "../core/selection.ts";
import type { ToldRecord } from "../core/narrative.ts";

/** Story mode: the story told in steps. */
export interface NarrativeWords {
  /** The mode: its button, its tab, its part of the page. */
  readonly region: string;
  /** "14 steps, 4 minutes to read" */
  readonly extent: (steps: number, minutes: number) => string;
  readonly read: string;
  /** Puts the invitation away. */
  readonly notNow: string;
  readonly loading: string;
}

/** The same once it is on the page. */
export interface StoryWords {
  /** The list of steps, for those who cannot see it. */
  readonly steps: string;
  /** "Step 5 of 14" */
  readonly position: (number: number, total: number) => string;
  readonly previous: string;
  readonly next: string;
  /** Ends the mode and shows what was shown before it. */
  readonly leave: string;
  /** Ends the mode and keeps what is shown. */
  readonly explore: string;
  /** Shows the step again after the reader has moved the map or changed the day. */
  readonly back: string;
  /** A mark in the text, by its number. */
  readonly mark: (number: number) => string;
  readonly closeRecord: string;
  /** Of records that nothing else on the page has a word for. */
  readonly kinds: Readonly<Record<Exclude<ToldRecord["kind"], Selectable>, string>>;
}
