import {
  converter,
  formatHex,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeRgb,
  parse,
  toGamut,
  useMode,
  wcagContrast,
} from "culori/fn";
import { type Palette, TINT_OPACITY, type Tones } from "./palette.ts";

for (const mode of [modeRgb, modeLrgb, modeOklab, modeOklch]) useMode(mode);
const toOklch = converter("oklch");
const fitIntoRgb = toGamut("rgb", "oklch");

/**
 * A colour of a data set in the strengths of a theme: as it is where it can be seen, else darker or lighter in the same
 * hue until marks have a contrast of 3 on the land and texts of 4.5 on panels (WCAG 2.2, 1.4.11 and 1.4.3).
 *
 * @throws RangeError if it is no colour.
 */
export function toneColour(colour: string, palette: Palette): Tones {
  const mark = strengthen(colour, [palette.land, palette.panel], 3, palette);
  return {
    mark,
    text: strengthen(mark, [palette.panel, palette.raised], 4.5, palette),
    tint: mark,
    tintOpacity: TINT_OPACITY[palette.scheme],
  };
}

const LIGHTNESS_STEP = 0.01;

function strengthen(
  colour: string,
  grounds: readonly string[],
  contrast: number,
  { scheme }: Palette,
): string {
  const parsed = parse(colour);
  if (!parsed) throw new RangeError(`Not a colour: ${JSON.stringify(colour)}`);
  const { l, c, h } = toOklch(parsed);
  const step = scheme === "light" ? -LIGHTNESS_STEP : LIGHTNESS_STEP;
  const isSeen = (hex: string) => grounds.every((ground) => wcagContrast(hex, ground) >= contrast);
  let tried = formatHex(parsed);
  for (let lightness = l; !isSeen(tried) && lightness >= 0 && lightness <= 1; lightness += step) {
    tried = formatHex(fitIntoRgb({ mode: "oklch", l: lightness, c, ...(h === undefined ? {} : { h }) }));
  }
  return tried;
}
