import { execFileSync, spawnSync } from "node:child_process";
import { installDebian } from "./debian.ts";

const MOST_BYTES = 1 << 30;

/** Installs Debian's ffmpeg if it is not there; throws if it cannot be had. */
export function ensureFfmpeg(): void {
  if (isThere()) return;
  installDebian(["ffmpeg"]);
  if (!isThere()) throw new Error("This test needs ffmpeg and ffprobe: install them.");
}

function isThere(): boolean {
  return ["ffmpeg", "ffprobe"].every(
    (name) => spawnSync(name, ["-version"], { stdio: "ignore" }).status === 0,
  );
}

export interface Probed {
  readonly codec: string;
  readonly width: number;
  readonly height: number;
  /** Decoded, not as the file says. */
  readonly frames: number;
  /** In seconds. */
  readonly duration: number;
  readonly tags: Readonly<Record<string, string>>;
}

/** What ffprobe finds in a file after decoding all of it. */
export function probe(file: string): Probed {
  const options = ["-v", "error", "-count_frames", "-select_streams", "v", "-show_streams", "-show_format"];
  const { streams, format } = JSON.parse(
    execFileSync("ffprobe", [...options, "-of", "json", file], { encoding: "utf8" }),
  ) as {
    streams: [{ codec_name: string; width: number; height: number; nb_read_frames: string }];
    format: { duration: string; tags?: Record<string, string> };
  };
  const [{ codec_name: codec, width, height, nb_read_frames: frames }] = streams;
  const tags = Object.entries(format.tags ?? {}).map(([name, text]) => [
    name.toLowerCase().replace("movie/", ""),
    text,
  ]);
  return {
    codec,
    width,
    height,
    frames: Number(frames),
    duration: Number(format.duration),
    tags: Object.fromEntries(tags),
  };
}

/** The pixels of all frames of a film or picture, one after the other: red, green and blue in turn, `width` by `height`. */
export function decode(file: string, width: number, height: number): Buffer[] {
  const scale = `scale=${width}:${height}:flags=area`;
  const options = ["-v", "error", "-i", file, "-fps_mode", "passthrough", "-vf", scale];
  const bytes = execFileSync("ffmpeg", [...options, "-f", "rawvideo", "-pix_fmt", "rgb24", "-"], {
    maxBuffer: MOST_BYTES,
  });
  const size = 3 * width * height;
  return Array.from({ length: bytes.length / size }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
}
