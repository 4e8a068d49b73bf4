import type { MapTrouble } from "../../words/map-words.ts";

/** Puts a map into an element; `report` tells the reader what is amiss with it, or no longer is. Returns the clean-up. */
export type MountMap = (
  element: HTMLElement,
  report: (trouble: MapTrouble, isThere: boolean) => void,
) => () => void;
