import { printPalette } from "../../../styles/print-palette.ts";
import type { Palette } from "../../../styles/palette.ts";
import type { View } from "../../core/view.ts";
import type { OpenCharts } from "../state/dashboard.ts";
import type { PageWish } from "../state/export-pages.ts";
import { findPalette } from "../state/theme.ts";
import type { PageChoice, PageDraft } from "./choice.ts";
import { findSize, toCss } from "./presets.ts";

/** What a page shows, as a reader has chosen it. */
export interface ChosenPage {
  readonly view: View;
  readonly wish: PageWish;
}

/** The view and the wish that a reader's choice comes to; `charts` are those that can be put on the page. */
export function choosePage(
  view: View,
  choice: PageChoice,
  { title, subtitle, language = view.language, logo }: PageDraft,
  charts: OpenCharts,
): ChosenPage {
  const { parts, theme, preset, own } = choice;
  const compared = parts.comparison ? view.compared : undefined;
  return {
    view: { ...view, language, compared },
    wish: {
      ...toCss(findSize(preset, own)),
      palette: findPicturePalette(theme, view),
      charts: parts.charts ? charts : undefined,
      parts: {
        title: title.trim() === "" ? undefined : title.trim(),
        subtitle: subtitle.trim(),
        hasSentence: parts.sentence,
        hasChanges: parts.changes,
        hasLegend: parts.legend,
        hasScale: parts.scale,
        hasNorth: parts.north,
        ...(logo && { logo }),
      },
    },
  };
}

function findPicturePalette(theme: PageChoice["theme"], view: View): Palette {
  if (theme === "print") return printPalette;
  return findPalette(theme === "page" ? view.theme : theme);
}
