import { version } from "../../package.json";
import type { Atlas } from "../core/atlas.ts";
import { summariseDay } from "../core/measure/day-summary.ts";
import type { Language } from "../core/names.ts";
import type { View } from "../core/view.ts";
import type { ReaderBase } from "../layers/reader-base.ts";
import type { BaseMap } from "../map/base/base.ts";
import { drawCard } from "../map/page/cards.ts";
import { createPageRenderer } from "../map/page/page-renderer.ts";
import { recordTexts, type TextRecorder } from "../export/pdf/record-texts.ts";
import { describeView } from "../export/provenance/describe-view.ts";
import type { Provenance } from "../export/provenance/provenance.ts";
import type { DrawnPage, ExportPages, PageWish, WordCard } from "../ui/state/export-pages.ts";
import { loadExportWords } from "../words/export-words.ts";
import { describeDay } from "../words/day-sentence.ts";
import { loadWords, wordsOf } from "../words/index.ts";
import { drawCharts } from "./picture-charts.ts";
import { finishAdvance } from "./work-out-advance.ts";

interface ExportSetting {
  readonly atlas: Atlas;
  readonly base: BaseMap;
  readonly readerBase: ReaderBase | undefined;
  readonly settlementTiles: URL | undefined;
  /** Size of the map on the screen in CSS pixels: a picture holds at least what it shows. */
  readonly screen: { readonly width: number; readonly height: number } | undefined;
  /** Of the content of the data set; empty where none could be made. */
  readonly hash: string;
  /** Where the page can be found by everybody; left out where it cannot. */
  readonly publicAddress: string | undefined;
}

/** What draws pages for Export, with a map of its own. Rejects if the data set cannot be drawn. */
export async function openExportPages(setting: ExportSetting): Promise<ExportPages> {
  const { atlas, screen, publicAddress, hash, readerBase } = setting;
  const credits = readerBase ? [readerBase.host, ...readerBase.credits] : [];
  const renderer = await createPageRenderer(setting);

  async function draw(view: View, { charts, notesTexts, ...wish }: PageWish): Promise<DrawnPage> {
    const { language } = view;
    // A picture may speak another language than the page: English where its words do not come.
    const words = [loadWords(language), loadExportWords(language)].map((loading) => loading.catch(() => {}));
    await Promise.all([...words, finishAdvance(atlas, view)]);
    const below = charts && (await drawCharts(atlas, { view, palette: wish.palette }, charts));
    let recorder: TextRecorder | undefined;
    const wrapContext = (context: CanvasRenderingContext2D) => {
      recorder = recordTexts(context);
      return recorder.context;
    };
    const noting = notesTexts === true && { wrapContext };
    const { dataset } = atlas;
    const provenance = provenanceOf(view);
    const url = provenance.permalink ?? "";
    const drawing = await renderer.draw(view, { ...wish, below, url, screen, ...noting });
    return {
      ...drawing,
      texts: recorder?.texts ?? [],
      provenance,
      alternative: describeDay(summariseDay(atlas, view.day), dataset, wordsOf(language)),
    };
  }

  function provenanceOf(view: View): Provenance {
    const { dataset } = atlas;
    return describeView({ dataset, view, hash, credits, publicAddress, version });
  }

  function drawWords(card: WordCard, language: Language, wish: PageWish): HTMLCanvasElement {
    const { widthPx, heightPx, pixelRatio } = wish;
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(widthPx * pixelRatio);
    canvas.height = Math.round(heightPx * pixelRatio);
    const context = canvas.getContext("2d", { alpha: false });
    const { direction, map } = wordsOf(language);
    if (!context) throw new Error(map.pictureTooLarge(canvas.width, canvas.height));
    drawCard(context, card, { ...wish, isRtl: direction === "rtl" });
    return canvas;
  }

  return { draw, drawCard: drawWords, provenanceOf, remove: renderer.remove };
}
