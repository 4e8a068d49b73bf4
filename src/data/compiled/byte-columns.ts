/** Whole numbers written one after the other, small ones in one byte: 7 bits a byte, the top bit set while more follow. */
export interface ByteWriter {
  /** Of 0 to 2^53 - 1. */
  readonly writeCount: (value: number) => void;
  /** Of either sign; the nearer to 0, the shorter. */
  readonly writeStep: (value: number) => void;
  readonly toBytes: () => Uint8Array<ArrayBuffer>;
}

export function createByteWriter(): ByteWriter {
  let bytes = new Uint8Array(4096);
  let length = 0;

  function writeCount(value: number): void {
    if (length + 8 > bytes.length) {
      const larger = new Uint8Array(bytes.length * 2);
      larger.set(bytes);
      bytes = larger;
    }
    let rest = value;
    while (rest >= 0x80) {
      bytes[length++] = (rest % 0x80) + 0x80;
      rest = Math.floor(rest / 0x80);
    }
    bytes[length++] = rest;
  }

  return {
    writeCount,
    writeStep: (value) => writeCount(value < 0 ? -2 * value - 1 : 2 * value),
    toBytes: () => bytes.slice(0, length),
  };
}

export interface ByteReader {
  readonly readCount: () => number;
  readonly readStep: () => number;
  /** A count of things that take at least a byte each: no more than there are bytes, whatever stands there. */
  readonly readLength: () => number;
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

  return {
    readCount,
    readLength() {
      const length = readCount();
      if (length > bytes.length) throw new RangeError(`${length} things in ${bytes.length} bytes`);
      return length;
    },
    readStep() {
      const value = readCount();
      return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
    },
  };
}
