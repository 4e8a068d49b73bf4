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

/** What a container says of itself in front of its parts. */
interface Header {
  readonly format: string;
  /** SHA-256 over the names and contents of all parts, in hexadecimal: the same content has the same hash anywhere. */
  readonly hash: string;
  readonly parts: readonly PartEntry[];
}

interface PartEntry {
  readonly name: string;
  /** In bytes, compressed (gzip). */
  readonly length: number;
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

/** One file of named parts: a line of magic, the length of the header as text, the header as JSON, then the parts. */
export async function packParts(
  format: string,
  parts: Parts,
  pack: Pack = packAsBrowsersDo,
): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await Promise.all(
    [...parts].map(async ([name, bytes]) => ({
      name,
      bytes: await pack(bytes),
    })),
  );
  const entries = packed.map(({ name, bytes }) => ({ name, length: bytes.length }));
  const header: Header = { format, hash: await hashParts(parts), parts: entries };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const lead = new TextEncoder().encode(`${MAGIC}${String(text.length).padStart(LENGTH_DIGITS)}`);
  return joinAll([lead, text, ...packed.map(({ bytes }) => bytes)]);
}

export interface OpenContainer {
  readonly format: string;
  readonly hash: string;
  /**
   * All parts, unpacked, after their hash was compared with that of the header. Rejects with a {@link ContainerError} if one
   * is damaged or is not what was packed, or if they unpack to more than `most` bytes together.
   */
  readonly read: (most?: number) => Promise<Parts>;
}

/** @throws ContainerError if the bytes are no container. */
export function openContainer(bytes: Uint8Array<ArrayBuffer>): OpenContainer {
  const lead = MAGIC.length + LENGTH_DIGITS;
  const start = new TextDecoder().decode(bytes.subarray(0, lead));
  if (!start.startsWith(MAGIC)) throw new ContainerError("This is no compiled data set");
  const length = start.slice(MAGIC.length);
  if (!/^ *\d+$/.test(length))
    throw new ContainerError("The compiled data set has a header that cannot be read");
  const end = lead + Number(length);
  const header = parseHeader(new TextDecoder().decode(bytes.subarray(lead, end)));
  let at = end;
  const places = header.parts.map(({ name, length: size }) => {
    at += size;
    return [name, bytes.subarray(at - size, at)] as const;
  });
  if (at !== bytes.length)
    throw new ContainerError("The compiled data set is cut off or has something behind its end");
  return {
    format: header.format,
    hash: header.hash,
    async read(most = LARGEST_SUM) {
      const parts = new Map<string, Uint8Array<ArrayBuffer>>();
      let left = most;
      // One after the other: each may be as large as those before it leave room for.
      for (const [name, packed] of places) {
        const part = await unpackPart(packed, name, Math.min(left, LARGEST_PART));
        left -= part.length;
        parts.set(name, part);
      }
      const hash = await hashParts(parts);
      // Either is empty where no hash can be made.
      if (hash !== header.hash && hash !== "" && header.hash !== "")
        throw new ContainerError("The compiled data set is damaged: it is not what its hash says");
      return parts;
    },
  };
}

async function unpackPart(
  packed: Uint8Array<ArrayBuffer>,
  name: string,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await unpack(packed, "gzip", most);
  } catch (error) {
    const what = error instanceof TooLargeError ? `unpacks to more than ${most} bytes` : "is damaged";
    throw new ContainerError(`The part ${name} of the compiled data set ${what}`, { cause: error });
  }
}

/**
 * SHA-256 over names and contents, in hexadecimal. Empty in a page that was not loaded over HTTPS or from localhost:
 * browsers hash nowhere else.
 */
async function hashParts(parts: Parts): Promise<string> {
  if (!("subtle" in globalThis.crypto)) return "";
  const named = [...parts].flatMap(([name, bytes]) => [
    new TextEncoder().encode(`${name} ${bytes.length}\n`),
    bytes,
  ]);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", joinAll(named)));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function parseHeader(text: string): Header {
  const { format, hash, parts } = (tryToParse(text) ?? {}) as Partial<Record<keyof Header, unknown>>;
  if (typeof format === "string" && typeof hash === "string" && Array.isArray(parts) && parts.every(isEntry))
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

function isEntry(value: unknown): value is PartEntry {
  const { name, length } = (value ?? {}) as Partial<Record<keyof PartEntry, unknown>>;
  return typeof name === "string" && typeof length === "number" && Number.isInteger(length) && length >= 0;
}

async function packAsBrowsersDo(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function joinAll(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return join(
    pieces,
    pieces.reduce((sum, { length }) => sum + length, 0),
  );
}
