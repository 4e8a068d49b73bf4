import { version } from "../../package.json";
import type { Atlas } from "../core/atlas.ts";
import { summariseDay } from "../core/measure/day-summary.ts";
import { encodeView, type View } from "../core/view.ts";
import type { ReaderBase } from "../layers/reader-base.ts";
import type { BaseMap } from "../map/base/base.ts";
import { createPageRenderer, type PageDrawing } from "../map/page/page-renderer.ts";
import { recordTexts, type TextRecorder } from "../export/pdf/record-texts.ts";
import { describeView } from "../export/provenance/describe-view.ts";
import type { DrawnPage, ExportPages, PageWish } from "../ui/state/export-pages.ts";
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
  const { atlas, screen, publicAddress, hash } = setting;
  const renderer = await createPageRenderer(setting);

  async function draw(view: View, { charts, notesTexts, take, ...wish }: PageWish): Promise<DrawnPage> {
    const { language } = view;
    // A picture may speak another language than the page: English where its words do not come.
    const words = [loadWords(language), loadExportWords(language)].map((loading) => loading.catch(() => {}));
    await Promise.all([...words, finishAdvance(atlas, view)]);
    const below = charts && (await drawCharts(atlas, { view, palette: wish.palette }, charts));
    const url = publicAddress === undefined ? "" : `${publicAddress}?${encodeView(view)}`;
    let recorder: TextRecorder | undefined;
    const wrapContext = (context: CanvasRenderingContext2D) => {
      recorder = recordTexts(context);
      return recorder.context;
    };
    const noting = notesTexts === true && { wrapContext };
    const { dataset } = atlas;
    const { readerBase } = setting;
    const credits = readerBase ? [readerBase.host, ...readerBase.credits] : [];
    const describe = (drawing: PageDrawing) => ({
      ...drawing,
      texts: recorder?.texts ?? [],
      provenance: describeView({ dataset, view, hash, credits, publicAddress, version }),
      alternative: describeDay(summariseDay(atlas, view.day), dataset, wordsOf(language)),
    });
    const taking = take && { take: (drawing: PageDrawing) => take(describe(drawing)) };
    return describe(await renderer.draw(view, { ...wish, below, url, screen, ...noting, ...taking }));
  }

  return { draw, remove: renderer.remove };
}
