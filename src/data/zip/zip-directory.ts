/** What an archive says of one of its files, in the list of contents at its end. */
export interface ZipEntry {
  /** With "/" between its parts, also where Windows wrote it. A folder ends in "/". */
  readonly path: string;
  /** The path as it is written. */
  readonly name: Uint8Array;
  readonly isEncrypted: boolean;
  /** 0: as it is; 8: deflated. */
  readonly method: number;
  readonly crc: number;
  /** In bytes, in the archive and unpacked. */
  readonly packedSize: number;
  readonly size: number;
  /** Where its own header begins. */
  readonly start: number;
}

const END = 0x06054b50;
const END_LENGTH = 22;
const END_64 = 0x06064b50;
const END_64_LENGTH = 56;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_64_LENGTH = 20;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;
/** Stands for a number that is in the 64 bit part of the entry. */
const ELSEWHERE = 0xffffffff;

/**
 * The list of contents of a zip archive, which may have a program in front of it that unpacks it; `undefined` if there
 * is none or it is damaged. Only the list is read: what it says of a file is to be checked against the file.
 */
export function readZipDirectory(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const list = findList(view);
    return list && readList(bytes, view, list);
  } catch (error) {
    // An offset or a length that leads out of the archive.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The bytes of a file as the archive keeps them. @throws Error, with half a sentence for people, if they are not there. */
export function findPacked(bytes: Uint8Array<ArrayBuffer>, entry: ZipEntry): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { start, packedSize } = entry;
  if (!isInPlace(bytes, entry)) throw new Error("damaged in the archive: another file is in its place");
  const from = start + LOCAL_LENGTH + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (from + packedSize > bytes.length) throw new Error("damaged in the archive: it is cut off");
  return bytes.subarray(from, from + packedSize);
}

/** Whether a file of the name that the list has for it is where the list says: each name is in the archive twice. */
export function isInPlace(bytes: Uint8Array, { start, name }: ZipEntry): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = start + LOCAL_LENGTH;
  if (start < 0 || at + name.length > bytes.length || view.getUint32(start, true) !== LOCAL) return false;
  return (
    view.getUint16(start + 26, true) === name.length &&
    name.every((byte, index) => bytes[at + index] === byte)
  );
}

interface List {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  /** How much stands in front of the archive, from whose beginning it counts. */
  readonly shift: number;
}

function findList(view: DataView): List | undefined {
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const end64 = findEnd64(view, end);
  const [at, count, size, offset] =
    end64 === undefined
      ? [end, view.getUint16(end + 10, true), view.getUint32(end + 12, true), view.getUint32(end + 16, true)]
      : [end64, readLong(view, end64 + 32), readLong(view, end64 + 40), readLong(view, end64 + 48)];
  const start = at - size;
  if (start < 0 || start < offset) return undefined;
  return { start, end: at, count, shift: start - offset };
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (view.getUint32(at, true) === END && at + view.getUint16(at + 20, true) <= last) return at;
  return undefined;
}

function findEnd64(view: DataView, end: number): number | undefined {
  const locator = end - LOCATOR_64_LENGTH;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return undefined;
  const places = [readLong(view, locator + 8), locator - END_64_LENGTH];
  return places.find((at) => at >= 0 && at + END_64_LENGTH <= locator && view.getUint32(at, true) === END_64);
}

function readList(
  bytes: Uint8Array,
  view: DataView,
  { start, end, count, shift }: List,
): ZipEntry[] | undefined {
  const entries: ZipEntry[] = [];
  let at = start;
  while (at < end) {
    if (view.getUint32(at, true) !== ENTRY) return undefined;
    const extra = at + ENTRY_LENGTH + view.getUint16(at + 28, true);
    const name = bytes.subarray(at + ENTRY_LENGTH, extra);
    const comment = extra + view.getUint16(at + 30, true);
    const long = findLong(view, extra, comment);
    const read = (offset: number) => {
      const value = view.getUint32(at + offset, true);
      return value === ELSEWHERE ? (long() ?? value) : value;
    };
    // In this order: the numbers that are elsewhere stand there in it.
    const size = read(24);
    const packedSize = read(20);
    entries.push({
      path: decodeName(name).replaceAll("\\", "/"),
      name,
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize,
      size,
      start: read(42) + shift,
    });
    at = comment + view.getUint16(at + 32, true);
  }
  // With a wrong count files would be missing, and nobody told. Some programs write 16 bits of a larger one.
  return at === end && (entries.length - count) % 2 ** 16 === 0 ? entries : undefined;
}

/** Gives one after the other the numbers of 64 bits that an entry has. */
function findLong(view: DataView, from: number, to: number): () => number | undefined {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    const end = next + view.getUint16(at + 2, true);
    return () => {
      if (next + 8 > end) return undefined;
      next += 8;
      return readLong(view, next - 8);
    };
  }
  return () => undefined;
}

function readLong(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

/** Many programs write UTF-8 and do not say so. What is no UTF-8 is some encoding of old, in which at least ASCII is right. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("latin1").decode(bytes);
  }
}
