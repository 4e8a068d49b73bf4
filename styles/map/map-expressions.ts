import type { ExpressionSpecification } from "maplibre-gl";
import type { Side } from "../../src/core/records.ts";
import type { Script } from "../../src/core/names.ts";
import type { LabelScript } from "../../src/core/view.ts";
import type { Palette } from "../palette.ts";
import { type SideTones, toneSides } from "../side-tones.ts";

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

interface Colouring {
  readonly palette: Palette;
  readonly sides: readonly Side[];
}

/** The colour of the side whose id `id` yields; the colour of unknown ground for anything else. */
export function sideColour(
  { palette, sides }: Colouring,
  id: ExpressionSpecification,
  tone: (tones: SideTones) => string,
): ExpressionSpecification {
  return matchSide(
    id,
    [...toneSides(palette, sides)].map(([side, tones]) => [side, tone(tones)]),
    palette.unknown,
  );
}

/** What goes with the side, or the side and something else, that `id` yields. */
export function matchSide<Value extends string | number>(
  id: ExpressionSpecification,
  values: readonly (readonly [string, Value])[],
  otherwise: Value,
): ExpressionSpecification {
  // `match` must have something to compare with.
  if (values.length === 0) return ["literal", otherwise] as unknown as ExpressionSpecification;
  return ["match", id, ...values.flat(), otherwise] as unknown as ExpressionSpecification;
}

/** Arabic letters read smaller than Latin ones of the same size. */
const ARABIC_SCALE = 1.08;

interface Naming {
  readonly labels: LabelScript;
  readonly scripts: readonly Script[];
}

/**
 * The name in the asked-for script, else in whatever other there is; in "both", that of the first two scripts of the data
 * set, one under the other or parted by `separator`.
 */
export function nameIn({ labels, scripts }: Naming, separator = "\n"): ExpressionSpecification {
  const [first = "latin", second] = scripts;
  const wanted = labels === "both" ? first : labels;
  const inOrder = [wanted, ...scripts.filter((script) => script !== wanted)];
  const one = [
    "case",
    ...inOrder.flatMap((script) => [
      ["has", script],
      ["format", ...writeIn(script)],
    ]),
    "",
  ];
  if (labels !== "both" || second === undefined) return one as unknown as ExpressionSpecification;
  const both = ["format", ...writeIn(first), separator, {}, ...writeIn(second)];
  const hasBoth = ["all", ["has", first], ["has", second]];
  return ["case", hasBoth, both, one] as unknown as ExpressionSpecification;
}

function writeIn(script: Script): unknown[] {
  return [["get", script], script === "arabic" ? { "font-scale": ARABIC_SCALE } : {}];
}
