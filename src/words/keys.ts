import type { ChangeCertainty } from "../core/history/control.ts";

/** How sure a change or claim is, and the state of a place that two sides claim. */
export type CertaintyWord = ChangeCertainty | "contested";

/** Where a settlement's position comes from, as `SOURCES.md` names it. */
export const POSITION_SOURCES = [
  "geonames-wof",
  "geonames",
  "wikipedia-map-module",
  "wikipedia",
  "ocha-cod",
  "estimate",
] as const;
export type PositionSource = (typeof POSITION_SOURCES)[number];

export const SHORTCUT_NAMES = [
  "toggle-play",
  "previous-day",
  "next-day",
  "previous-change",
  "next-change",
  "first-day",
  "last-day",
  "compare",
  "charts",
  "story",
  "previous-step",
  "next-step",
  "filter",
  "layers",
  "table",
  "export",
  "search",
  "help",
  "escape",
] as const;
export type ShortcutName = (typeof SHORTCUT_NAMES)[number];
