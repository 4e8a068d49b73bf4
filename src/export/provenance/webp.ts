import { asciiBytes, hasAt, joinBytes, viewOf } from "../bytes.ts";
import { PictureError } from "./picture-error.ts";

const [RIFF, WEBP] = [asciiBytes("RIFF"), asciiBytes("WEBP")];
/** Bits of the first byte of VP8X that say what there is besides pixels. */
const HAS_XMP = 0x04;
const HAS_ALPHA = 0x10;

interface Chunk {
  readonly type: string;
  readonly content: Uint8Array;
}

export function isWebp(bytes: Uint8Array): boolean {
  return hasAt(bytes, RIFF, 0) && hasAt(bytes, WEBP, 8);
}

/** @throws PictureError if the bytes end within a chunk or before the file's own end. */
function* readChunks(bytes: Uint8Array): Generator<Chunk> {
  const view = viewOf(bytes);
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) throw cutShort();
  let at = 12;
  while (at < end) {
    if (at + 8 > end) throw cutShort();
    const length = view.getUint32(at + 4, true);
    if (at + 8 + length > end) throw cutShort();
    const type = String.fromCharCode(...bytes.subarray(at, at + 4));
    yield { type, content: bytes.subarray(at + 8, at + 8 + length) };
    at += 8 + length + (length & 1);
  }
}

/** The WebP with XMP behind its pixels, in the place of any it had. @throws PictureError if it is damaged. */
export function putXmpInWebp(bytes: Uint8Array, xmp: Uint8Array): Uint8Array<ArrayBuffer> {
  const [first, ...others] = readChunks(bytes);
  if (!first) throw cutShort();
  const isExtended = first.type === "VP8X";
  const header = isExtended ? Uint8Array.from(first.content) : makeHeader(first);
  if (header.length < 10) throw cutShort();
  header[0] = (header[0] ?? 0) | HAS_XMP;
  const rest = (isExtended ? others : [first, ...others]).filter(({ type }) => type !== "XMP ");
  const chunks = [{ type: "VP8X", content: header }, ...rest, { type: "XMP ", content: xmp }].map(writeChunk);
  const content = joinBytes([WEBP, ...chunks]);
  return joinBytes([RIFF, toLength(content.length), content]);
}

/** `undefined` if it has none. @throws PictureError if it is damaged before that. */
export function findXmpInWebp(bytes: Uint8Array): Uint8Array | undefined {
  for (const { type, content } of readChunks(bytes)) if (type === "XMP ") return content;
  return undefined;
}

/** What an extended WebP says of its pixels in front of them: whether some are translucent, width and height. */
function makeHeader(pixels: Chunk): Uint8Array<ArrayBuffer> {
  const { width, height, hasAlpha } = readSize(pixels);
  const header = new Uint8Array(10);
  header[0] = hasAlpha ? HAS_ALPHA : 0;
  const view = viewOf(header);
  // Each is kept less one, in 24 bits.
  view.setUint16(4, (width - 1) & 0xffff, true);
  view.setUint8(6, (width - 1) >>> 16);
  view.setUint16(7, (height - 1) & 0xffff, true);
  view.setUint8(9, (height - 1) >>> 16);
  return header;
}

function readSize({ type, content }: Chunk) {
  const view = viewOf(content);
  if (type === "VP8 " && content.length >= 10) {
    // Lossy: behind three bytes about the frame and three that never change; the upper two bits scale it.
    const width = view.getUint16(6, true) & 0x3fff;
    return { width, height: view.getUint16(8, true) & 0x3fff, hasAlpha: false };
  }
  if (type === "VP8L" && content.length >= 5) {
    // Lossless: behind a byte that never changes, 14 bits each, less one, and one bit for translucent pixels.
    const bits = view.getUint32(1, true);
    const height = ((bits >>> 14) & 0x3fff) + 1;
    return { width: (bits & 0x3fff) + 1, height, hasAlpha: (bits >>> 28) % 2 === 1 };
  }
  throw cutShort();
}

function writeChunk({ type, content }: Chunk): Uint8Array<ArrayBuffer> {
  const padding = new Uint8Array(content.length & 1);
  return joinBytes([asciiBytes(type), toLength(content.length), content, padding]);
}

function toLength(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4);
  viewOf(bytes).setUint32(0, length, true);
  return bytes;
}

function cutShort(): PictureError {
  return new PictureError("damaged-picture", "a WebP that is cut off or has no pixels where they should be");
}
