import type { LaterParts } from "../later-parts.ts";
import { showMarks } from "../problem.ts";
import { join, TooLargeError, unpack } from "../unpack.ts";

/** Named parts of a file, each compressed for itself, so that one can be read without the others. */
export type Parts = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** What every container begins with. */
export const MAGIC = "FRONTLINE\n";
const LENGTH_DIGITS = 10;
/** A part unpacked: what the engine takes as one text, and more than the largest data set that was ever measured. */
const LARGEST_PART = 2 ** 29 - 1;
/** All parts unpacked: a file can have any number of them. */
const LARGEST_SUM = 2 ** 30;

const PART_NAME = /^[A-Za-z][A-Za-z0-9-]{0,62}$/;
/** Without a slash or a colon no address but one beside the container can be meant. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
/** Empty where no hash could be made. */
const HASH = /^(?:[0-9a-f]{64})?$/;

/** What a container says of itself in front of its parts. */
export interface Header {
  readonly format: string;
  /** SHA-256 over what names the content of all parts, in hexadecimal: the same content has the same hash anywhere. */
  readonly hash: string;
  readonly parts: readonly PartEntry[];
}

export interface PartEntry {
  readonly name: string;
  /** In bytes, compressed (gzip). */
  readonly length: number;
  /** In bytes, uncompressed. */
  readonly size: number;
  /** SHA-256 of the uncompressed bytes, in hexadecimal. */
  readonly sha256: string;
  /** It is read only when somebody asks for it. */
  readonly later?: true | undefined;
  /** The file beside the container in which a later part lies; without it, it lies in the container. */
  readonly file?: string | undefined;
}

/** A part that lies in the container, still packed. */
export interface PlacedPart {
  readonly entry: PartEntry;
  readonly packed: Uint8Array<ArrayBuffer>;
}

/** Bytes that are no container of ours or a damaged one; the message is a sentence for people. */
export class ContainerError extends Error {
  override readonly name = "ContainerError";

  /** `sentence` may quote what the bytes say: marks that cannot be seen are shown as code points. */
  constructor(sentence: string, options?: ErrorOptions) {
    super(showMarks(sentence), options);
  }
}

/** Makes a gzip stream of bytes. */
export type Pack = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

/** Gives the bytes of a file that lies beside a container, by its plain name; rejects if there is none. */
export type ReadBeside = (file: string) => Promise<Uint8Array<ArrayBuffer>>;

interface Packing {
  /** Parts that are not to be read with the others. */
  readonly later?: Parts;
  readonly pack?: Pack | undefined;
}

/** One file of named parts: a line of magic, the length of the header as text, the header as JSON, then the parts. */
export async function packParts(
  format: string,
  parts: Parts,
  { later = new Map(), pack = packAsBrowsersDo }: Packing = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const all = [...parts, ...[...later].map(([name, bytes]) => [name, bytes, true] as const)];
  const packed = await Promise.all(
    all.map(async ([name, bytes, isLater]) => {
      const [content, sha256] = await Promise.all([pack(bytes), hashBytes(bytes)]);
      const size = bytes.length;
      return {
        entry: { name, length: content.length, size, sha256, later: isLater },
        packed: content,
      };
    }),
  );
  const entries = packed.map(({ entry }) => entry);
  return joinContainer({ format, hash: await hashEntries(entries), parts: entries }, packed);
}

/** A container of a header and what it says lies in it, in that order. */
export function joinContainer(header: Header, placed: readonly PlacedPart[]): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const lead = new TextEncoder().encode(`${MAGIC}${String(text.length).padStart(LENGTH_DIGITS)}`);
  const pieces = [lead, text, ...placed.map(({ packed }) => packed)];
  return join(
    pieces,
    pieces.reduce((sum, { length }) => sum + length, 0),
  );
}

export interface OpenContainer {
  readonly format: string;
  readonly hash: string;
  /**
   * All parts but those that come later, unpacked, after each was compared with its hash. Rejects with a
   * {@link ContainerError} if one is damaged or is not what was packed, or if they unpack to more than `most` bytes together.
   */
  readonly read: (most?: number) => Promise<Parts>;
  /** The parts that come later. What is wrong with one of them keeps nobody from the rest. */
  readonly later: LaterParts;
}

/** @throws ContainerError if the bytes are no container. */
export function takeApart(bytes: Uint8Array<ArrayBuffer>): {
  readonly header: Header;
  readonly placed: readonly PlacedPart[];
} {
  const lead = MAGIC.length + LENGTH_DIGITS;
  const start = new TextDecoder().decode(bytes.subarray(0, lead));
  if (!start.startsWith(MAGIC)) throw new ContainerError("This is no compiled data set");
  const length = start.slice(MAGIC.length);
  if (!/^ *\d+$/.test(length))
    throw new ContainerError("The compiled data set has a header that cannot be read");
  const end = lead + Number(length);
  const header = parseHeader(new TextDecoder().decode(bytes.subarray(lead, end)));
  let at = end;
  const placed = header.parts
    .filter(({ file }) => file === undefined)
    .map((entry) => {
      at += entry.length;
      return { entry, packed: bytes.subarray(at - entry.length, at) };
    });
  if (at !== bytes.length)
    throw new ContainerError("The compiled data set is cut off or has something behind its end");
  return { header, placed };
}

/**
 * Opens a container. `readBeside` finds parts that lie in files beside it; without it these cannot be had.
 *
 * @throws ContainerError if the bytes are no container.
 */
export function openContainer(
  bytes: Uint8Array<ArrayBuffer>,
  readBeside: ReadBeside = refuseBeside,
): OpenContainer {
  const { header, placed } = takeApart(bytes);
  const { format, hash, parts: entries } = header;
  // Copied: whoever keeps them would keep the whole file.
  const kept = new Map(
    placed.filter(({ entry }) => entry.later).map(({ entry, packed }) => [entry.name, packed.slice()]),
  );
  const laterEntries = entries.filter(({ later }) => later);
  return {
    format,
    hash,
    async read(most = LARGEST_SUM) {
      await checkHash(header);
      const parts = new Map<string, Uint8Array<ArrayBuffer>>();
      let left = most;
      // One after the other: each may be as large as those before it leave room for.
      for (const { entry, packed } of placed) {
        if (entry.later) continue;
        const part = await unpackPart(packed, entry, left);
        left -= part.length;
        parts.set(entry.name, part);
      }
      return parts;
    },
    later: {
      names: laterEntries.map(({ name }) => name),
      async load(name) {
        const entry = laterEntries.find((part) => part.name === name);
        if (!entry) throw new ContainerError(`The compiled data set has no part ${name}`);
        await checkHash(header);
        const packed = kept.get(name) ?? (await fetchBeside(entry, readBeside));
        return unpackPart(packed, entry, LARGEST_SUM);
      },
    },
  };
}

async function refuseBeside(): Promise<never> {
  throw new Error("nothing lies beside this file");
}

/** Rejects with a {@link ContainerError} if the file cannot be had, or has another length than it is to have. */
export async function fetchBeside(
  { name, file = "", length }: PartEntry,
  readBeside: ReadBeside,
): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await readBeside(file).catch((error: unknown) => {
    throw new ContainerError(`The part ${name} of the compiled data set cannot be had from ${file}`, {
      cause: error,
    });
  });
  if (packed.length === length) return packed;
  throw new ContainerError(`The part ${name} of the compiled data set is not what lies in ${file}`);
}

async function unpackPart(
  packed: Uint8Array<ArrayBuffer>,
  { name, size, sha256 }: PartEntry,
  left: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const most = Math.min(left, LARGEST_PART);
  const part = await unpack(packed, "gzip", most).catch((error: unknown) => {
    const what = error instanceof TooLargeError ? `unpacks to more than ${most} bytes` : "is damaged";
    throw new ContainerError(`The part ${name} of the compiled data set ${what}`, { cause: error });
  });
  const found = await hashBytes(part);
  if (part.length === size && isSameHash(found, sha256)) return part;
  throw new ContainerError(`The part ${name} of the compiled data set is not what its hash says`);
}

/** Rejects with a {@link ContainerError} if the hash of the whole is not that of what the header says of the parts. */
async function checkHash({ hash, parts }: Header): Promise<void> {
  if (!isSameHash(await hashEntries(parts), hash))
    throw new ContainerError("The compiled data set is damaged: it is not what its hash says");
}

/** Either is empty where no hash can be made. */
function isSameHash(one: string, other: string): boolean {
  return one === other || one === "" || other === "";
}

/** Says of each part what it is called, how long it is, what is in it, and whether it comes later; not where it lies. */
async function hashEntries(entries: readonly PartEntry[]): Promise<string> {
  const lines = entries.map(
    ({ name, size, sha256, later }) => `${name} ${size} ${sha256}${later ? " later" : ""}\n`,
  );
  return hashBytes(new TextEncoder().encode(lines.join("")));
}

/**
 * SHA-256 in hexadecimal. Empty in a page that was not loaded over HTTPS or from localhost: browsers hash nowhere else.
 */
async function hashBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (!("subtle" in globalThis.crypto)) return "";
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function parseHeader(text: string): Header {
  const { format, hash, parts } = (tryToParse(text) ?? {}) as Partial<Record<keyof Header, unknown>>;
  if (typeof format === "string" && typeof hash === "string" && Array.isArray(parts) && areEntries(parts))
    return { format, hash, parts };
  throw new ContainerError("The compiled data set has a header that cannot be read");
}

function tryToParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function areEntries(values: readonly unknown[]): values is readonly PartEntry[] {
  return values.every(isEntry) && new Set(values.map(({ name }) => name)).size === values.length;
}

function isEntry(value: unknown): value is PartEntry {
  const { name, length, size, sha256, later, file } = (value ?? {}) as Partial<
    Record<keyof PartEntry, unknown>
  >;
  return (
    matches(name, PART_NAME) &&
    isCount(length) &&
    isCount(size) &&
    matches(sha256, HASH) &&
    (later === undefined || later === true) &&
    (file === undefined || (later === true && matches(file, FILE_NAME)))
  );
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function matches(value: unknown, pattern: RegExp): boolean {
  return typeof value === "string" && pattern.test(value);
}

async function packAsBrowsersDo(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
