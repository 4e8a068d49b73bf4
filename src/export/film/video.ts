import {
  canEncodeVideo,
  Mp4OutputFormat,
  NullTarget,
  Output,
  Quality,
  StreamTarget,
  type Target,
  type VideoCodec,
  VideoSample,
  VideoSampleSource,
  WebMOutputFormat,
} from "mediabunny";
import type { ScratchFile } from "../files/scratch-file.ts";
import type { FilmFormat } from "./film-formats.ts";

export type VideoFormat = Exclude<FilmFormat, "gif">;

/** What a frame of a film is drawn on. */
export type FilmImage = HTMLCanvasElement | OffscreenCanvas;

export interface FilmTags {
  readonly title: string;
  /** Where the film can be made again, from which data. */
  readonly comment: string;
}

export interface VideoSettings {
  readonly format: VideoFormat;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly framesPerSecond: number;
  /** Exactly as many frames as will be added. */
  readonly frameCount: number;
  readonly tags: FilmTags;
}

export interface VideoWriter {
  /** Takes an image as it is now. `isKey`: its first frame is to be found without those before it. */
  readonly take: (image: FilmImage, isKey: boolean) => HeldImage;
  /** Writes out what is left. */
  readonly finish: () => Promise<void>;
  readonly cancel: () => Promise<void>;
}

interface HeldImage {
  /** Adds it as one frame more; resolves once the encoder is ready for more. */
  readonly add: () => Promise<void>;
  /** Gives up its pixels. */
  readonly close: () => void;
}

const CODECS: Readonly<Record<VideoFormat, VideoCodec>> = {
  mp4: "avc",
  "webm-vp9": "vp9",
  "webm-av1": "av1",
};
/** Thin lines and small letters suffer first. */
const QUALITY = new Quality("high");
const KEY_SECONDS = 2;
/** Days are to be found at once, but not at the price of a film of key frames alone. */
const LEAST_KEY_SECONDS = 0.5;
const CHUNK_BYTES = 1 << 20;

/** Whether the browser says that it can make such a film. {@link tryVideo} tells whether that is so. */
export async function claimsVideo(format: VideoFormat, size: Size): Promise<boolean> {
  if (typeof VideoEncoder === "undefined") return false;
  const { widthPx: width, heightPx: height } = size;
  return canEncodeVideo(CODECS[format], { width, height, quality: QUALITY });
}

type Size = Pick<VideoSettings, "widthPx" | "heightPx">;

/** Encodes one image and waits for what comes of it. Rejects if nothing does. */
export async function tryVideo(settings: Omit<VideoSettings, "frameCount">, image: FilmImage): Promise<void> {
  let packets = 0;
  const trial = { ...settings, frameCount: 1 };
  const writer = await openVideo(trial, new NullTarget(), () => packets++);
  const held = writer.take(image, true);
  try {
    await held.add();
    await writer.finish();
  } catch (error) {
    await writer.cancel().catch(() => {});
    throw error;
  } finally {
    held.close();
  }
  if (packets === 0) throw new Error("the encoder gave nothing back");
}

/** Begins a film in a file. Nothing of it is kept in memory but what the encoder works on. */
export function writeVideo(settings: VideoSettings, file: ScratchFile): Promise<VideoWriter> {
  const writable = new WritableStream<{ data: Uint8Array<ArrayBuffer>; position: number }>({
    write: ({ data, position }) => file.write(data, position),
  });
  return openVideo(settings, new StreamTarget(writable, { chunked: true, chunkSize: CHUNK_BYTES }));
}

async function openVideo(
  settings: VideoSettings,
  target: Target,
  onPacket: () => void = () => {},
): Promise<VideoWriter> {
  const { format, framesPerSecond, frameCount, tags } = settings;
  const output = new Output({
    // What a player has to know first stands first: room is kept for it, as the number of frames is known.
    format: format === "mp4" ? new Mp4OutputFormat({ fastStart: "reserve" }) : new WebMOutputFormat(),
    target,
  });
  const source = new VideoSampleSource({
    codec: CODECS[format],
    quality: QUALITY,
    keyFrameInterval: KEY_SECONDS,
    contentHint: "detail",
    onEncodedPacket: onPacket,
  });
  output.addVideoTrack(source, { frameRate: framesPerSecond, maximumPacketCount: frameCount });
  output.setMetadataTags(tags);
  await output.start();
  let done = 0;
  let lastKey = -Infinity;
  const timestampOf = (frame: number) => frame / framesPerSecond;
  return {
    take(image, isKey) {
      const held = new VideoSample(image, { timestamp: 0 });
      let isFirst = true;
      return {
        async add() {
          const sample = held.clone();
          const timestamp = timestampOf(done);
          sample.setTimestamp(timestamp);
          sample.setDuration(timestampOf(done + 1) - timestamp);
          const isKeyFrame = isFirst && isKey && timestamp - lastKey >= LEAST_KEY_SECONDS;
          if (isKeyFrame) lastKey = timestamp;
          isFirst = false;
          done++;
          try {
            await source.add(sample, isKeyFrame ? { keyFrame: true } : undefined);
          } finally {
            sample.close();
          }
        },
        close: () => held.close(),
      };
    },
    finish: () => output.finalize(),
    cancel: () => output.cancel(),
  };
}
