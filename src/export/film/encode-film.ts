import { NoRoom, type ScratchFile } from "../files/scratch-file.ts";
import { evenSize, extensionOf, type FilmFormat, orderFormats } from "./film-formats.ts";
import { choosePalette, createGifWriter } from "./gif.ts";
import {
  claimsVideo,
  type FilmImage,
  type FilmTags,
  tryVideo,
  type VideoFormat,
  writeVideo,
} from "./video.ts";

/** A picture of a film with the number of frames for which it stands. */
export interface FilmFrame {
  /** All of one size; it may be drawn over as soon as the next is asked for. */
  readonly image: FilmImage;
  readonly frames: number;
  /** Whether a player shall find it at once. */
  readonly isKey: boolean;
}

export interface FilmRequest {
  /** Draws the film from its beginning: once, and once more for each format that turned out not to work. */
  readonly frames: () => AsyncIterable<FilmFrame>;
  /** The sum of their `frames`. */
  readonly frameCount: number;
  /** Draws some pictures in which all colours of the film are; asked for where it has to do with few. */
  readonly samples: () => AsyncIterable<FilmImage>;
  /** Odd numbers are rounded: see `evenSize`. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly framesPerSecond: number;
  /** The one that is wanted. */
  readonly format: FilmFormat;
  readonly tags: FilmTags;
  readonly openFile: () => Promise<ScratchFile>;
  readonly signal?: AbortSignal | undefined;
  /** Told how many frames are done. */
  readonly onProgress?: ((frames: number) => void) | undefined;
}

/** Why a format could not be had. */
export interface FormatFault {
  readonly format: FilmFormat;
  /** The browser says so itself; it said otherwise and failed at the first frame; or it failed later. */
  readonly kind: "unsupported" | "failed-at-once" | "failed-later";
  /** As the browser tells it, in English; empty where it says nothing. */
  readonly detail: string;
}

export interface Film {
  readonly content: Blob;
  readonly format: FilmFormat;
  /** The formats that were tried before. */
  readonly faults: readonly FormatFault[];
}

/** An encoder that gives nothing back for so long will not. */
const PATIENCE_MS = 30_000;

class FormatFailed extends Error {
  readonly fault: FormatFault;
  constructor(fault: FormatFault) {
    super(fault.detail);
    this.fault = fault;
  }
}

/** No format can be had. */
export class NoFilmFormat extends Error {
  readonly faults: readonly FormatFault[];
  constructor(faults: readonly FormatFault[]) {
    super(faults.map(({ format, detail }) => `${format}: ${detail}`).join("; "));
    this.faults = faults;
  }
}

/**
 * Encodes a film of exactly `frameCount` frames into a file. The browser is asked what it can encode, and made to encode
 * one frame before it begins; where a format fails, also later, the film is made anew in the next one. Memory does not grow
 * with the length of the film. Rejects with the reason of the signal, with {@link NoRoom}, with {@link NoFilmFormat}, or with what
 * drawing a frame rejects with; nothing half-made is left in any case.
 */
export async function encodeFilm(request: FilmRequest): Promise<Film> {
  const faults: FormatFault[] = [];
  const even = { ...request, ...evenSize(request.widthPx, request.heightPx) };
  for (const format of orderFormats(request.format)) {
    try {
      const content = await encodeAs(format, even);
      return { content, format, faults };
    } catch (error) {
      if (!(error instanceof FormatFailed)) throw error;
      faults.push(error.fault);
    }
  }
  throw new NoFilmFormat(faults);
}

async function encodeAs(format: FilmFormat, request: FilmRequest): Promise<Blob> {
  const { signal, openFile } = request;
  signal?.throwIfAborted();
  if (format !== "gif") await askFor(format, request);
  const file = await openFile();
  try {
    await (format === "gif" ? encodeGif(request, file) : encodeVideo(format, request, file));
    signal?.throwIfAborted();
    return await file.finish(`${format === "gif" ? "image" : "video"}/${extensionOf(format)}`);
  } catch (error) {
    await file.discard();
    throw error;
  }
}

async function askFor(format: VideoFormat, request: FilmRequest): Promise<void> {
  let [isClaimed, detail] = [false, ""];
  try {
    isClaimed = await claimsVideo(format, request);
  } catch (error) {
    detail = tell(error);
  }
  if (!isClaimed) throw new FormatFailed({ format, kind: "unsupported", detail });
}

async function encodeVideo(format: VideoFormat, request: FilmRequest, file: ScratchFile): Promise<void> {
  const { signal, onProgress } = request;
  const settings = { ...request, format };
  let kind: FormatFault["kind"] = "failed-at-once";
  let noRoom: NoRoom | undefined;
  const guarded = {
    ...file,
    write: async (...given: Parameters<ScratchFile["write"]>) => {
      try {
        await file.write(...given);
      } catch (error) {
        if (error instanceof NoRoom) noRoom = error;
        throw error;
      }
    },
  };
  /** Whatever the encoder rejects with is a fault of the format, unless something else is the cause. */
  const encode = async <Value>(work: Promise<Value>): Promise<Value> => {
    try {
      return await endInTime(work, signal);
    } catch (error) {
      signal?.throwIfAborted();
      throw noRoom ?? new FormatFailed({ format, kind, detail: tell(error) });
    }
  };

  const copy = createCopier(request);
  let writer: Awaited<ReturnType<typeof writeVideo>> | undefined;
  let done = 0;
  try {
    for await (const { image, frames, isKey } of request.frames()) {
      signal?.throwIfAborted();
      if (!writer) {
        await encode(tryVideo(settings, copy(image).canvas));
        kind = "failed-later";
        writer = await encode(writeVideo(settings, guarded));
      }
      const held = writer.take(copy(image).canvas, isKey);
      try {
        for (let frame = 0; frame < frames; frame++) {
          await encode(held.add());
          onProgress?.(++done);
        }
      } finally {
        held.close();
      }
    }
    if (writer) await encode(writer.finish());
  } catch (error) {
    // An encoder that has failed may fail again at being put away.
    await writer?.cancel().catch(() => {});
    throw error;
  }
}

async function encodeGif(request: FilmRequest, file: ScratchFile): Promise<void> {
  const { widthPx, heightPx, signal, onProgress, tags } = request;
  const copy = createCopier(request);
  const read = (image: FilmImage) => copy(image).getImageData(0, 0, widthPx, heightPx).data;
  const samples: Uint8ClampedArray[] = [];
  for await (const image of request.samples()) {
    signal?.throwIfAborted();
    samples.push(read(image));
  }
  const writer = createGifWriter({ ...request, palette: choosePalette(samples) });
  let [position, done] = [0, 0];
  const write = async (bytes: Uint8Array<ArrayBuffer>) => {
    await file.write(bytes, position);
    position += bytes.length;
  };
  for await (const { image, frames } of request.frames()) {
    signal?.throwIfAborted();
    await write(writer.add(read(image), frames));
    done += frames;
    onProgress?.(done);
  }
  await write(writer.finish(`${tags.title}\n${tags.comment}`));
}

/**
 * Copies pictures to a canvas that lies in memory. Chromium makes video of one that lies on the graphics processor in other
 * colours than of one that does not, and a canvas may move from one to the other between two frames.
 */
function createCopier({
  widthPx,
  heightPx,
}: FilmRequest): (image: FilmImage) => OffscreenCanvasRenderingContext2D {
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
  if (!context) throw new NoRoom("no canvas to read pixels from");
  return (image) => {
    context.drawImage(image, 0, 0, widthPx, heightPx);
    return context;
  };
}

/** Rejects with the reason of the signal once that is aborted, or if nothing comes for long. */
async function endInTime<Value>(work: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  const ends = new AbortController();
  const end = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new Error("the encoder does not answer")), PATIENCE_MS);
    signal?.addEventListener("abort", () => reject(signal.reason as Error), { signal: ends.signal });
    ends.signal.addEventListener("abort", () => clearTimeout(timer));
  });
  signal?.throwIfAborted();
  // What is given up may still fail, long after anybody listens.
  work.catch(() => {});
  try {
    return await Promise.race([work, end]);
  } finally {
    ends.abort();
  }
}

function tell(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
