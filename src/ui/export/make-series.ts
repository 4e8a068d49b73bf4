import type { Atlas } from "../../core/atlas.ts";
import type { Day } from "../../core/day.ts";
import { nameFile } from "../../core/file-name.ts";
import { summariseDay } from "../../core/measure/day-summary.ts";
import type { DayRange } from "../../core/view.ts";
import { FORMAT_ENDINGS, type PictureFormat } from "../../export/pages/picture-formats.ts";
import type { SeriesPicture } from "../../export/series/zip-series.ts";
import { describeDay } from "../../words/day-sentence.ts";
import type { ExportWords } from "../../words/export-words.ts";
import { wordsOf } from "../../words/index.ts";
import type { ExportPages } from "../state/export-pages.ts";
import { encodePage, FORMAT_NAMES } from "./encode.ts";
import type { JobTools } from "./job.ts";
import type { MadeFile } from "./made-file.ts";
import { createClock, tellFault, titleOf, viewOn } from "./many-pages.ts";
import type { ChosenPage } from "./page-wish.ts";

export interface SeriesJob {
  readonly atlas: Atlas;
  /** That of one of the days. */
  readonly page: ChosenPage;
  readonly days: readonly Day[];
  /** Those that were chosen from: the archive is named after them. */
  readonly range: DayRange;
  readonly format: PictureFormat;
  readonly words: ExportWords;
}

/** What writes archives comes with the first of them. */
const loadSeriesPart = () =>
  Promise.all([import("../../export/series/zip-series.ts"), import("../../export/files/scratch-file.ts")]);

/** Draws the pictures one after the other, each a file with its sentence. Rejects as {@link makeSeries} does. */
export async function* drawSeries(
  pages: ExportPages,
  { atlas, page: { view, wish }, days, format, words }: SeriesJob,
  { signal, tell }: JobTools,
  onFormat: (format: PictureFormat) => void = () => {},
): AsyncGenerator<SeriesPicture> {
  const clock = createClock(words.film);
  const title = titleOf(atlas, { view, wish });
  for (const [index, day] of days.entries()) {
    const share = index / days.length;
    tell(share, [words.film.atPicture(index + 1, days.length), clock(share)].filter(Boolean).join(" · "));
    const shown = viewOn(view, day);
    const drawn = await pages.draw(shown, { ...wish, notesTexts: format === "pdf", signal });
    const encoded = await encodePage(drawn, format);
    if (!encoded) throw new Error(words.notEncoded);
    onFormat(encoded.format);
    yield {
      name: nameFile([day, title], FORMAT_ENDINGS[encoded.format]),
      day,
      sentence: describeDay(summariseDay(atlas, day), atlas.dataset, wordsOf(view.language)),
      content: encoded.blob,
    };
  }
}

/** A picture for each day in one archive. Rejects with a sentence for the reader, or with the reason of the signal. */
export async function makeSeries(pages: ExportPages, job: SeriesJob, tools: JobTools): Promise<MadeFile> {
  const { atlas, page, range, format, words } = job;
  const [{ zipSeries }, { openScratchFile }] = await loadSeriesPart();
  let written = format;
  const pictures = () => drawSeries(pages, job, tools, (given) => (written = given));
  try {
    const content = await zipSeries({ pictures, openFile: openScratchFile, signal: tools.signal });
    const note = words.otherFormat(FORMAT_NAMES[format], FORMAT_NAMES[written]);
    const file = nameFile([titleOf(atlas, page), range.first, range.last], "zip");
    return { content, file, ...(written !== format && { note }) };
  } catch (error) {
    throw tellFault(error, words.film);
  }
}
