import { formatOklch, measureContrast, toOklch } from "./oklch.ts";
import { isSideColour, type Side } from "../src/core/records.ts";
import type { Palette, Tones } from "./palette.ts";

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

const toned = new WeakMap<readonly Side[], Map<Palette, ReadonlyMap<string, SideTones>>>();

/** The looks of all sides of a data set in a theme, by id. Worked out once for the same two objects. */
export function toneSides(palette: Palette, sides: readonly Side[]): ReadonlyMap<string, SideTones> {
  const byPalette = toned.get(sides) ?? new Map<Palette, ReadonlyMap<string, SideTones>>();
  toned.set(sides, byPalette);
  const known = byPalette.get(palette);
  if (known) return known;
  const tones = new Map(
    sides.map(({ id, colour }, index) => {
      const ofColour = isSideColour(colour) ? palette.sides[colour] : toneColour(colour, palette);
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

/** How strong the pattern of inferred ground is. */
export const INFERRED_OPACITY = 0.4;

/** The pattern of a side's ground where that is inferred: never plain, for it has no tint, and each its own too. */
export function findInferredPattern(index: number): Pattern {
  return PATTERNS[1 + (index % (PATTERNS.length - 1))] ?? "diagonal";
}

/**
 * A colour of a data set in the strengths of a theme: as it is where it can be seen, else darker or lighter in the same
 * hue until marks have a contrast of 3 on the land and texts of 4.5 on panels (WCAG 2.2, 1.4.11 and 1.4.3), or 4.5 and 7 in
 * the theme of high contrast (1.4.6).
 *
 * @throws RangeError if it is no colour.
 */
export function toneColour(colour: string, palette: Palette): Tones {
  const [ofMarks, ofTexts] = palette.isStrong ? [4.5, 7] : [3, 4.5];
  const mark = strengthen(colour, [palette.land, palette.panel], ofMarks, palette);
  return {
    mark,
    text: strengthen(mark, [palette.panel, palette.raised], ofTexts, palette),
    tint: mark,
    tintOpacity: palette.scheme === "light" ? 0.13 : 0.16,
  };
}

const LIGHTNESS_STEP = 0.01;

function strengthen(
  colour: string,
  grounds: readonly string[],
  contrast: number,
  { scheme }: Palette,
): string {
  const { l, c, h } = toOklch(colour);
  const step = scheme === "light" ? -LIGHTNESS_STEP : LIGHTNESS_STEP;
  const isSeen = (hex: string) => grounds.every((ground) => measureContrast(hex, ground) >= contrast);
  let tried = colour;
  for (let lightness = l; !isSeen(tried) && lightness >= 0 && lightness <= 1; lightness += step) {
    tried = formatOklch({ l: lightness, c, h });
  }
  return tried;
}
