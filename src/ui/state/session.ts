import type { Day } from "../../core/day.ts";
import type { Position } from "../../core/geometry.ts";
import type { StoryEvent } from "../../core/records.ts";
import type { Selection } from "../../core/selection.ts";
import type { MapTrouble } from "../../words/map-words.ts";
import { createStore } from "zustand/vanilla";

/** The first only in story mode. */
export type PanelTab = "story" | "day" | "selected";
/** How far the phone's bottom sheet is open; wider windows show the panel whole and ignore it. */
export type Sheet = "closed" | "half" | "full";
export type DialogName = "table" | "problems" | "help" | "open" | "export";

/** Days per second that are offered; any other between the slowest and the fastest can be typed. */
export const SPEEDS = [1, 2, 4, 8] as const;
const [SLOWEST, FASTEST] = [0.1, 60];

/** Days per second as typed, in Latin digits, with a point or a comma; `undefined` for what is no speed. */
export function readSpeed(text: string): number | undefined {
  const typed = text.trim().replace(",", ".");
  const speed = Number(typed);
  return typed !== "" && speed >= SLOWEST && speed <= FASTEST ? speed : undefined;
}

export interface Message {
  readonly tone: "busy" | "done" | "failed";
  readonly text: string;
}

/** The ground is on its way from the day that is shown to the next. */
export interface Sweep {
  readonly to: Day;
  readonly milliseconds: number;
}

/** What the reader does with the page and nobody would want in a link: not part of the view. */
export interface Session {
  readonly isPlaying: boolean;
  /** Days per second. */
  readonly speed: number;
  /** Begin anew at the end of what is played. */
  readonly isLooping: boolean;
  /** Leave out days on which nothing changed hands. */
  readonly isStoppingAtChangesOnly: boolean;
  /** For how many milliseconds a day stands, the way to `next` included, if that is longer than the speed has it. */
  readonly findStay: ((day: Day, next: Day) => number) | undefined;
  /** Only while playing, and never for readers who asked for little motion. */
  readonly sweep: Sweep | undefined;
  readonly tab: PanelTab;
  readonly sheet: Sheet;
  readonly isPanelOpen: boolean;
  readonly isChartOpen: boolean;
  /** The days the line of time is zoomed to; `undefined`: all of the story. */
  readonly axis: { readonly first: Day; readonly last: Day } | undefined;
  /** The day that is pointed at on the line of time, in all charts at once. */
  readonly cursor: Day | undefined;
  /** Keys of the charts that are in sight in the drawer. */
  readonly chartsInSight: readonly string[];
  readonly dialog: DialogName | undefined;
  /** Key of the kind of export that the dialog is to open with; `undefined`: that of the last time. */
  readonly exportKind?: string | undefined;
  /** The tour of the page is under way. */
  readonly isTouring: boolean;
  readonly message: Message | undefined;
  /** How much of what is being exported is done, from 0 to 1; `undefined`: nothing is. */
  readonly exported: number | undefined;
  /** What is amiss with the map and has not been dismissed. */
  readonly mapTroubles: readonly MapTrouble[];
  /** What the reader points at, on the map or by hovering or focusing its name in a list. */
  readonly pointed: Selection | undefined;
  /** A pin on the map that can be dragged, while a position is looked for. */
  readonly pin?: Position | undefined;
  /** Beside each text that is a translation. */
  readonly areOriginalsShown: boolean;
  /** Events that were clicked on the map, each time a list of its own; the day's list has them open. */
  readonly openEvents?: readonly StoryEvent[] | undefined;
}

export function createSession(hasSelection: boolean, isInStory = false) {
  return createStore<Session>(() => ({
    isPlaying: false,
    speed: 2,
    isLooping: false,
    isStoppingAtChangesOnly: false,
    findStay: undefined,
    sweep: undefined,
    tab: isInStory ? "story" : hasSelection ? "selected" : "day",
    sheet: hasSelection || isInStory ? "half" : "closed",
    isPanelOpen: true,
    isChartOpen: true,
    axis: undefined,
    cursor: undefined,
    chartsInSight: [],
    dialog: undefined,
    isTouring: false,
    message: undefined,
    exported: undefined,
    mapTroubles: [],
    pointed: undefined,
    areOriginalsShown: false,
  }));
}

/** The troubles of the map once one of them is there or gone. */
export function listTroubles(
  before: readonly MapTrouble[],
  trouble: MapTrouble,
  isThere: boolean,
): readonly MapTrouble[] {
  const others = before.filter((other) => other !== trouble);
  return isThere ? [...others, trouble] : others;
}

const SHEETS: readonly Sheet[] = ["closed", "half", "full"];

/** The sheet one step further open (`step` 1) or shut (-1); it stays where it is at either end. */
export function moveSheet(sheet: Sheet, step: 1 | -1): Sheet {
  return SHEETS[SHEETS.indexOf(sheet) + step] ?? sheet;
}

/** A finger that moves so far in so short a time has flicked; slower, it drags. */
const FLICK = { px: 32, milliseconds: 250 } as const;

/**
 * Which way a finger has flicked along a line that runs in the reading direction: 1 on, as a page is turned, -1 back, 0 if it
 * has not. `along` is its way to the right and `down` its way downwards, in CSS pixels.
 */
export function readFlick(
  {
    along,
    down,
    milliseconds,
  }: { readonly along: number; readonly down: number; readonly milliseconds: number },
  direction: "ltr" | "rtl",
): 1 | -1 | 0 {
  const isQuick = milliseconds <= FLICK.milliseconds && Math.abs(along) >= FLICK.px;
  if (!isQuick || Math.abs(along) < 2 * Math.abs(down)) return 0;
  return along < 0 === (direction === "ltr") ? 1 : -1;
}

/** What a vertical drag of the sheet's handle asks for, in CSS pixels, downwards positive. 0: too short to tell. */
export function readSwipe(distance: number): 1 | -1 | 0 {
  if (Math.abs(distance) < 24) return 0;
  return distance < 0 ? 1 : -1;
}
