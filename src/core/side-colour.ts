import { isSideColour, SIDE_COLOURS } from "./records.ts";

/** The colour of a side as `#rrggbb`, in the light theme. */
export function toHex(colour: string): string {
  return isSideColour(colour) ? SIDE_COLOURS[colour] : colour;
}
