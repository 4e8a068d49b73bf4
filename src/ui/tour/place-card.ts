export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A box in the window, from its left upper corner, in CSS pixels. */
export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

/** Between the card and the thing, and around either. */
const GAP = 12;
/** A thing that fills so much of the window has the card upon it: beside it there is room for little. */
const LARGE = 0.4;

/**
 * The left upper corner of a card that tells of a thing: below it, above it, on its end or its start, whichever has room first, at
 * its middle as far as the window goes; upon its lower part where it is large or leaves no room. Always within the window
 * if the card is smaller than that.
 */
export function placeCard(
  thing: Box,
  card: Size,
  window: Size,
  direction: "ltr" | "rtl",
): Omit<Box, keyof Size> {
  const clamp = (at: number, length: number, room: number) =>
    Math.max(GAP, Math.min(at, room - length - GAP));
  const left = clamp(thing.left + (thing.width - card.width) / 2, card.width, window.width);
  const top = clamp(thing.top + (thing.height - card.height) / 2, card.height, window.height);
  const below = { left, top: thing.top + thing.height + GAP };
  const above = { left, top: thing.top - card.height - GAP };
  const right = { left: thing.left + thing.width + GAP, top };
  const before = { left: thing.left - card.width - GAP, top };
  const sides = direction === "ltr" ? [right, before] : [before, right];
  const isWithin = (corner: Omit<Box, keyof Size>) =>
    corner.left >= GAP &&
    corner.top >= GAP &&
    corner.left + card.width <= window.width - GAP &&
    corner.top + card.height <= window.height - GAP;
  const isLarge = thing.width * thing.height > LARGE * window.width * window.height;
  const beside = isLarge ? undefined : [below, above, ...sides].find(isWithin);
  const lower = clamp(thing.top + thing.height - card.height - 4 * GAP, card.height, window.height);
  return beside ?? { left, top: lower };
}
