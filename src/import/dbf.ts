import { fromDayNumber, parseDay } from "../core/day.ts";
import { createDecoder, guessEncoding } from "./decode.ts";
import type { Cell } from "./sheet.ts";

/** A table of dBase, as shapefiles have it. */
export interface DbfTable {
  readonly fields: readonly string[];
  /** As many as the file has whole, deleted ones among them as `undefined`. */
  readonly rows: readonly (readonly Cell[] | undefined)[];
  /** How many rows the head promises. */
  readonly promised: number;
  readonly encoding: string;
  /** Others that would fit as well, where the encoding was guessed. */
  readonly others: readonly string[] | undefined;
}

interface Field {
  readonly name: Uint8Array;
  readonly type: string;
  readonly start: number;
  readonly length: number;
}

const HEAD_LENGTH = 32;
const FIELD_LENGTH = 32;
const END_OF_FIELDS = 0x0d;
const DELETED = 0x2a;
/** Encodings by the mark that dBase has for them; the one for "ANSI" says nothing, as every Windows has its own. */
const MARKS: Readonly<Record<number, string>> = {
  0x03: "windows-1252",
  0x59: "windows-1252",
  0x7d: "windows-1255",
  0x7e: "windows-1256",
  0xc8: "windows-1250",
  0xc9: "windows-1251",
  0xca: "windows-1254",
  0xcb: "windows-1253",
  0xcc: "windows-1257",
  0x26: "ibm866",
  0x65: "ibm866",
};

/**
 * Reads a dBase table. `said` is the encoding that the options or a `.cpg` name; without it the mark in the head counts, then UTF-8 where
 * all texts are that, then it is guessed. `undefined` if the head is damaged. Date fields are days as they are written; numbers that do not
 * fit their field, and memos, which lie in another file, are nothing.
 */
export function readDbf(bytes: Uint8Array, said: string | undefined, most: number): DbfTable | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEAD_LENGTH + 1) return undefined;
  const promised = view.getUint32(4, true);
  const start = view.getUint16(8, true);
  const length = view.getUint16(10, true);
  const fields = readFields(bytes, Math.min(start, bytes.length));
  const needed = fields.reduce((sum, field) => sum + field.length, 1);
  if (fields.length === 0 || length < needed || start < HEAD_LENGTH + 1) return undefined;
  const count = Math.min(promised, Math.floor(Math.max(0, bytes.length - start) / length), most + 1);
  const texts = collectTexts(bytes, fields, { start, length, count });
  const { encoding, others } = findEncoding(said, bytes[29] ?? 0, texts);
  const decode = createDecoder(encoding);
  const rows = Array.from({ length: count }, (_, index) => {
    const at = start + index * length;
    if (bytes[at] === DELETED) return undefined;
    return fields.map((field) => readCell(view, at + field.start, field, decode));
  });
  const names = fields.map(({ name }) => decode(name));
  return { fields: names, rows, promised, encoding, others };
}

function readFields(bytes: Uint8Array, end: number): Field[] {
  const fields: Field[] = [];
  let start = 1;
  for (let at = HEAD_LENGTH; at + FIELD_LENGTH <= end && bytes[at] !== END_OF_FIELDS; at += FIELD_LENGTH) {
    const name = cutAtZero(bytes.subarray(at, at + 11));
    const type = String.fromCharCode(bytes[at + 11] ?? 0);
    // Texts may be longer than a byte can say; the second is that of decimals for numbers.
    const length = (bytes[at + 16] ?? 0) + (type === "C" ? 256 * (bytes[at + 17] ?? 0) : 0);
    fields.push({ name, type, start, length });
    start += length;
  }
  return fields;
}

function cutAtZero(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

function readCell(
  view: DataView,
  at: number,
  { type, length }: Field,
  decode: (bytes: Uint8Array) => string,
): Cell {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at, length);
  const read = () => new TextDecoder("latin1").decode(cutAtZero(bytes)).trim();
  switch (type) {
    case "C":
      return decode(trimText(bytes)) || undefined;
    case "D": {
      // Years before 1000 are written without their zero by some.
      const [, year = "", month, date] = /^(\d{1,4})(\d\d)(\d\d)$/.exec(read()) ?? [];
      const day = parseDay(`${year.padStart(4, "0")}-${month}-${date}`);
      return day && { day };
    }
    case "N":
    case "F":
      return toNumber(read());
    case "L":
      return readLogical(read());
    case "I":
    case "+":
      return length === 4 ? view.getInt32(at, true) : undefined;
    case "B":
    case "O":
      return length === 8 ? toFinite(view.getFloat64(at, true)) : undefined;
    case "Y":
      return length === 8 ? Number(view.getBigInt64(at, true)) / 10_000 : undefined;
    case "T":
    case "@":
      return length === 8 ? readJulian(view.getInt32(at, true)) : undefined;
    default:
      return undefined;
  }
}

function toNumber(text: string): Cell {
  const plain = text.replace(",", ".");
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(plain)) return undefined;
  const number = Number(plain);
  // Numbers of more digits than can be counted are names of something.
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? plain : toFinite(number);
}

function toFinite(number: number): number | undefined {
  return Number.isFinite(number) ? number : undefined;
}

function readLogical(text: string): boolean | undefined {
  if (/^[TtYy]$/.test(text)) return true;
  return /^[FfNn]$/.test(text) ? false : undefined;
}

/** The day 1970-01-01 among those that astronomers count. */
const JULIAN_1970 = 2_440_588;

function readJulian(count: number): Cell {
  if (count <= 0) return undefined;
  try {
    // Parsed again: before the year 1 there are no days of ours.
    const day = parseDay(fromDayNumber(count - JULIAN_1970));
    return day && { day };
  } catch {
    return undefined;
  }
}

/** Without the blanks and zeros that fill a field up. */
function trimText(bytes: Uint8Array): Uint8Array {
  const cut = cutAtZero(bytes);
  let end = cut.length;
  while (end > 0 && cut[end - 1] === 0x20) end -= 1;
  return cut.subarray(0, end);
}

const SAMPLE = 200_000;

/** All texts that have letters beyond ASCII, one after the other, as far as they tell the encoding. */
function collectTexts(
  bytes: Uint8Array,
  fields: readonly Field[],
  { start, length, count }: { start: number; length: number; count: number },
): Uint8Array[] {
  const texts = fields.map(({ name }) => name).filter(isBeyondAscii);
  let size = 0;
  for (let index = 0; index < count && size < SAMPLE; index++) {
    const at = start + index * length;
    for (const field of fields) {
      if (field.type !== "C") continue;
      const text = trimText(bytes.subarray(at + field.start, at + field.start + field.length));
      if (!isBeyondAscii(text)) continue;
      size += text.length;
      texts.push(text);
    }
  }
  return texts;
}

function isBeyondAscii(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte > 0x7f);
}

function findEncoding(
  said: string | undefined,
  mark: number,
  texts: readonly Uint8Array[],
): { encoding: string; others: readonly string[] | undefined } {
  if (said !== undefined) return { encoding: said, others: undefined };
  if (texts.length === 0) return { encoding: MARKS[mark] ?? "utf-8", others: undefined };
  // The mark is often left as some program has it, whatever the texts are; nothing but UTF-8 looks like that by chance.
  if (texts.every(isUtf8)) return { encoding: "utf-8", others: undefined };
  const marked = MARKS[mark];
  if (marked !== undefined) return { encoding: marked, others: undefined };
  return guessEncoding(Uint8Array.from(texts.flatMap((text) => [...text, 0x20])));
}

/** Whether a text is UTF-8, a letter that is cut off at the end of its field left aside. */
function isUtf8(text: Uint8Array): boolean {
  for (const cut of [0, 1, 2, 3]) {
    const whole = text.subarray(0, text.length - cut);
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(whole);
      return cut === 0 || isBeyondAscii(text.subarray(text.length - cut, text.length - cut + 1));
    } catch {
      // Shorter, then.
    }
  }
  return false;
}

/**
 * The encoding that a `.cpg` names, as TextDecoder knows it: "1256", "ANSI 1256", "CP1256", "65001", "ISO 88596" and the like;
 * `undefined` if it is none.
 */
export function readCodePage(text: string): string | undefined {
  const name = text
    .replace(/^\uFEFF/, "")
    .trim()
    .toLowerCase();
  const [, number] = /(?:^|\D)(\d{3,6})$/.exec(name) ?? [];
  const [, part] = /8859[-_ ]?(\d{1,2})$/.exec(name) ?? [];
  const known = [
    part === undefined ? undefined : `iso-8859-${part}`,
    number === "65001" ? "utf-8" : undefined,
    number === "866" ? "ibm866" : undefined,
    number === undefined ? undefined : `windows-${number}`,
    name.replaceAll(/[ _]/g, "-"),
    name,
  ];
  return known.find((label) => label !== undefined && isKnown(label));
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== "";
  } catch {
    return false;
  }
}
