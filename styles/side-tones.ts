import { isSideColour, type Side } from "../src/core/records.ts";
import { type Palette, TINT_OPACITY, type Tones } from "./palette.ts";

/** The patterns that tell sides apart besides their hue. */
export const PATTERNS = [
  "plain",
  "diagonal",
  "level",
  "dots",
  "upright",
  "counter",
  "grid",
  "cross",
] as const;
export type Pattern = (typeof PATTERNS)[number];

/** A side's colour in its strengths, and its pattern. */
export interface SideTones extends Tones {
  readonly pattern: Pattern;
}

type ToneColour = typeof import("./tone-colour.ts").toneColour;

/** Colours that a data set has made up take a library to tone; most data sets have none. */
let toneColour: ToneColour | undefined;

/**
 * Loads what it takes to tone these sides, which must be done before {@link toneSides} is asked for them: until then, and
 * where it cannot be fetched, colours that are none of the palette's stay as the data set has them, seen or not.
 */
export async function prepareTones(sides: readonly Side[]): Promise<void> {
  if (toneColour || sides.every(({ colour }) => isSideColour(colour))) return;
  ({ toneColour } = await import("./tone-colour.ts"));
}

const toned = new WeakMap<readonly Side[], Map<Palette, ReadonlyMap<string, SideTones>>>();

/** The looks of all sides of a data set in a theme, by id. Worked out once for the same two objects. */
export function toneSides(palette: Palette, sides: readonly Side[]): ReadonlyMap<string, SideTones> {
  const byPalette = toned.get(sides) ?? new Map<Palette, ReadonlyMap<string, SideTones>>();
  toned.set(sides, byPalette);
  const known = byPalette.get(palette);
  if (known) return known;
  const tones = new Map(
    sides.map(({ id, colour }, index) => {
      const ofColour = isSideColour(colour) ? palette.sides[colour] : tone(colour, palette);
      return [id, { ...ofColour, pattern: findPattern(index) }];
    }),
  );
  byPalette.set(palette, tones);
  return tones;
}

/** The pattern of the side that stands at `index` in the data set: each its own, and from the ninth on again. */
export function findPattern(index: number): Pattern {
  return PATTERNS[index % PATTERNS.length] ?? "plain";
}

function tone(colour: string, palette: Palette): Tones {
  if (toneColour) return toneColour(colour, palette);
  return { mark: colour, text: colour, tint: colour, tintOpacity: TINT_OPACITY[palette.scheme] };
}
