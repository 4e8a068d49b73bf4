import type { Atlas } from "../../core/atlas.ts";
import type { Day } from "../../core/day.ts";
import { nameFile } from "../../core/file-name.ts";
import type { Film, FormatFault } from "../../export/film/encode-film.ts";
import { extensionOf, type FilmFormat } from "../../export/film/film-formats.ts";
import { countFrames, type FilmShot, listSampleScenes, planFilm } from "../../export/film/timeline.ts";
import type { FilmOrder } from "../../export/pages/order.ts";
import type { PageSize } from "../../export/pages/page-sizes.ts";
import type { Provenance } from "../../export/provenance/provenance.ts";
import { loadExportWords } from "../../words/export-words.ts";
import type { FilmWords } from "../../words/film-words.ts";
import type { ExportPages } from "../state/export-pages.ts";
import { drawFrames, drawScene, writeCards } from "./film-frames.ts";
import type { JobTools } from "./job.ts";
import type { MadeFile } from "./made-file.ts";
import { createClock, hasChanges, movesOn, tellFault, titleOf } from "./many-pages.ts";
import type { ChosenPage } from "./page-wish.ts";

export const FRAMES_PER_SECOND = 24;
/** In seconds. */
const TITLE_STAYS = 2;
const SOURCES_STAY = 3;

/** As formats are called, in every language. */
export const FILM_FORMAT_NAMES: Readonly<Record<FilmFormat, string>> = {
  mp4: "MP4 (H.264)",
  "webm-vp9": "WebM (VP9)",
  "webm-av1": "WebM (AV1)",
  gif: "GIF",
};

/** What encodes films comes with the form, as it knows what the browser can do. */
export const loadFilmPart = () =>
  Promise.all([
    import("../../export/film/encode-film.ts"),
    import("../../export/film/video.ts"),
    import("../../export/files/scratch-file.ts"),
  ]);

export interface FilmJob {
  readonly atlas: Atlas;
  /** That of one of the days. */
  readonly page: ChosenPage;
  readonly size: PageSize;
  /** In order, without a gap; at least one. */
  readonly days: readonly Day[];
  readonly film: FilmOrder;
  /** Whose work is on the map besides the data set's. */
  readonly credits: readonly string[];
  /** Of whoever asked; what stands in the film is in its own language. */
  readonly words: FilmWords;
}

/** Two maps have each a day of their own: neither is on its way to the next. */
export function canMove({ view }: ChosenPage): boolean {
  return view.compared === undefined;
}

/** Draws and encodes a film. Rejects with a sentence for the reader, or with the reason of the signal. */
export async function makeFilm(
  pages: ExportPages,
  { atlas, page, size, days, film, credits, words }: FilmJob,
  { signal, tell }: JobTools,
): Promise<MadeFile> {
  const [{ encodeFilm, NoFilmFormat }, , { openScratchFile }] = await loadFilmPart();
  const hasMotion = film.hasMotion && canMove(page);
  const shots = planShots(atlas, days, { ...film, hasMotion });
  const frameCount = countFrames(shots);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError("A film has a day at least");
  const { language } = page.view;
  const own = await loadExportWords(language).catch(() => undefined);
  const cardContent = { atlas, page, days: [first, last], count: days.length, hasMotion, credits } as const;
  const content = { atlas, page, cards: writeCards(cardContent, own?.film ?? words) };
  const clock = createClock(words);
  const title = titleOf(atlas, page);
  try {
    const made = await encodeFilm({
      frames: () => drawFrames(pages, content, shots, signal),
      frameCount,
      samples: async function* () {
        for (const scene of listSampleScenes(shots)) yield await drawScene(pages, content, scene, signal);
      },
      widthPx: size.widthPx,
      heightPx: size.heightPx,
      framesPerSecond: FRAMES_PER_SECOND,
      format: film.format,
      tags: { title, comment: writeComment(pages.provenanceOf(page.view)) },
      openFile: openScratchFile,
      signal,
      onProgress: (done) => {
        const share = done / frameCount;
        tell(share, [words.atFrame(done, frameCount), clock(share)].filter(Boolean).join(" · "));
      },
    });
    const file = nameFile([title, first, last], extensionOf(made.format));
    return { content: made.content, file, note: tellFormat(made, words) };
  } catch (error) {
    if (error instanceof NoFilmFormat) throw new Error(words.noFormat, { cause: error });
    throw tellFault(error, words);
  }
}

/** All that a film shows, scene by scene. */
export function planShots(
  atlas: Atlas,
  days: readonly Day[],
  { pace, hasMotion, hasStops, hasCards }: Omit<FilmOrder, "format">,
): FilmShot[] {
  const framesPerDay = Math.round(pace * FRAMES_PER_SECOND);
  return planFilm(
    days.map((day) => ({ day, hasChanges: hasChanges(atlas, day), movesOn: movesOn(atlas, day) })),
    {
      framesPerDay,
      stopFrames: hasStops ? framesPerDay : 0,
      hasMotion,
      titleFrames: hasCards ? TITLE_STAYS * FRAMES_PER_SECOND : 0,
      sourcesFrames: hasCards ? SOURCES_STAY * FRAMES_PER_SECOND : 0,
    },
  );
}

/** What is written into a film of where it is from: the view that it was made of, the data, and whose they are. */
function writeComment({ permalink, address, datasetHash, sources, licence, version }: Provenance): string {
  const data = datasetHash === undefined ? undefined : `SHA-256 ${datasetHash}`;
  const tool = `Frontline Atlas ${version}`;
  return [permalink ?? `?${address}`, data, ...sources, licence, tool].filter(Boolean).join("\n");
}

/** Which format a film has, and why it is not another. */
function tellFormat({ format, faults }: Film, words: FilmWords): string {
  const tell = ({ kind, format: failed }: FormatFault) =>
    kind === "unsupported"
      ? words.unsupported(FILM_FORMAT_NAMES[failed])
      : words.brokenFormat(FILM_FORMAT_NAMES[failed]);
  return [...faults.map(tell), words.made(FILM_FORMAT_NAMES[format])].join(" ");
}
