/** The bytes one after the other. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** The bytes of a text of ASCII letters. */
export function asciiBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** Whether `part` lies at a place in the bytes; not so where it would reach beyond their end. */
export function hasAt(bytes: Uint8Array, part: Uint8Array, at: number): boolean {
  return at + part.length <= bytes.length && part.every((byte, index) => bytes[at + index] === byte);
}

/** Where `part` begins first, from a place on and before another, which it may reach beyond; -1 if nowhere. */
export function findBytes(bytes: Uint8Array, part: Uint8Array, from = 0, end: number = bytes.length): number {
  const first = part[0] ?? 0;
  for (let at = bytes.indexOf(first, from); at >= 0 && at < end; at = bytes.indexOf(first, at + 1)) {
    if (hasAt(bytes, part, at)) return at;
  }
  return -1;
}

/** For numbers of more than one byte. */
export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
