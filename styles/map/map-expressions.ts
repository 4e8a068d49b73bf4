import type { ExpressionSpecification } from "maplibre-gl";
import { SIDE_COLOURS } from "../../src/core/records.ts";
import type { Palette, SideTones } from "../palette.ts";

/** Families of the page's own fonts: a style without `glyphs` draws its text from these. */
const FAMILIES: readonly string[] = ["Inter Variable", "Noto Sans Arabic Variable"];

/**
 * Font stacks of the three weights. MapLibre takes the weight from the first name of a stack, so a family that
 * exists nowhere sets the weight and leaves the drawing to the next.
 */
export const mapFonts = {
  regular: [...FAMILIES],
  medium: ["medium", ...FAMILIES],
  semibold: ["semibold", ...FAMILIES],
} as const satisfies Record<string, string[]>;

/** A number that grows with the zoom, straight between the given [zoom, value] stops. */
export function byZoom(
  ...stops: readonly (readonly [zoom: number, value: number])[]
): ExpressionSpecification {
  return ["interpolate", ["linear"], ["zoom"], ...stops.flat()] as unknown as ExpressionSpecification;
}

/** Like {@link byZoom} with one value per importance (1, 2, 3) at each stop. */
export function byZoomAndImportance(
  ...stops: readonly (readonly [zoom: number, first: number, second: number, third: number])[]
): ExpressionSpecification {
  const outputs = stops.flatMap(([zoom, first, second, third]) => [
    zoom,
    ["match", ["get", "importance"], 1, first, 2, second, third],
  ]);
  return ["interpolate", ["linear"], ["zoom"], ...outputs] as unknown as ExpressionSpecification;
}

/** The colour of the side whose palette name `name` yields; the colour of unknown ground for anything else. */
export function sideColour(
  palette: Palette,
  name: ExpressionSpecification,
  tone: (tones: SideTones) => string,
): ExpressionSpecification {
  const pairs = SIDE_COLOURS.flatMap((colour) => [colour, tone(palette.sides[colour])]);
  return ["match", name, ...pairs, palette.unknown] as unknown as ExpressionSpecification;
}
