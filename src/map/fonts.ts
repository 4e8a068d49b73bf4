import type { LayerSpecification, StyleSpecification } from "maplibre-gl";

/** One letter of each file the names need, accents included: a font file is only loaded for text it covers. */
const SAMPLE = "Aāع";
const WEIGHTS = [400, 500, 600, 700];
/** Names drawn in a stand-in face are better than a map that never comes. */
const PATIENCE_MS = 4000;
const FAMILIES: readonly string[] = ["Inter Variable", "Noto Sans Arabic Variable"];

/** What has become of the page's fonts: `late` ones may still come, and whoever asks for them then waits. */
export type FontState = "loaded" | "failed" | "late";

/**
 * Loads the page's fonts, so that the first label is already drawn in them: MapLibre keeps the glyphs it has once
 * drawn. Resolves also when they cannot be loaded, or after a few seconds.
 */
export async function loadMapFonts(): Promise<FontState> {
  const fonts = FAMILIES.flatMap((family) =>
    WEIGHTS.map((weight) => document.fonts.load(`${weight} 16px "${family}"`, SAMPLE)),
  );
  const loading = Promise.all(fonts).then(
    () => "loaded" as const,
    () => "failed" as const,
  );
  const patience = new Promise<FontState>((resolve) => setTimeout(resolve, PATIENCE_MS, "late"));
  return Promise.race([loading, patience]);
}

/**
 * The style with its text in whatever the browser has, if the page's fonts are late: MapLibre draws nothing at all
 * until a font that a style names has come or failed.
 */
export function writeIn(fonts: FontState, style: StyleSpecification): StyleSpecification {
  return fonts === "late" ? { ...style, layers: style.layers.map(dropPageFonts) } : style;
}

function dropPageFonts(layer: LayerSpecification): LayerSpecification {
  if (layer.type !== "symbol" || !Array.isArray(layer.layout?.["text-font"])) return layer;
  const [...names] = layer.layout["text-font"] as readonly string[]; // No layer chooses its font by an expression.
  const kept = names.filter((name) => !FAMILIES.includes(name));
  return { ...layer, layout: { ...layer.layout, "text-font": [...kept, "sans-serif"] } };
}
