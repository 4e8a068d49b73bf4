import { type Reporter, toOneLine } from "../problem.ts";

/** In place of the characters from `start` to before `end` of a text. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text of a file, and how to change a part of it so that all other bytes stay. */
export interface EditableText {
  /** Without the mark of its encoding. */
  readonly text: string;
  /**
   * The bytes after the changes, which may not overlap. `undefined` after reporting a letter that the encoding of the file does not
   * have.
   */
  readonly splice: (changes: readonly Splice[], reporter: Reporter) => Uint8Array | undefined;
}

interface Encoding {
  readonly name: string;
  /** Bytes of its mark. */
  readonly markLength: number;
  readonly decode: (bytes: Uint8Array) => string;
  /** `undefined` where it has no such letter. */
  readonly encode: (text: string) => Uint8Array | undefined;
  /** Bytes that so many characters of a text take up. */
  readonly measure: (text: string, length: number) => number;
}

const SAVE_AS_UTF8 = "save the file as UTF-8, or leave the letter out";

/**
 * A file as text that can be changed in place: in UTF-8 or UTF-16, or in `encoding` where every letter of that is one byte.
 * `undefined` after reporting a file that is none of these; its other faults are for those who read it.
 */
export function openText(
  bytes: Uint8Array,
  encoding: string | undefined,
  reporter: Reporter,
): EditableText | undefined {
  const found = findEncoding(bytes, encoding);
  if (!found) {
    reporter.error(
      "not-utf-8",
      `text in ${toOneLine(encoding ?? "an unknown encoding")}`,
      "UTF-8, UTF-16, or an encoding with one byte a letter",
      "save the file as UTF-8 to edit it here",
    );
    return undefined;
  }
  const { markLength, decode, encode, measure, name } = found;
  const text = decode(bytes.subarray(markLength));
  return {
    text,
    splice(changes, reporter) {
      const parts: Uint8Array[] = [];
      let done = 0;
      let [known, knownBytes] = [0, markLength];
      // Counted on from the change before.
      const offsetOf = (at: number) => {
        knownBytes += measure(text.slice(known, at), at - known);
        known = at;
        return knownBytes;
      };
      for (const change of changes.toSorted((one, other) => one.start - other.start)) {
        const written = encode(change.text);
        if (!written) {
          const letter = [...change.text].find((each) => !encode(each)) ?? "";
          const fault = `the letter ${JSON.stringify(letter)}`;
          reporter.error("not-utf-8", fault, `letters that ${name} has`, SAVE_AS_UTF8);
          return undefined;
        }
        parts.push(bytes.subarray(done, offsetOf(change.start)), written);
        done = offsetOf(change.end);
      }
      return join([...parts, bytes.subarray(done)]);
    },
  };
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function findEncoding(bytes: Uint8Array, declared: string | undefined): Encoding | undefined {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return utf16("utf-16le");
  if (first === 0xfe && second === 0xff) return utf16("utf-16be");
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
  if (isDecodable(bytes, "utf-8")) return utf8(hasMark ? 3 : 0);
  return declared === undefined ? undefined : oneByte(bytes, declared);
}

function isDecodable(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Half of a letter of two, which UTF-8 cannot write. */
const LONE_SURROGATE = /\p{Surrogate}/u;

function utf8(markLength: number): Encoding {
  const encoder = new TextEncoder();
  return {
    name: "UTF-8",
    markLength,
    decode: (bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
    encode: (text) => (LONE_SURROGATE.test(text) ? undefined : encoder.encode(text)),
    measure: (text) => encoder.encode(text).length,
  };
}

function utf16(encoding: "utf-16le" | "utf-16be"): Encoding {
  return {
    name: "UTF-16",
    markLength: 2,
    decode: (bytes) => new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes),
    encode(text) {
      const bytes = new Uint8Array(2 * text.length);
      const view = new DataView(bytes.buffer);
      for (let index = 0; index < text.length; index++)
        view.setUint16(2 * index, text.charCodeAt(index), encoding === "utf-16le");
      return bytes;
    },
    measure: (_, length) => 2 * length,
  };
}

/** An encoding in which every byte of the file is a letter, and each letter one byte. */
function oneByte(bytes: Uint8Array, encoding: string): Encoding | undefined {
  if (!isDecodable(bytes, encoding)) return undefined;
  const decoder = new TextDecoder(encoding);
  const byteOf = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--) {
    const letter = decoder.decode(Uint8Array.of(byte));
    if (letter !== "\uFFFD" && letter.length === 1) byteOf.set(letter, byte);
  }
  const decode = (part: Uint8Array) => decoder.decode(part);
  if (decode(bytes).length !== bytes.length) return undefined;
  return {
    name: encoding,
    markLength: 0,
    decode,
    encode(text) {
      const found = Array.from(text, (letter) => byteOf.get(letter));
      return found.every((byte) => byte !== undefined) ? Uint8Array.from(found) : undefined;
    },
    measure: (_, length) => length,
  };
}
