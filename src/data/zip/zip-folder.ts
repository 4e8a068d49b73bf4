import type { Folder } from "../folder.ts";
import { describeValue, type Problem, reportOn, toOneLine } from "../problem.ts";
import { unpack } from "../unpack.ts";
import { crc32 } from "../crc32.ts";
import { isLitter } from "./litter.ts";
import { findPacked, isInPlace, readZipDirectory, type ZipEntry } from "./zip-directory.ts";

/** More than any data set needs, and less than what makes a browser tab run out of memory. */
export const ZIP_LIMITS = { files: 100_000, fileBytes: 512 * 2 ** 20, totalBytes: 4 * 2 ** 30 };

const STORED = 0;
const DEFLATED = 8;

/**
 * A zip archive as a folder, or `undefined` after reporting why it cannot be one. Files are unpacked when they are
 * asked for and forgotten once given, so that an archive of thousands of days never lies unpacked in memory. A file that is
 * not what the archive says of it, by size or checksum, cannot be read.
 */
export function readZip(
  bytes: Uint8Array<ArrayBuffer>,
  file: string,
  problems: Problem[],
  limits = ZIP_LIMITS,
): Folder | undefined {
  const reporter = reportOn(problems, file);
  const listed = listEntries(bytes);
  if (!listed) {
    reporter.error(
      "damaged-archive",
      "no zip archive, or a damaged one",
      "a zip archive",
      "pack the folder again, or drop the folder itself",
    );
    return undefined;
  }
  const lost = listed.find((entry) => !isInPlace(bytes, entry));
  if (lost) {
    // Which file it was nobody can tell: one whose name is damaged would be left out without a word.
    const found = `no file ${describeValue(lost.path)} where its list of contents has one`;
    reporter.error("damaged-archive", found, "each file in its place", "pack the folder again");
    return undefined;
  }
  const entries = new Map(listed.map((entry) => [entry.path, entry]));
  const paths = [...entries.keys()].sort();
  if (entries.size < listed.length) {
    const seen = new Set<string>();
    const twice = listed.find(({ path }) => seen.size === seen.add(path).size)?.path ?? "";
    const remedy = "pack the folder again: programs differ in which of the two they take";
    reporter.error("damaged-archive", `two files called ${toOneLine(twice)}`, "each name once", remedy);
  }
  const sizes = [...entries.values()].map(({ size }) => size);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  if (paths.length > limits.files) {
    const expected = `at most ${limits.files}`;
    reporter.error(
      "archive-too-large",
      `${paths.length} files in the archive`,
      expected,
      "pack only the files of the data set",
    );
  }
  if (total > limits.totalBytes || largest > limits.fileBytes) {
    reporter.error(
      "archive-too-large",
      `an archive that unpacks to ${inMegabytes(total)}, its largest file to ${inMegabytes(largest)}`,
      `at most ${inMegabytes(limits.totalBytes)}, and ${inMegabytes(limits.fileBytes)} a file`,
      "pack only the files of the data set, or unpack the archive and drop the folder",
    );
  }
  if (reporter.hasFailed()) return undefined;

  return {
    list: async () => paths,
    read: async (path) => {
      const entry = entries.get(path);
      if (!entry) throw new Error(`no file ${path} in the archive`);
      return unpackEntry(bytes, entry);
    },
  };
}

/** @throws Error, with half a sentence for people, if the file is damaged or packed in a way that is not read. */
async function unpackEntry(
  bytes: Uint8Array<ArrayBuffer>,
  entry: ZipEntry,
): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.isEncrypted) throw new Error("protected by a password");
  const packed = findPacked(bytes, entry);
  const content = await unpackBy(entry, packed);
  if (content.length !== entry.size || crc32(content) !== entry.crc)
    throw new Error("damaged in the archive: its checksum is another");
  return content;
}

async function unpackBy({ method, size }: ZipEntry, packed: Uint8Array<ArrayBuffer>) {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new Error("packed by a method that is not read; pack it as common zip");
  return unpack(packed, "deflate-raw", size).catch((error: unknown) => {
    throw new Error("damaged in the archive: it cannot be unpacked", { cause: error });
  });
}

/** Whether a file is opened as an archive. */
export function isZipName(name: string): boolean {
  return name.toLowerCase().endsWith(".zip");
}

/** The files of an archive without those of its systems; `undefined` if it is none. */
function listEntries(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const isToRead = (entry: ZipEntry) => !entry.path.endsWith("/") && !isLitter(entry.path);
  // A damaged name may look like litter: the file stays in the list, to be told of.
  return readZipDirectory(bytes)?.filter((entry) => isToRead(entry) || !isInPlace(bytes, entry));
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MB`;
}
