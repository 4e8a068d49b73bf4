import type { Atlas } from "../../core/atlas.ts";
import { pickName } from "../../core/names.ts";
import type { FilmFrame } from "../../export/film/encode-film.ts";
import type { FilmScene, FilmShot } from "../../export/film/timeline.ts";
import type { FilmWords } from "../../words/film-words.ts";
import { wordsOf } from "../../words/index.ts";
import type { ExportPages, WordCard } from "../state/export-pages.ts";
import { titleOf, viewOn } from "./many-pages.ts";
import type { ChosenPage } from "./page-wish.ts";

/** What a film is drawn from. */
export interface FilmContent {
  readonly atlas: Atlas;
  /** The page of one of its days. */
  readonly page: ChosenPage;
  readonly cards: Readonly<Record<"title" | "sources", WordCard>>;
}

/** Draws the frames of a film one after the other: what takes long takes long, and no frame is left out. */
export async function* drawFrames(
  pages: ExportPages,
  content: FilmContent,
  shots: readonly FilmShot[],
  signal: AbortSignal,
): AsyncGenerator<FilmFrame> {
  for (const { scene, frames } of shots) {
    yield { image: await drawScene(pages, content, scene, signal), frames, isKey: scene.kind !== "between" };
  }
}

export async function drawScene(
  pages: ExportPages,
  { page: { view, wish }, cards }: FilmContent,
  scene: FilmScene,
  signal: AbortSignal,
): Promise<HTMLCanvasElement> {
  signal.throwIfAborted();
  if (scene.kind === "title" || scene.kind === "sources")
    return pages.drawCard(cards[scene.kind], view.language, wish);
  const way = scene.kind === "between" ? { next: scene.next, share: scene.share } : undefined;
  const { canvas } = await pages.draw(viewOn(view, scene.day), { ...wish, way, signal });
  return canvas;
}

interface CardContent {
  readonly atlas: Atlas;
  readonly page: ChosenPage;
  readonly days: readonly [first: FilmDayOf, last: FilmDayOf];
  readonly count: number;
  readonly hasMotion: boolean;
  /** Whose work is on the map besides the data set's. */
  readonly credits: readonly string[];
}

type FilmDayOf = ChosenPage["view"]["day"];

/** What stands on the cards of a film: what it is of, and whose work it is. */
export function writeCards(
  { atlas, page, days: [first, last], count, hasMotion, credits }: CardContent,
  words: FilmWords,
): FilmContent["cards"] {
  const { language } = page.view;
  const { dates, map } = wordsOf(language);
  const { dataset } = atlas;
  const note = pickName(dataset.lineNote, language);
  const licence = dataset.licence === "" ? "" : `${map.licence}: ${dataset.licence}`;
  const works = [...dataset.credits, ...credits, licence].filter((text) => text !== "");
  const span = first === last ? dates.long(first) : dates.pair(first, last);
  return {
    title: {
      title: titleOf(atlas, page),
      lines: [page.wish.parts.subtitle ?? "", `${span} · ${words.days(count)}`],
      notes: [note],
    },
    sources: {
      title: words.sources,
      lines: works.length > 0 ? works : [words.noSources],
      notes: [note, hasMotion ? words.motionNote : ""],
    },
  };
}
