import { locateOffset } from "./json.ts";
import type { Place, Reporter } from "../problem.ts";

/** Longer files do not fit into one text of the engine (2^29 characters), nor what is read from them into memory. */
export const LARGEST_FILE_MB = 500;

const REMEDY =
  "save it as UTF-8: in a spreadsheet as “CSV UTF-8”, in QGIS with encoding UTF-8, in an editor by “save with encoding”; or declare its encoding in dataset.json";

/** Files that end up in a data set under a wrong name, by their first bytes. */
const SIGNATURES: readonly (readonly [bytes: readonly number[], kind: string, remedy: string])[] = [
  [[0x50, 0x4b, 3, 4], "a zip archive or an Excel workbook", "unpack it, or export the table as CSV UTF-8"],
  [[0xd0, 0xcf, 0x11, 0xe0], "an old Excel workbook", "export the table as CSV UTF-8"],
  [[0x1f, 0x8b], "a file packed by gzip", "unpack it"],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], "a GeoPackage or SQLite database", "export the layer as GeoJSON"],
  [[0, 0, 0x27, 0x0a], "a Shapefile", "export the layer as GeoJSON"],
];

/**
 * The text of a file without its byte order mark; `undefined` after reporting what makes it no text. UTF-16 with a
 * byte order mark is read and warned of; any other encoding than UTF-8 is refused, since guessing would garble names, unless
 * `encoding` declares it.
 */
export function decodeText(bytes: Uint8Array, reporter: Reporter, encoding?: string): string | undefined {
  if (bytes.length === 0) {
    reporter.error("empty-file", "an empty file", "text", "fill it or take it out of dataset.json");
    return undefined;
  }
  if (bytes.length > LARGEST_FILE_MB * 1_000_000) {
    const found = `a file of ${Math.round(bytes.length / 1_000_000)} MB`;
    reporter.error(
      "file-too-large",
      found,
      `at most ${LARGEST_FILE_MB} MB`,
      "split it, for control into one file for each day",
    );
    return undefined;
  }
  const utf16 = nameUtf16(bytes);
  if (utf16 !== undefined) return decodeUtf16(bytes, utf16, reporter);
  const kind = SIGNATURES.find(([signature]) => signature.every((byte, index) => bytes[index] === byte));
  if (kind) {
    reporter.error("not-a-text-file", kind[1], "text in UTF-8", kind[2]);
    return undefined;
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const remedy = "export the data again as text in UTF-8";
    reporter.error(
      "not-a-text-file",
      "a NUL byte, so a binary file or UTF-16 without a mark",
      "text in UTF-8",
      remedy,
      place(bytes, nul),
    );
    return undefined;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const declared = encoding === undefined ? undefined : decodeDeclared(bytes, encoding);
    if (declared !== undefined) {
      const remedy = "nothing need be done: it is read as declared";
      reporter.note("read-as-declared", `text in ${encoding}`, "text in UTF-8", remedy);
      return declared;
    }
    const offset = findInvalidByte(bytes);
    const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, "0");
    reporter.error(
      "not-utf-8",
      `byte ${byte}, which is not UTF-8`,
      "text in UTF-8",
      REMEDY,
      place(bytes, offset),
    );
    return undefined;
  }
}

/** `undefined` where the bytes are no text in that encoding. */
function decodeDeclared(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function nameUtf16([first, second]: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

function decodeUtf16(
  bytes: Uint8Array,
  encoding: "utf-16le" | "utf-16be",
  reporter: Reporter,
): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes("\0")) {
      reporter.warn("not-utf-8", "text in UTF-16", "text in UTF-8", REMEDY);
      return text;
    }
  } catch {
    // Told below: a byte order mark alone does not make a text.
  }
  reporter.error(
    "not-utf-8",
    "a byte order mark of UTF-16 before what is no such text",
    "text in UTF-8",
    REMEDY,
  );
  return undefined;
}

/** Line and column of a byte, all before it being sound UTF-8. */
function place(bytes: Uint8Array, offset: number): Place {
  const text = new TextDecoder("utf-8").decode(bytes.subarray(0, offset));
  return locateOffset(text, text.length);
}

/** Offset of the first byte that starts no sound UTF-8 sequence (RFC 3629); the length if there is none. */
export function findInvalidByte(bytes: Uint8Array): number {
  let offset = 0;
  while (offset < bytes.length) {
    const length = measureSequence(bytes, offset);
    if (length === 0) return offset;
    offset += length;
  }
  return offset;
}

function measureSequence(bytes: Uint8Array, offset: number): number {
  const first = bytes[offset] ?? 0;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let index = 1; index < length; index++) {
    const next = bytes[offset + index] ?? 0;
    // The second byte must neither spell a shorter sequence longer, nor a surrogate, nor a number past U+10FFFF.
    const least = index > 1 ? 0x80 : first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
    const most = index > 1 ? 0xbf : first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
    if (next < least || next > most) return 0;
  }
  return length;
}
