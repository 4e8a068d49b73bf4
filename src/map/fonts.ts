/** One letter of each file the names need, accents included: a font file is only loaded for text it covers. */
const SAMPLE = "Aāع";
const WEIGHTS = [400, 500, 600, 700];
/** Names drawn in a stand-in face are better than a map that never comes. */
const PATIENCE_MS = 4000;

/**
 * Loads the page's fonts, so that the first label is already drawn in them: MapLibre keeps the glyphs it has once
 * drawn. Resolves also when they cannot be loaded, or after a few seconds.
 */
export async function loadMapFonts(): Promise<void> {
  const fonts = ["Inter Variable", "Noto Sans Arabic Variable"].flatMap((family) =>
    WEIGHTS.map((weight) => document.fonts.load(`${weight} 16px "${family}"`, SAMPLE)),
  );
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([Promise.allSettled(fonts), patience]);
}
