import {
  fetchBeside,
  joinContainer,
  type PartEntry,
  type PlacedPart,
  type ReadBeside,
  takeApart,
} from "./container.ts";

/** A file that is to lie beside a container, with a later part of it. */
export interface BesideFile {
  /** Says what is in it, so that a web server may let it be kept for ever. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Enough that two parts never meet. */
const HASH_DIGITS = 8;

/**
 * The later parts of a compiled file, each in a file of its own, and the compiled file without them, which names these. Its
 * hash stays: the content is the same. A part without a hash stays in the file.
 *
 * @throws ContainerError if the bytes are no compiled file.
 */
export function putBeside(bytes: Uint8Array<ArrayBuffer>): {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly files: readonly BesideFile[];
} {
  const { header, placed } = takeApart(bytes);
  const leaving = placed.filter(({ entry }) => entry.later && entry.sha256 !== "");
  const files = leaving.map(({ entry, packed }) => ({ name: nameFile(entry), bytes: packed }));
  const names = new Map(leaving.map(({ entry }) => [entry.name, nameFile(entry)]));
  const parts = header.parts.map((entry) => ({ ...entry, file: names.get(entry.name) ?? entry.file }));
  return {
    bytes: joinContainer(
      { ...header, parts },
      placed.filter((part) => !leaving.includes(part)),
    ),
    files,
  };
}

function nameFile({ name, sha256 }: PartEntry): string {
  return `${name}-${sha256.slice(0, HASH_DIGITS)}.part`;
}

/**
 * Undoes {@link putBeside}. A part whose file is not there or has another length stays where the file says, so that whoever asks
 * for it is told.
 *
 * @throws ContainerError if the bytes are no compiled file.
 */
export async function bringIn(
  bytes: Uint8Array<ArrayBuffer>,
  readBeside: ReadBeside,
): Promise<Uint8Array<ArrayBuffer>> {
  const { header, placed } = takeApart(bytes);
  if (header.parts.every(({ file }) => file === undefined)) return bytes;
  const within = new Map<string, PlacedPart>(placed.map((part) => [part.entry.name, part]));
  for (const entry of header.parts) {
    if (entry.file === undefined) continue;
    const packed = await fetchBeside(entry, readBeside).catch(() => undefined);
    if (packed) within.set(entry.name, { entry: { ...entry, file: undefined }, packed });
  }
  const parts = header.parts.map((entry) => within.get(entry.name)?.entry ?? entry);
  return joinContainer(
    { ...header, parts },
    parts.flatMap(({ name }) => within.get(name) ?? []),
  );
}
