import { reportOn, type Reporter } from "../data/problem.ts";
import type { Reading } from "./reading.ts";

/** Encodings that a person is offered where a text does not say its own, by the names that TextDecoder has for them. */
const OLD_ENCODINGS = [
  "windows-1256",
  "windows-1251",
  "windows-1252",
  "windows-1250",
  "windows-1254",
  "windows-1255",
  "iso-8859-6",
  "koi8-u",
  "ibm866",
] as const;

/** Those that are told apart by what their texts look like. */
const GUESSED = ["windows-1252", "windows-1251", "windows-1256"] as const;

/**
 * The text of a file in the encoding that the options name, else that of its byte order mark, else `declared` (what the file
 * itself says), else UTF-8. If it is none of these it is guessed from the letters, and a note says so. `undefined` after
 * reporting what makes it no text.
 */
export function decodeText(reading: Reading, declared?: string): string | undefined {
  const { bytes, file, options, problems, notes } = reading;
  const reporter = reportOn(problems, file);
  const chosen = options.encodings?.[file];
  if (chosen !== undefined) return decodeAs(chosen, bytes, reporter);
  const marked = findMark(bytes) ?? findWideText(bytes);
  if (marked !== undefined) return decodeAs(marked, bytes, reporter);
  if (bytes.includes(0)) return refuseNul("\0", reporter);
  if (declared !== undefined && !/^utf-?8$/i.test(declared)) return decodeAs(declared, bytes, reporter);
  const sound = tryUtf8(bytes);
  if (sound !== undefined) return sound;
  const mended = readNearlyUtf8(bytes, reporter);
  if (mended !== undefined) return mended;
  if (bytes.some(isControl)) {
    const remedy = "export the data again as text in UTF-8";
    reporter.error("not-a-text-file", "bytes that no text has, so a binary file", "text", remedy);
    return undefined;
  }
  const { encoding, others } = guessEncoding(bytes);
  notes.push({ kind: "encoding-guessed", file, encoding, others });
  return createDecoder(encoding)(bytes);
}

/** Whether a byte is a control character that no text has: tabs, ends of lines and pages, and a last mark of old are ones that it may. */
function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x1a && (byte < 0x09 || byte > 0x0d);
}

function tryUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeAs(encoding: string, bytes: Uint8Array, reporter: Reporter): string | undefined {
  if (/^utf-?32/i.test(encoding)) return refuseNul(decodeUtf32(bytes, /be$/i.test(encoding)), reporter);
  try {
    return refuseNul(createDecoder(encoding)(bytes), reporter);
  } catch {
    const remedy = "save it as UTF-8, or choose another encoding";
    reporter.error(
      "not-utf-8",
      `an encoding ${JSON.stringify(encoding)}`,
      "an encoding that is known",
      remedy,
    );
    return undefined;
  }
}

/** The text, unless it has a sign that no text has: then it was none. */
function refuseNul(text: string, reporter: Reporter): string | undefined {
  if (!text.includes("\0")) return text;
  const remedy = "export the data again as text in UTF-8";
  reporter.error("not-a-text-file", "a NUL byte, so a binary file", "text", remedy);
  return undefined;
}

/** What stands at 0x80 to 0x9F in windows-1252. */
const UPPER_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/**
 * Decodes bytes of an encoding as the standard of the web has it. Some versions of Node take windows-1252 for ISO 8859-1, which
 * has no letters there. @throws RangeError if there is no such encoding.
 */
export function createDecoder(label: string): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder(label);
  if (decoder.encoding !== "windows-1252") return (bytes) => decoder.decode(bytes);
  return (bytes) =>
    decoder
      .decode(bytes)
      .replaceAll(/[\u0080-\u009F]/g, (sign) => UPPER_1252.charAt(sign.charCodeAt(0) - 0x80));
}

function findMark(bytes: Uint8Array): string | undefined {
  const begins = (...mark: readonly number[]) => mark.every((byte, index) => bytes[index] === byte);
  if (begins(0xef, 0xbb, 0xbf)) return "utf-8";
  // In this order: the one begins like the other.
  if (begins(0xff, 0xfe, 0, 0)) return "utf-32le";
  if (begins(0, 0, 0xfe, 0xff)) return "utf-32be";
  if (begins(0xff, 0xfe)) return "utf-16le";
  return begins(0xfe, 0xff) ? "utf-16be" : undefined;
}

/** UTF-16 and UTF-32 without a mark, where the first two letters are of ASCII, as those of tables and of JSON are. */
function findWideText(bytes: Uint8Array): string | undefined {
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = bytes.subarray(0, 5);
  if (first !== 0 && second === 0 && third === 0 && fourth === 0 && fifth !== 0) return "utf-32le";
  if (first === 0 && second === 0 && third === 0 && fourth !== 0) return "utf-32be";
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return "utf-16le";
  return first === 0 && second !== 0 && third === 0 && fourth !== 0 ? "utf-16be" : undefined;
}

function decodeUtf32(bytes: Uint8Array, isBigEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength - (bytes.byteLength % 4));
  const letters: string[] = [];
  for (let at = 0; at < view.byteLength; at += 4) {
    const code = view.getUint32(at, !isBigEndian);
    const isLetter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    if (at > 0 || code !== 0xfeff) letters.push(isLetter ? String.fromCodePoint(code) : "\uFFFD");
  }
  return letters.join("");
}

/** Of so many letters beyond ASCII one may be broken in a text that is still UTF-8. */
const SOUND_FOR_ONE = 20;

/** A text in UTF-8 with a few bytes that are none, such as one cut off within a letter; these become "\uFFFD", and a problem says so. */
function readNearlyUtf8(bytes: Uint8Array, reporter: Reporter): string | undefined {
  const text = new TextDecoder("utf-8").decode(bytes);
  let [broken, sound] = [0, 0];
  for (const letter of text) {
    if (letter === "\uFFFD") broken += 1;
    else if (letter > "\u007F") sound += 1;
  }
  if (broken * SOUND_FOR_ONE > sound) return undefined;
  const remedy = "look for “\uFFFD” in names, and save the file as UTF-8 again";
  reporter.warn("not-utf-8", `${broken} letters that are not UTF-8`, "text in UTF-8", remedy);
  return text;
}

/** As much as tells the encoding. */
const SAMPLE = 200_000;

/** In which old encoding a text most probably is, and in which others it may be, the likeliest first. */
export function guessEncoding(bytes: Uint8Array): { encoding: string; others: readonly string[] } {
  const sample = bytes.subarray(0, SAMPLE);
  const scores = GUESSED.map((encoding) => ({ encoding, score: scoreEncoding(encoding, sample) }));
  const [best, ...rest] = scores.toSorted((one, other) => other.score - one.score);
  const encoding = best?.encoding ?? "windows-1252";
  const ranked: readonly string[] = rest.map((candidate) => candidate.encoding);
  return {
    encoding,
    others: [...ranked, ...OLD_ENCODINGS.filter((name) => !GUESSED.some((of) => of === name))],
  };
}

/** How many more letters stand in words as people write them than in words of which nobody does. */
function scoreEncoding(encoding: string, sample: Uint8Array): number {
  const text = createDecoder(encoding)(sample);
  let score = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const foreign = [...word].filter((letter) => letter > "\u007F").length;
    if (foreign > 0) score += isWritten(word, foreign) ? foreign : -foreign;
  }
  // Letters of the right script stand in words: signs among them are those of another encoding.
  return score - (text.match(/(?=[\u0080-\uFFFF])[\p{S}\p{Cc}]/gu)?.length ?? 0);
}

function isWritten(word: string, foreign: number): boolean {
  if (/^[\p{Script=Arabic}\p{M}]+$/u.test(word)) return true;
  const isCased = /^(?:\p{Lu}?[\p{Ll}\p{M}]*|\p{Lu}+)$/u.test(word);
  if (/^\p{Script=Cyrillic}+$/u.test(word)) return isCased;
  return isCased && /^\p{Script=Latin}+$/u.test(word) && foreign * 2 <= word.length;
}
