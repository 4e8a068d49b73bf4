import type { DataProblem } from "../core/data-mark.ts";
import type { ViewProblem } from "../core/view.ts";
import type { EventWords } from "./event-words.ts";
import type { ShortcutName } from "./keys.ts";

/** The words of what is only there once it is asked for, or gone wrong: faults of the address, keys, wall mode, tour, a page within another, events with places of their own. */
export interface LaterWords {
  readonly viewProblem: (problem: ViewProblem) => string;
  /** Which data were meant, which are shown, and what of the address still holds. */
  readonly dataProblem: (problem: DataProblem) => string;
  readonly shortcut: (name: ShortcutName) => string;
  readonly wall: WallWords;
  readonly tour: TourWords;
  readonly embed: EmbedWords;
  readonly file: FileWords;
  readonly events: EventWords;
}

/** Of a page that is one file with all in it. */
export interface FileWords {
  /** In the place of the choice of a base map. */
  readonly noBaseMap: string;
}

export interface EmbedWords {
  /** Leads to the page by itself. */
  readonly whole: string;
  readonly gestures: GestureWords;
}

/** How a map within another page is moved: with a key held while the wheel is turned, or with two fingers. */
export type GestureWords = Readonly<Record<"control" | "command" | "touch", string>>;

export interface WallWords {
  /** The mode, in the menu and as a part of the page. */
  readonly region: string;
  readonly leave: string;
  /** The browser has not given the page all of the screen. */
  readonly notFull: string;
  /** The browser does not keep the screen from going dark. */
  readonly notAwake: string;
}

/** What the tour shows, in its order. */
export const TOUR_STOPS = ["map", "legend", "days", "day", "story", "search", "tools"] as const;
export type TourStop = (typeof TOUR_STOPS)[number];

export interface TourWords {
  /** "2 of 7" */
  readonly position: (number: number, total: number) => string;
  readonly next: string;
  readonly back: string;
  readonly skip: string;
  readonly finish: string;
  /** Each with the name of the thing that is outlined, and what it is for. */
  readonly stops: Readonly<Record<TourStop, { readonly name: string; readonly text: string }>>;
}
