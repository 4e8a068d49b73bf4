/** Whole numbers written one after the other, small ones in one byte: 7 bits a byte, the top bit set while more follow. */
export interface ByteWriter {
  /** Of 0 to 2^53 - 1. */
  readonly writeCount: (value: number) => void;
  /** Of either sign; the nearer to 0, the shorter. */
  readonly writeStep: (value: number) => void;
  /** Many of either sign, byte by byte: the lowest of all of them first. Low bytes are noise, high ones much alike. */
  readonly writePlanes: (values: ArrayLike<number>) => void;
  readonly writeText: (text: string) => void;
  readonly toBytes: () => Uint8Array<ArrayBuffer>;
}

/** Of planes: 2^53 - 1 takes so many bytes. */
const MOST_PLANES = 7;

export function createByteWriter(): ByteWriter {
  let bytes = new Uint8Array(4096);
  let length = 0;

  function makeRoom(more: number): void {
    if (length + more <= bytes.length) return;
    const larger = new Uint8Array(Math.max(bytes.length * 2, length + more));
    larger.set(bytes);
    bytes = larger;
  }

  function writeCount(value: number): void {
    makeRoom(8);
    let rest = value;
    while (rest >= 0x80) {
      bytes[length++] = (rest % 0x80) + 0x80;
      rest = Math.floor(rest / 0x80);
    }
    bytes[length++] = rest;
  }

  return {
    writeCount,
    writeStep: (value) => writeCount(foldSign(value)),
    writePlanes(values) {
      let rest = Float64Array.from(values, foldSign);
      const largest = rest.reduce((most, value) => Math.max(most, value), 0);
      let width = 1; // So that a count of things is never more than there are bytes.
      while (256 ** width <= largest) width += 1;
      writeCount(width);
      makeRoom(width * rest.length);
      for (let plane = 0; plane < width; plane++) {
        for (const value of rest) bytes[length++] = value % 256;
        rest = rest.map((value) => Math.floor(value / 256));
      }
    },
    writeText(text) {
      const encoded = new TextEncoder().encode(text);
      writeCount(encoded.length);
      makeRoom(encoded.length);
      bytes.set(encoded, length);
      length += encoded.length;
    },
    toBytes: () => bytes.slice(0, length),
  };
}

function foldSign(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

function unfoldSign(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}

export interface ByteReader {
  readonly readCount: () => number;
  readonly readStep: () => number;
  /** A count of things that take at least a byte each: no more than there are bytes, whatever stands there. */
  readonly readLength: () => number;
  /** So many of either sign. */
  readonly readPlanes: (count: number) => Float64Array;
  readonly readText: () => string;
}

/** @throws RangeError when read past the end, or at a number that no writer writes. */
export function createByteReader(bytes: Uint8Array): ByteReader {
  let at = 0;

  function readCount(): number {
    let value = 0;
    let unit = 1;
    for (;;) {
      const byte = bytes[at++];
      if (byte === undefined) throw new RangeError("The bytes end in the middle of a number");
      value += (byte & 0x7f) * unit;
      if (value > Number.MAX_SAFE_INTEGER) throw new RangeError("A number is too large");
      if (byte < 0x80) return value;
      unit *= 0x80;
    }
  }

  /** Goes past so many bytes; the place after them. */
  function take(length: number): number {
    if (at + length > bytes.length) throw new RangeError(`${length} bytes of ${bytes.length - at}`);
    at += length;
    return at;
  }

  return {
    readCount,
    readLength() {
      const length = readCount();
      if (length > bytes.length) throw new RangeError(`${length} things in ${bytes.length} bytes`);
      return length;
    },
    readStep: () => unfoldSign(readCount()),
    readPlanes(count) {
      const width = readCount();
      if (width < 1 || width > MOST_PLANES) throw new RangeError("A number is too large");
      take(width * count);
      const values = new Float64Array(count);
      for (let plane = width - 1; plane >= 0; plane--) {
        const start = at - (width - plane) * count;
        for (let index = 0; index < count; index++)
          values[index] = (values[index] ?? 0) * 256 + (bytes[start + index] ?? 0);
      }
      return values.map(unfoldSign);
    },
    readText() {
      const length = readCount();
      const end = take(length);
      return new TextDecoder().decode(bytes.subarray(end - length, end));
    },
  };
}
