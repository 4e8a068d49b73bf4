import { printPalette } from "../../../styles/print-palette.ts";
import type { Palette } from "../../../styles/palette.ts";
import type { Atlas } from "../../core/atlas.ts";
import { listCharts } from "../../core/measure/charts.ts";
import type { View } from "../../core/view.ts";
import { toCss } from "../../export/pages/page-sizes.ts";
import type { OpenCharts } from "../state/dashboard.ts";
import type { PageWish } from "../state/export-pages.ts";
import { findPalette } from "../state/theme.ts";
import type { PageChoice, PageDraft } from "./choice.ts";
import { findSize } from "./presets.ts";

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

/** So many charts are offered where none are open. */
const USUAL_CHARTS = 2;

/** The charts that can be put on a page where none are open: the first that the data set has numbers for, over all its days. */
export function listUsualCharts(atlas: Atlas): OpenCharts {
  return {
    keys: listCharts(atlas)
      .map(({ key }) => key)
      .slice(0, USUAL_CHARTS),
    axis: undefined,
  };
}

function findPicturePalette(theme: PageChoice["theme"], view: View): Palette {
  if (theme === "print") return printPalette;
  return findPalette(theme === "page" ? view.theme : theme);
}
