import type { Atlas } from "../core/atlas.ts";
import { buildAtlas } from "../core/atlas.ts";
import { listCharts } from "../core/measure/charts.ts";
import { viewOfStep } from "../core/narrative.ts";
import type { View } from "../core/view.ts";
import type { LaterParts } from "../data/later-parts.ts";
import { loadNarrative } from "../data/narrative-part.ts";
import type { Order, OrderNews, PageOrder } from "../export/pages/order.ts";
import { findLiveStory } from "../open/live.ts";
import { EMPTY_DRAFT, type PageChoice } from "../ui/export/choice.ts";
import type { JobTools } from "../ui/export/job.ts";
import type { MadeFile } from "../ui/export/made-file.ts";
import { makeFilm } from "../ui/export/make-film.ts";
import { makePicture } from "../ui/export/make-picture.ts";
import { drawSeries, makeSeries } from "../ui/export/make-series.ts";
import { choosePageOfRow, viewOn } from "../ui/export/many-pages.ts";
import { choosePage, type ChosenPage, listUsualCharts } from "../ui/export/page-wish.ts";
import type { ExportPages } from "../ui/state/export-pages.ts";
import { loadExportWords } from "../words/export-words.ts";
import { loadWords } from "../words/index.ts";
import { findPublicAddress } from "./address.ts";
import { openExportPages } from "./export-pages.ts";
import { openView } from "./open-view.ts";
import { groundData } from "./story.ts";

/** A data set, and what draws pages of it. */
interface Studio {
  readonly atlas: Atlas;
  readonly later: LaterParts;
  readonly pages: ExportPages;
}

/** What was asked for cannot be: the fault is in the order. */
class Refused extends Error {}

/**
 * Makes what the command line has asked for, in place of the dashboard and by the code of its Export, and hands it in at an address
 * of the command line's own server (`src/cli/order-desk.ts`), which alone puts that address into the page.
 */
export async function takeOrders(desk: string): Promise<void> {
  const tell = (news: OrderNews) => post(`${desk}news`, JSON.stringify(news));
  // The connection stays for as long as this page does: should it die, the command line is not left waiting.
  void fetch(`${desk}watch`).catch(() => {});
  try {
    const order = (await (await fetch(`${desk}order`)).json()) as Order;
    const studio = await openStudio();
    let note = "";
    const tools: JobTools = {
      signal: new AbortController().signal,
      tell: (share, text) => {
        note = text ?? note;
        void tell({ kind: "progress", share, note }).catch(() => {});
      },
    };
    for await (const made of carryOut(order, studio, tools)) {
      if (made.note !== undefined) await tell({ kind: "note", text: made.note });
      await post(`${desk}file?name=${encodeURIComponent(made.file)}`, made.content);
    }
    await tell({ kind: "done" });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await tell({ kind: "failed", reason, isAsked: error instanceof Refused });
  }
}

async function post(address: string, body: BodyInit): Promise<void> {
  const response = await fetch(address, { method: "POST", body });
  if (!response.ok) throw new Error(await response.text());
}

async function openStudio(): Promise<Studio> {
  const live = findLiveStory();
  if (!live) throw new Error("No data set is named");
  const loaded = await live.read();
  const { later, hash } = loaded;
  const { atlas, base, wholeBase } = await groundData(buildAtlas(loaded.dataset, loaded.trace), hash);
  const whole = (await wholeBase?.().catch(() => undefined)) ?? base;
  const pages = await openExportPages({
    atlas,
    base: whole,
    readerBase: undefined,
    settlementTiles: live.settlementTiles,
    screen: undefined,
    hash,
    publicAddress: findPublicAddress(),
  });
  return { atlas, later, pages };
}

async function* carryOut(order: Order, studio: Studio, tools: JobTools): AsyncGenerator<MadeFile> {
  const { atlas, pages } = studio;
  // What is said to whoever asked is in the language of the command line.
  const words = await loadExportWords("en");
  if (order.kind === "pictures") {
    const { format } = order;
    const count = order.pages.length;
    for (const [index, wanted] of order.pages.entries()) {
      const page = await readPage(wanted, studio);
      const own = {
        ...tools,
        tell: (share: number) => tools.tell((index + share) / count, words.film.atPicture(index + 1, count)),
      };
      const made = await makePicture(pages, { atlas, page, format, words }, own);
      const ending = made.file.split(".").at(-1);
      yield { ...made, ...(wanted.name !== "" && { file: `${wanted.name}.${ending}` }) };
    }
    return;
  }
  const { days } = order;
  const chosen = await readPage(order.page, studio);
  const row = days.map((day) => viewOn(chosen.view, day));
  const view = row[0];
  const [first, last] = [days[0], days.at(-1)];
  if (!view || first === undefined || last === undefined) throw new Refused("there is no day to draw");
  const page = choosePageOfRow({ ...chosen, view }, order.page.size, row);
  if (order.kind === "film") {
    const { film } = order;
    const job = { atlas, page, size: order.page.size, days, film, credits: [], words: words.film };
    yield makeFilm(pages, job, tools);
    return;
  }
  const job = { atlas, page, days, range: { first, last }, format: order.format, words };
  if (order.isArchive) {
    yield makeSeries(pages, job, tools);
    return;
  }
  for await (const { name, content } of drawSeries(pages, job, tools))
    yield { file: name, content: new Blob([content]) };
}

/** @throws Refused if the address of the view asks for what is not there. */
async function readPage(order: PageOrder, { atlas, later }: Studio): Promise<ChosenPage> {
  const { view: asked, problems } = openView(atlas, order.query, undefined);
  const [problem] = problems;
  if (problem) {
    const { parameter, found } = problem;
    throw new Refused(`the view asks for ${parameter}=${found}, which cannot be shown`);
  }
  const view = await showStep(asked, atlas, later);
  const { language } = view;
  await Promise.all([loadWords(language), loadExportWords(language)]);
  document.documentElement.lang = language;
  const { size, theme, parts, title, subtitle } = order;
  const choice: PageChoice = { preset: "own", own: size, format: "png", theme, parts };
  return choosePage(view, choice, { ...EMPTY_DRAFT, title, subtitle }, listUsualCharts(atlas));
}

/** The map that a step is told for, as on a laptop; what it shows is to be seen on any other. */
const STEP_FRAME = {
  width: 1100,
  height: 760,
  margins: { top: 40, right: 40, bottom: 40, left: 40 },
};

/** A step of the narrative decides what is shown beside it. */
async function showStep(view: View, atlas: Atlas, later: LaterParts): Promise<View> {
  if (view.step === undefined) return view;
  const { steps } = await loadNarrative(later);
  const step = steps.find(({ id }) => id === view.step);
  if (!step) throw new Refused(`the story has no step ${view.step}`);
  const charts = listCharts(atlas).map(({ key }) => key);
  return { ...view, ...viewOfStep(step, STEP_FRAME, charts) };
}
