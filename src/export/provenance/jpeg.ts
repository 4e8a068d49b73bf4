import { asciiBytes, hasAt, joinBytes, viewOf } from "../bytes.ts";
import { PictureError } from "./picture-error.ts";

const START = Uint8Array.of(0xff, 0xd8, 0xff);
const XMP_NAME = asciiBytes("http://ns.adobe.com/xap/1.0/\0");
const EXIF_NAME = asciiBytes("Exif\0");
/** A segment tells its length, the two bytes of which count, in 16 bits. */
const LONGEST_XMP = 0xffff - 2 - XMP_NAME.length;

const APP0 = 0xe0;
const APP1 = 0xe1;
/** Baseline, extended and progressive. */
const STARTS_OF_FRAME = new Set([0xc0, 0xc1, 0xc2]);
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

interface Segment {
  readonly marker: number;
  readonly content: Uint8Array;
  /** With marker and length. */
  readonly whole: Uint8Array;
}

export function isJpeg(bytes: Uint8Array): boolean {
  return hasAt(bytes, START, 0);
}

/** The segments in front of the pixels. @throws PictureError if the bytes end before these. */
function* readSegments(bytes: Uint8Array): Generator<Segment> {
  const view = viewOf(bytes);
  let at = 2;
  for (;;) {
    const start = at;
    if (bytes[at] !== 0xff) throw cutShort();
    // Any number of these may stand in front of a marker.
    while (bytes[at] === 0xff) at += 1;
    const marker = bytes[at];
    at += 1;
    if (marker === undefined || at + 2 > bytes.length) throw cutShort();
    if (marker === START_OF_SCAN || marker === END_OF_IMAGE) return;
    const length = view.getUint16(at);
    const end = at + length;
    if (length < 2 || end > bytes.length) throw cutShort();
    yield { marker, content: bytes.subarray(at + 2, end), whole: bytes.subarray(start, end) };
    at = end;
  }
}

/**
 * The JPEG with XMP behind what says that it is one, in the place of any it had.
 *
 * @throws PictureError if it is damaged; RangeError with a sentence for people if the XMP is longer than a JPEG has room for.
 */
export function putXmpInJpeg(bytes: Uint8Array, xmp: Uint8Array): Uint8Array<ArrayBuffer> {
  if (xmp.length > LONGEST_XMP) {
    const room = `a JPEG has room for ${LONGEST_XMP} bytes`;
    throw new RangeError(
      `What is to be written into the picture about its sources takes ${xmp.length} bytes, and ${room}: save it as PNG, WebP or PDF`,
    );
  }
  const segments = [...readSegments(bytes)];
  const length = segments.reduce((sum, { whole }) => sum + whole.length, 2);
  const kept = segments.filter((segment) => !isXmp(segment));
  const firstOther = kept.findIndex(({ marker, content }) => marker !== APP0 && !isExif(marker, content));
  const at = firstOther < 0 ? kept.length : firstOther;
  const content = joinBytes([XMP_NAME, xmp]);
  const size = content.length + 2;
  const head = Uint8Array.of(0xff, APP1, size >>> 8, size & 0xff);
  const wholes = kept.map(({ whole }) => whole);
  return joinBytes([
    bytes.subarray(0, 2),
    ...wholes.slice(0, at),
    head,
    content,
    ...wholes.slice(at),
    bytes.subarray(length),
  ]);
}

/** `undefined` if it has none. @throws PictureError if it is damaged before that. */
export function findXmpInJpeg(bytes: Uint8Array): Uint8Array | undefined {
  for (const segment of readSegments(bytes)) {
    if (isXmp(segment)) return segment.content.subarray(XMP_NAME.length);
  }
  return undefined;
}

/** Size and channels of the pixels. @throws PictureError if it is damaged before it says so. */
export function readJpegFrame(bytes: Uint8Array): { width: number; height: number; channels: number } {
  for (const { marker, content } of readSegments(bytes)) {
    if (!STARTS_OF_FRAME.has(marker) || content.length < 6) continue;
    const view = viewOf(content);
    return { width: view.getUint16(3), height: view.getUint16(1), channels: content[5] ?? 0 };
  }
  throw cutShort();
}

function isXmp({ marker, content }: Segment): boolean {
  return marker === APP1 && hasAt(content, XMP_NAME, 0);
}

function isExif(marker: number, content: Uint8Array): boolean {
  return marker === APP1 && hasAt(content, EXIF_NAME, 0);
}

function cutShort(): PictureError {
  return new PictureError("damaged-picture", "a JPEG that ends or breaks off before its pixels");
}
