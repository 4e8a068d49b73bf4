import { PAGE_SIZES, type PageSize } from "../../export/pages/page-sizes.ts";
import type { PagePreset } from "../../words/export-words.ts";

/** The size of a page that is offered by name; that of the screen is that of the window. */
export function findSize(preset: PagePreset, own: PageSize): PageSize {
  if (preset === "own") return own;
  return preset === "screen" ? measureWindow() : PAGE_SIZES[preset];
}

function measureWindow(): PageSize {
  const density = Math.min(4, Math.max(1, Math.ceil(8 * window.devicePixelRatio) / 8));
  const { innerWidth, innerHeight } = window;
  return {
    widthPx: Math.round(innerWidth * density),
    heightPx: Math.round(innerHeight * density),
    density,
  };
}
