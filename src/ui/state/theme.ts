import { useLayoutEffect, useSyncExternalStore } from "react";
import type { Side } from "../../core/records.ts";
import type { Theme } from "../../core/view.ts";
import { type Palette, palettes } from "../../../styles/palette.ts";
import { toneSides } from "../../../styles/side-tones.ts";

const COLOURS = [
  "paper",
  "panel",
  "raised",
  "rule",
  "ink",
  "muted",
  "focus",
  "amber",
  "amberText",
  "warning",
  "corridor",
  "corridorText",
  "unknown",
  "frontLine",
  "casing",
  "label",
  "labelHalo",
] as const;

/**
 * A palette as CSS custom properties, name to value: `--amber-text`, and `--side-0-mark` for the first of the sides. What is
 * derived here and not in the palette is the shadow: the darkest tone of either theme.
 */
export function toCustomProperties(palette: Palette, sides: readonly Side[]): ReadonlyMap<string, string> {
  const properties = new Map<string, string>([
    ["--shadow", palette.scheme === "light" ? palette.ink : palette.sea],
  ]);
  for (const name of COLOURS) properties.set(`--${toKebabCase(name)}`, palette[name]);
  [...toneSides(palette, sides).values()].forEach(({ mark, text }, index) => {
    properties.set(`--side-${index}-mark`, mark);
    properties.set(`--side-${index}-text`, text);
  });
  return properties;
}

function toKebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

const DARK = "(prefers-color-scheme: dark)";
const STRONG = "(prefers-contrast: more)";

/** Calls back when the system turns dark or light, or asks for more contrast or less. Returns what ends that. */
export function watchScheme(onChange: () => void): () => void {
  const queries = [DARK, STRONG].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener("change", onChange);
  return () => queries.forEach((query) => query.removeEventListener("change", onChange));
}

/** What the system asks for at this moment; more contrast goes before dark or light. */
function findSystemTheme(): Theme {
  if (window.matchMedia(STRONG).matches) return "contrast";
  return window.matchMedia(DARK).matches ? "dark" : "light";
}

/** The palette of a theme; without one, that of the system at this moment. */
export function findPalette(theme: Theme | undefined): Palette {
  return palettes[theme ?? findSystemTheme()];
}

/** The palette of a theme, following the system's where none is asked for. */
export function usePalette(theme: Theme | undefined): Palette {
  return useSyncExternalStore(watchScheme, () => findPalette(theme));
}

const NO_SIDES: readonly Side[] = [];

/** Paints the document in the asked theme, or in the system's, following it when it changes; `sides` have colours too. */
export function useTheme(theme: Theme | undefined, sides: readonly Side[] = NO_SIDES): void {
  const palette = usePalette(theme);
  useLayoutEffect(() => {
    const root = document.documentElement;
    for (const [name, value] of toCustomProperties(palette, sides)) root.style.setProperty(name, value);
    root.style.colorScheme = palette.scheme;
    root.toggleAttribute("data-strong", palette.isStrong);
    for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")) {
      meta.content = palette.panel;
    }
  }, [palette, sides]);
}
