import { type Palette, palettes } from "./palette.ts";

/**
 * The colours of a printed page: white paper, hardly any tint, and patterns that tell sides apart without colour too. Apart from
 * the themes of the page, as only pictures are drawn in it.
 */
export const printPalette: Palette = {
  ...palettes.contrast,
  isStrong: false,
  rule: "#9a9a9a",
  muted: "#4a4f55",
  foreignLand: "#f3f3f1",
  sea: "#e3ecf1",
  river: "#7d9fb2",
  waterLabel: "#2f5468",
  road: "#c4c4c0",
  border: "#6f6f6f",
  amber: "#d39000",
  patternOpacity: 0.62,
  sides: Object.fromEntries(
    Object.entries(palettes.contrast.sides).map(([name, tones]) => [name, { ...tones, tintOpacity: 0.07 }]),
  ) as Palette["sides"],
};
