import type { Atlas } from "../../core/atlas.ts";
import { nameFile } from "../../core/file-name.ts";
import { FORMAT_ENDINGS, type PictureFormat } from "../../export/pages/picture-formats.ts";
import type { ExportWords } from "../../words/export-words.ts";
import type { ExportPages } from "../state/export-pages.ts";
import { encodePage, FORMAT_NAMES } from "./encode.ts";
import type { JobTools } from "./job.ts";
import type { MadeFile } from "./made-file.ts";
import { titleOf } from "./many-pages.ts";
import type { ChosenPage } from "./page-wish.ts";

interface PictureJob {
  readonly atlas: Atlas;
  readonly page: ChosenPage;
  readonly format: PictureFormat;
  readonly words: ExportWords;
}

/** Draws a page and makes a file of it. Rejects with a sentence for the reader, or with the reason of the signal. */
export async function makePicture(
  pages: ExportPages,
  { atlas, page, format, words }: PictureJob,
  { signal, tell }: JobTools,
): Promise<MadeFile> {
  const { view, wish } = page;
  // The last hundredth is for making a file of it.
  const onProgress = (share: number) => tell(0.99 * share);
  const drawn = await pages.draw(view, { ...wish, notesTexts: format === "pdf", signal, onProgress });
  const encoded = await encodePage(drawn, format);
  signal.throwIfAborted();
  if (!encoded) throw new Error(words.notEncoded);
  const days = [view.day, view.compared].filter((day) => day !== undefined).toSorted();
  const note = words.otherFormat(FORMAT_NAMES[format], FORMAT_NAMES[encoded.format]);
  return {
    content: encoded.blob,
    file: nameFile([titleOf(atlas, page), ...days], FORMAT_ENDINGS[encoded.format]),
    ...(encoded.format !== format && { note }),
  };
}
