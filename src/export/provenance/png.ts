import { crc32 } from "../../data/crc32.ts";
import { asciiBytes, hasAt, joinBytes, viewOf } from "../bytes.ts";
import { PictureError } from "./picture-error.ts";

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const LONGEST_CHUNK = 2 ** 31 - 1;

/**
 * How the text chunk (iTXt) begins in which XMP lies: its name; then that it is not compressed, by what, and that it has no language
 * and no name in one.
 */
const XMP_START = joinBytes([asciiBytes("XML:com.adobe.xmp"), new Uint8Array(5)]);
const XMP_NAME = XMP_START.subarray(0, -4);

interface Chunk {
  readonly type: string;
  readonly content: Uint8Array;
  /** With length, type and checksum. */
  readonly whole: Uint8Array;
}

export function isPng(bytes: Uint8Array): boolean {
  return hasAt(bytes, SIGNATURE, 0);
}

/** @throws PictureError if the bytes end within a chunk, or before the last. */
export function* readChunks(bytes: Uint8Array): Generator<Chunk> {
  const view = viewOf(bytes);
  let at = SIGNATURE.length;
  for (;;) {
    if (at + 12 > bytes.length) throw cutShort();
    const length = view.getUint32(at);
    if (length > LONGEST_CHUNK || at + 12 + length > bytes.length) throw cutShort();
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const end = at + 12 + length;
    yield { type, content: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) };
    if (type === "IEND") return;
    at = end;
  }
}

/** The PNG with XMP in front of its pixels, in the place of any it had. @throws PictureError if it is damaged. */
export function putXmpInPng(bytes: Uint8Array, xmp: Uint8Array): Uint8Array<ArrayBuffer> {
  const kept = [...readChunks(bytes)].filter((chunk) => !isXmp(chunk)).map(({ whole }) => whole);
  const [header, ...rest] = kept;
  if (!header) throw cutShort();
  return joinBytes([SIGNATURE, header, makeChunk("iTXt", joinBytes([XMP_START, xmp])), ...rest]);
}

/** `undefined` if it has none. @throws PictureError if it is damaged before that, or what it has cannot be read. */
export function findXmpInPng(bytes: Uint8Array): Uint8Array | undefined {
  for (const chunk of readChunks(bytes)) {
    if (!isXmp(chunk)) continue;
    const { content, whole } = chunk;
    const checksum = viewOf(whole).getUint32(whole.length - 4);
    if (crc32(whole.subarray(4, -4)) !== checksum)
      throw new PictureError("damaged-picture", "a text chunk that is not what its checksum says");
    if (!hasAt(content, XMP_START, 0))
      throw new PictureError(
        "picture-without-provenance",
        "XMP that another program has compressed or named",
      );
    return content.subarray(XMP_START.length);
  }
  return undefined;
}

function isXmp({ type, content }: Chunk): boolean {
  return type === "iTXt" && hasAt(content, XMP_NAME, 0);
}

/** A chunk of PNG with length and checksum. */
export function makeChunk(type: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const named = joinBytes([asciiBytes(type), content]);
  const [before, after] = [new Uint8Array(4), new Uint8Array(4)];
  viewOf(before).setUint32(0, content.length);
  viewOf(after).setUint32(0, crc32(named));
  return joinBytes([before, named, after]);
}

function cutShort(): PictureError {
  return new PictureError("damaged-picture", "a PNG that ends in the middle of a chunk or before its last");
}
