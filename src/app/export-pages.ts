import type { Atlas } from "../core/atlas.ts";
import { encodeView, type View } from "../core/view.ts";
import type { ReaderBase } from "../layers/reader-base.ts";
import type { BaseMap } from "../map/base/base.ts";
import { createPageRenderer } from "../map/page/page-renderer.ts";
import type { ExportPages, PageWish } from "../ui/state/export-pages.ts";
import { loadExportWords } from "../words/export-words.ts";
import { loadWords } from "../words/index.ts";
import { drawCharts } from "./picture-charts.ts";
import { finishAdvance } from "./work-out-advance.ts";

interface ExportSetting {
  readonly atlas: Atlas;
  readonly base: BaseMap;
  readonly readerBase: ReaderBase | undefined;
  readonly settlementTiles: URL | undefined;
  /** Size of the map on the screen in CSS pixels: a picture holds at least what it shows. */
  readonly screen: { readonly width: number; readonly height: number } | undefined;
  /** Where the page can be found by everybody; left out where it cannot. */
  readonly publicAddress: string | undefined;
}

/** What draws pages for Export, with a map of its own. Rejects if the data set cannot be drawn. */
export async function openExportPages(setting: ExportSetting): Promise<ExportPages> {
  const { atlas, screen, publicAddress } = setting;
  const renderer = await createPageRenderer(setting);

  async function draw(view: View, { charts, ...wish }: PageWish) {
    const { language } = view;
    // A picture may speak another language than the page: English where its words do not come.
    const words = [loadWords(language), loadExportWords(language)].map((loading) => loading.catch(() => {}));
    await Promise.all([...words, finishAdvance(atlas, view)]);
    const below = charts && (await drawCharts(atlas, { view, palette: wish.palette }, charts));
    const url = publicAddress === undefined ? "" : `${publicAddress}?${encodeView(view)}`;
    return renderer.draw(view, { ...wish, below, url, screen });
  }

  return { draw, remove: renderer.remove };
}
