import type { MapTrouble } from "../../words/map-words.ts";
import type { Pointing } from "./pointing.ts";
import type { Sweep } from "./session.ts";

/**
 * Puts a map into an element; `report` tells the reader what is amiss with it, or no longer is, and `watchSweep` calls
 * back whenever the ground is to set out for the next day, or to stand; `pointing` joins what the reader points at on the map
 * and in the lists. Returns the clean-up.
 */
export type MountMap = (
  element: HTMLElement,
  report: (trouble: MapTrouble, isThere: boolean) => void,
  watchSweep: (onSweep: (sweep: Sweep | undefined) => void) => () => void,
  pointing: Pointing,
) => () => void;
