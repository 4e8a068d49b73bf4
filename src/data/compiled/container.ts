/** Named parts of a file, each compressed for itself, so that one can be read without the others. */
export type Parts = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

const MAGIC = "FRONTLINE\n";
const LENGTH_DIGITS = 10;

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

/** One file of named parts: a line of magic, the length of the header as text, the header as JSON, then the parts. */
export async function packParts(format: string, parts: Parts): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await Promise.all(
    [...parts].map(async ([name, bytes]) => ({
      name,
      bytes: await pipe(bytes, new CompressionStream("gzip")),
    })),
  );
  const entries = packed.map(({ name, bytes }) => ({ name, length: bytes.length }));
  const header: Header = { format, hash: await hashParts(parts), parts: entries };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const lead = new TextEncoder().encode(`${MAGIC}${String(text.length).padStart(LENGTH_DIGITS)}`);
  return join([lead, text, ...packed.map(({ bytes }) => bytes)]);
}

export interface OpenContainer {
  readonly format: string;
  readonly hash: string;
  /** Rejects if there is no such part or it is damaged. */
  readonly read: (name: string) => Promise<Uint8Array<ArrayBuffer>>;
}

/** @throws Error, with a sentence for people, if the bytes are no container. */
export function openContainer(bytes: Uint8Array<ArrayBuffer>): OpenContainer {
  const lead = MAGIC.length + LENGTH_DIGITS;
  const start = new TextDecoder().decode(bytes.subarray(0, lead));
  if (!start.startsWith(MAGIC)) throw new Error("This is no compiled data set");
  const end = lead + Number(start.slice(MAGIC.length));
  const header = parseHeader(new TextDecoder().decode(bytes.subarray(lead, end)));
  let at = end;
  const places = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const { name, length } of header.parts) {
    places.set(name, bytes.subarray(at, at + length));
    at += length;
  }
  if (at !== bytes.length)
    throw new Error("The compiled data set is cut off or has something behind its end");
  return {
    format: header.format,
    hash: header.hash,
    async read(name) {
      const place = places.get(name);
      if (!place) throw new Error(`The compiled data set has no part ${name}`);
      return pipe(place, new DecompressionStream("gzip"));
    },
  };
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
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", join(named)));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function parseHeader(text: string): Header {
  const header: unknown = JSON.parse(text);
  const { format, hash, parts } = (header ?? {}) as Partial<Record<keyof Header, unknown>>;
  if (typeof format === "string" && typeof hash === "string" && Array.isArray(parts) && parts.every(isEntry))
    return { format, hash, parts };
  throw new Error("The compiled data set has a header that cannot be read");
}

function isEntry(value: unknown): value is PartEntry {
  const { name, length } = (value ?? {}) as Partial<Record<keyof PartEntry, unknown>>;
  return typeof name === "string" && typeof length === "number" && Number.isInteger(length) && length >= 0;
}

async function pipe(
  bytes: Uint8Array<ArrayBuffer>,
  through: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(through);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function join(pieces: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
