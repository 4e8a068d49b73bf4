import type { Side } from "../../src/core/records.ts";
import type { Palette } from "../palette.ts";
import { formatOklch, toOklch } from "../oklch.ts";
import { toneSides } from "../side-tones.ts";
import { groundName } from "./map-images.ts";

/** A side's hue has this many shades of ground, from light (0: early) to dark (the last: late). */
export const SHADE_COUNT = 17;
const LIGHTEST = 0.88;
const DARKEST = { light: 0.4, dark: 0.44 } as const;
/** How much of the colour is left in the lightest shade. */
const PALEST = 0.5;
/** How far in lightness the pattern stands out. */
const INK_STEP = 0.13;

/** The shade of a stretch of days, by its number among all of them. */
export function chooseShade(index: number, count: number): number {
  return count < 2 ? SHADE_COUNT >> 1 : Math.round((index * (SHADE_COUNT - 1)) / (count - 1));
}

/** The colour of a shade of a side's mark, and that of the side's pattern on it; both `#rrggbb`. */
export function shadeMark(mark: string, shade: number, { scheme }: Palette): { fill: string; ink: string } {
  const { c, h } = toOklch(mark);
  const share = shade / (SHADE_COUNT - 1);
  const lightness = LIGHTEST + (DARKEST[scheme] - LIGHTEST) * share;
  const chroma = c * (PALEST + (1 - PALEST) * share);
  const write = (l: number) => formatOklch({ l, c: chroma, h });
  const isDark = lightness < 0.62;
  return { fill: write(lightness), ink: write(lightness + (isDark ? INK_STEP : -INK_STEP)) };
}

/** The names of the images for all shades of all sides: [side, shade, name]. */
export function listGroundImages(
  palette: Palette,
  sides: readonly Side[],
): readonly (readonly [side: string, shade: number, name: string])[] {
  return [...toneSides(palette, sides)].flatMap(([side, { mark, pattern }]) =>
    Array.from({ length: SHADE_COUNT }, (_, shade) => {
      const { fill, ink } = shadeMark(mark, shade, palette);
      return [side, shade, groundName(pattern, fill, ink)] as const;
    }),
  );
}
