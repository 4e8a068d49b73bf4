/** What encodes films, alone in a page: small films of plain pictures, whose every frame is known. */
import { ALL_FORMATS, BlobSource, EncodedPacketSink, Input, VideoSampleSink } from "mediabunny";
import { encodeFilm, type FilmFrame } from "../../../src/export/film/encode-film.ts";
import type { FilmFormat } from "../../../src/export/film/film-formats.ts";
import { openScratchFile } from "../../../src/export/files/scratch-file.ts";
import { zipSeries } from "../../../src/export/series/zip-series.ts";

const [WIDTH, HEIGHT] = [95, 64];

export interface Wish {
  readonly format: FilmFormat;
  /** The colours of the pictures, one after the other. */
  readonly colours: readonly string[];
  /** For how many frames each stands. */
  readonly each: number;
  /** Called off once so many frames are done. */
  readonly cancelAt?: number;
}

export interface Made {
  readonly format: FilmFormat;
  readonly faults: readonly string[];
  readonly type: string;
  readonly size: number;
  readonly progress: readonly number[];
  /** How often the film was begun. */
  readonly begun: number;
}

declare global {
  interface Window {
    makeFilm: (wish: Wish) => Promise<Made | string>;
    makeSeries: (count: number, bytes: number) => Promise<number | string>;
    /** Of the film that was made last. */
    inspectFilm: () => Promise<{
      packets: number;
      keys: number[];
      /** Of every frame, decoded. */
      colours: string[];
      title: string;
      comment: string;
    }>;
    playFilm: (times: readonly number[]) => Promise<{
      width: number;
      height: number;
      duration: number;
      colours: string[];
    }>;
    /** Of each frame of a film, the share of pixels in which it plainly differs from each of some pictures; all as Base64. */
    compareFilm: (film: string, pictures: readonly string[]) => Promise<number[][]>;
    decodeGif: () => Promise<{ frames: number; milliseconds: number[]; colours: string[] }>;
    listScratchFiles: () => Promise<string[]>;
    leaveScratchFile: () => Promise<void>;
  }
}

let film: Blob | undefined;

window.makeFilm = async ({ format, colours, each, cancelAt }) => {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext("2d", { alpha: false });
  if (!context) throw new Error("No canvas");
  const paint = (colour: string) => {
    context.fillStyle = colour;
    context.fillRect(0, 0, WIDTH, HEIGHT);
  };
  let begun = 0;
  async function* frames(): AsyncGenerator<FilmFrame> {
    begun++;
    for (const colour of colours) {
      paint(colour);
      yield { image: canvas, frames: each, isKey: true };
    }
  }
  async function* samples() {
    for (const colour of colours) {
      paint(colour);
      yield canvas;
    }
  }
  const controller = new AbortController();
  const progress: number[] = [];
  try {
    const made = await encodeFilm({
      frames,
      samples,
      frameCount: colours.length * each,
      widthPx: WIDTH,
      heightPx: HEIGHT,
      framesPerSecond: 10,
      format,
      tags: { title: "هجوم · Film", comment: "?day=2020-02-06\nSHA-256 abc" },
      openFile: openScratchFile,
      signal: controller.signal,
      onProgress(done) {
        progress.push(done);
        if (done === cancelAt) controller.abort(new Error("called off"));
      },
    });
    film = made.content;
    const faults = made.faults.map((fault) => `${fault.format} ${fault.kind}`);
    return { ...made, faults, type: film.type, size: film.size, progress, begun };
  } catch (error) {
    return `${(error as Error).constructor.name}: ${(error as Error).message}`;
  }
};

window.makeSeries = async (count, bytes) => {
  async function* pictures() {
    for (let index = 0; index < count; index++) {
      const content = new Uint8Array(bytes).fill(index);
      yield { name: `${index}.png`, day: "2020-02-06" as never, sentence: "", content };
    }
  }
  try {
    return (await zipSeries({ pictures, openFile: openScratchFile })).size;
  } catch (error) {
    return (error as Error).constructor.name;
  }
};

window.inspectFilm = async () => {
  const input = new Input({ source: new BlobSource(film ?? new Blob()), formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  if (!track) throw new Error("No video");
  let packets = 0;
  const keys: number[] = [];
  for await (const packet of new EncodedPacketSink(track).packets()) {
    packets++;
    if (packet.type === "key") keys.push(Math.round(packet.timestamp * 10));
  }
  const colours: string[] = [];
  for await (const sample of new VideoSampleSink(track).samples()) {
    const frame = sample.toVideoFrame();
    colours.push(look(frame));
    frame.close();
    sample.close();
  }
  const { title = "", comment = "" } = await input.getMetadataTags();
  return { packets, keys, colours, title, comment };
};

const look = (source: CanvasImageSource) => {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context?.drawImage(source, -WIDTH / 2, -HEIGHT / 2, WIDTH, HEIGHT);
  return [...(context?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3).join();
};

const toBlob = (base64: string) =>
  new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]);

window.compareFilm = async (content, pictures) => {
  const read = (image: ImageBitmap | VideoFrame, width: number, height: number) => {
    const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
    context?.drawImage(image, 0, 0, width, height);
    return context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
  };
  const bitmaps = await Promise.all(pictures.map((picture) => createImageBitmap(toBlob(picture))));
  const wanted = bitmaps.map((bitmap) => read(bitmap, bitmap.width, bitmap.height));
  const input = new Input({ source: new BlobSource(toBlob(content)), formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  if (!track) throw new Error("No video");
  const differences: number[][] = [];
  for await (const sample of new VideoSampleSink(track).samples()) {
    const frame = sample.toVideoFrame();
    const found = read(frame, frame.displayWidth, frame.displayHeight);
    differences.push(wanted.map((picture) => differ(found, picture)));
    frame.close();
    sample.close();
  }
  return differences;
};

/** 1 if they have not the same size. */
function differ(found: Uint8ClampedArray, wanted: Uint8ClampedArray): number {
  if (found.length !== wanted.length) return 1;
  let plain = 0;
  for (let at = 0; at < found.length; at += 4) {
    const isFar = [0, 1, 2].some((part) => Math.abs((found[at + part] ?? 0) - (wanted[at + part] ?? 0)) > 48);
    if (isFar) plain += 1;
  }
  return (4 * plain) / found.length;
}

window.playFilm = async (times) => {
  const video = document.createElement("video");
  video.src = URL.createObjectURL(film ?? new Blob());
  video.muted = true;
  await new Promise((resolve, reject) => {
    video.addEventListener("loadeddata", resolve);
    video.addEventListener("error", () => reject(new Error(video.error?.message)));
  });
  const colours: string[] = [];
  for (const time of times) {
    const found = new Promise((resolve) => video.addEventListener("seeked", resolve, { once: true }));
    video.currentTime = time;
    await found;
    colours.push(look(video));
  }
  const { videoWidth: width, videoHeight: height, duration } = video;
  return { width, height, duration, colours };
};

window.decodeGif = async () => {
  const data = await (film ?? new Blob()).arrayBuffer();
  const decoder = new ImageDecoder({ data, type: "image/gif" });
  await decoder.tracks.ready;
  await decoder.completed;
  const frames = decoder.tracks.selectedTrack?.frameCount ?? 0;
  const [milliseconds, colours]: [number[], string[]] = [[], []];
  for (let frameIndex = 0; frameIndex < frames; frameIndex++) {
    const { image } = await decoder.decode({ frameIndex });
    milliseconds.push((image.duration ?? 0) / 1000);
    colours.push(look(image));
    image.close();
  }
  return { frames, milliseconds, colours };
};

const openFolder = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle("export", { create: true });

window.listScratchFiles = async () => {
  const names: string[] = [];
  for await (const name of (await openFolder()).keys()) names.push(name);
  // Beside a file that is being written, the browser keeps one with what is written.
  return names.filter((name) => !name.endsWith(".crswap"));
};

window.leaveScratchFile = async () => {
  const file = await openScratchFile();
  await file.write(new Uint8Array(10), 0);
};
