import { unpack } from "../../data/unpack.ts";
import { joinBytes, viewOf } from "../bytes.ts";
import { isJpeg, readJpegFrame } from "../provenance/jpeg.ts";
import { PictureError } from "../provenance/picture-error.ts";
import { isPng, readChunks } from "../provenance/png.ts";
import { makeStream } from "./pdf-file.ts";

/** A picture as an object of a PDF. */
export interface PictureObject {
  readonly content: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * A JPEG as it is; the pixels of a PNG, on white where they are translucent. PNG as canvases and most programs write it: eight bits a
 * channel, in colour, not interlaced.
 *
 * @throws PictureError if the bytes are neither, or damaged.
 */
export async function makePictureObject(bytes: Uint8Array): Promise<PictureObject> {
  if (isJpeg(bytes)) return embedJpeg(bytes);
  if (isPng(bytes)) return embedPng(bytes);
  throw new PictureError("unknown-picture", "bytes that are neither PNG nor JPEG");
}

function embedJpeg(bytes: Uint8Array): PictureObject {
  const { width, height, channels } = readJpegFrame(bytes);
  const space = channels === 1 ? "/DeviceGray" : "/DeviceRGB";
  return {
    width,
    height,
    content: makeStream(`${describe(width, height, space)} /Filter /DCTDecode`, bytes),
  };
}

function describe(width: number, height: number, space: string): string {
  return `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace ${space} /BitsPerComponent 8`;
}

const RGB = 2;
const RGBA = 6;

async function embedPng(bytes: Uint8Array): Promise<PictureObject> {
  const chunks = [...readChunks(bytes)];
  const header = chunks.find(({ type }) => type === "IHDR")?.content;
  if (!header || header.length < 13) throw new PictureError("damaged-picture", "a PNG without its header");
  const view = viewOf(header);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [bits, colours, , , interlace] = header.subarray(8);
  if (bits !== 8 || (colours !== RGB && colours !== RGBA) || interlace !== 0)
    throw new PictureError("unknown-picture", "a PNG that is interlaced or not of eight bits a colour");
  const packed = joinBytes(chunks.filter(({ type }) => type === "IDAT").map(({ content }) => content));
  const opaque = colours === RGB ? packed : await pack(await flatten(packed, width, height));
  const rows = `/DecodeParms << /Predictor 15 /Colors 3 /BitsPerComponent 8 /Columns ${width} >>`;
  const dictionary = `${describe(width, height, "/DeviceRGB")} /Filter /FlateDecode ${rows}`;
  return { width, height, content: makeStream(dictionary, opaque) };
}

/** Rows of colours and opacity as rows of colours on white, each with the filter in front of it that packs well (Up). */
async function flatten(
  packed: Uint8Array<ArrayBuffer>,
  width: number,
  height: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const rows = await unpackRows(packed, (width * 4 + 1) * height);
  const length = width * 4;
  let before = new Uint8Array(length);
  const flat = new Uint8Array((width * 3 + 1) * height);
  let above = new Uint8Array(width * 3);
  for (let row = 0; row < height; row++) {
    const start = row * (length + 1);
    const line = rows.slice(start + 1, start + 1 + length);
    unfilter(line, before, rows[start] ?? 0);
    const colours = new Uint8Array(width * 3);
    for (let x = 0; x < width; x++) {
      const opacity = line[x * 4 + 3] ?? 0;
      for (let channel = 0; channel < 3; channel++) {
        const colour = line[x * 4 + channel] ?? 0;
        colours[x * 3 + channel] = Math.round((colour * opacity + 255 * (255 - opacity)) / 255);
      }
    }
    const at = row * (width * 3 + 1);
    flat[at] = UP;
    for (let index = 0; index < colours.length; index++)
      flat[at + 1 + index] = (colours[index] ?? 0) - (above[index] ?? 0);
    [before, above] = [line, colours];
  }
  return flat;
}

const SUB = 1;
const UP = 2;
const AVERAGE = 3;
const PAETH = 4;

/** Undoes what a filter of PNG has done to a row of four channels, given the row above. */
function unfilter(line: Uint8Array, above: Uint8Array, filter: number): void {
  for (let at = 0; at < line.length; at++) {
    const left = at < 4 ? 0 : (line[at - 4] ?? 0);
    const up = above[at] ?? 0;
    const corner = at < 4 ? 0 : (above[at - 4] ?? 0);
    line[at] = (line[at] ?? 0) + predict(filter, left, up, corner);
  }
}

function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === SUB) return left;
  if (filter === UP) return up;
  if (filter === AVERAGE) return (left + up) >> 1;
  if (filter !== PAETH) return 0;
  const [toLeft, toUp, toCorner] = [
    Math.abs(up - corner),
    Math.abs(left - corner),
    Math.abs(left + up - 2 * corner),
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

async function unpackRows(packed: Uint8Array<ArrayBuffer>, length: number): Promise<Uint8Array> {
  const rows = await unpack(packed, "deflate", length).catch(() => undefined);
  if (rows?.length === length) return rows;
  throw new PictureError("damaged-picture", "a PNG whose pixels are not what its header says");
}

async function pack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
