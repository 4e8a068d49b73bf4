import { makeZip } from "client-zip";
import { writeCsv } from "../../data/text/write-csv.ts";
import type { Day } from "../../core/day.ts";
import type { ScratchFile } from "../files/scratch-file.ts";

/** A picture of a series. */
export interface SeriesPicture {
  /** Of the file, its ending included. Those that begin with the day are in the order of their days. */
  readonly name: string;
  readonly day: Day;
  /** What happened on the day, in a sentence. */
  readonly sentence: string;
  readonly content: Blob | Uint8Array<ArrayBuffer>;
}

export interface SeriesRequest {
  /** Draws the pictures one after the other; the next is asked for when the one before is written. */
  readonly pictures: () => AsyncIterable<SeriesPicture>;
  readonly openFile: () => Promise<ScratchFile>;
  readonly signal?: AbortSignal | undefined;
}

/** Lists the pictures of an archive with their days. */
export const MANIFEST = "manifest.csv";
/** The same for every archive: what it holds depends on no clock. The format knows no earlier one. */
const TIME = new Date(1980, 0, 1);

/**
 * Puts pictures into an archive as they are made, as they are, since pictures cannot be pressed further; a table of them comes last. Memory does not
 * grow with their number. Rejects with the reason of the signal, with `NoRoom`, or with what drawing a picture rejects with;
 * nothing half-made is left in any case.
 */
export async function zipSeries(request: SeriesRequest): Promise<Blob> {
  const { signal } = request;
  signal?.throwIfAborted();
  const file = await request.openFile();
  const reader = makeZip(listEntries(request)).getReader();
  try {
    let position = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      await file.write(part.value.slice(), position);
      position += part.value.length;
    }
    signal?.throwIfAborted();
    return await file.finish("application/zip");
  } catch (error) {
    // Ends what draws the pictures, too.
    await reader.cancel().catch(() => {});
    await file.discard();
    throw error;
  }
}

async function* listEntries({ pictures, signal }: SeriesRequest) {
  const rows: (readonly string[])[] = [];
  for await (const { name, day, sentence, content } of pictures()) {
    signal?.throwIfAborted();
    rows.push([name, day, sentence]);
    yield { name, input: content, lastModified: TIME };
  }
  // Excel takes a file for UTF-8 only if it begins with this mark.
  const table = `\uFEFF${writeCsv(["file", "day", "sentence"], rows, "\r\n")}\r\n`;
  yield { name: MANIFEST, input: table, lastModified: TIME };
}
