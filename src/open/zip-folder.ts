import { unzipSync } from "fflate";
import type { Folder } from "../data/folder.ts";
import { type Problem, reportOn } from "../data/problem.ts";
import { isLitter } from "./data-root.ts";

/** More than any data set needs, and less than what makes a browser tab run out of memory. */
export const ZIP_LIMITS = { files: 100_000, fileBytes: 512 * 2 ** 20, totalBytes: 4 * 2 ** 30 };

/** Unpacked at a time: finding files in the archive means walking through its whole list of contents. */
const BATCH_BYTES = 32 * 2 ** 20;

interface Entry {
  /** As the archive writes it, with backslashes where Windows wrote it. */
  readonly name: string;
  readonly size: number;
}

/**
 * A zip archive as a folder, or `undefined` after reporting why it cannot be one. Files are unpacked when they are
 * asked for and forgotten once given, so that an archive of thousands of days never lies unpacked in memory. A file
 * that unpacks to more than the archive declares is cut off there.
 */
export function readZip(
  bytes: Uint8Array,
  file: string,
  problems: Problem[],
  limits = ZIP_LIMITS,
): Folder | undefined {
  const reporter = reportOn(problems, file);
  const entries = listEntries(bytes);
  if (!entries) {
    reporter.error(
      "no zip archive, or a damaged one",
      "a zip archive",
      "pack the folder again, or drop the folder itself",
    );
    return undefined;
  }
  const paths = [...entries.keys()].sort();
  const sizes = [...entries.values()].map(({ size }) => size);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const largest = Math.max(0, ...sizes);
  if (paths.length > limits.files) {
    const expected = `at most ${limits.files}`;
    reporter.error(`${paths.length} files in the archive`, expected, "pack only the files of the data set");
  }
  if (total > limits.totalBytes || largest > limits.fileBytes) {
    reporter.error(
      `an archive that unpacks to ${inMegabytes(total)}, its largest file to ${inMegabytes(largest)}`,
      `at most ${inMegabytes(limits.totalBytes)}, and ${inMegabytes(limits.fileBytes)} a file`,
      "pack only the files of the data set, or unpack the archive and drop the folder",
    );
  }
  if (reporter.hasFailed()) return undefined;

  const unpacked = new Map<string, Uint8Array>();
  return {
    list: async () => paths,
    read: async (path) => {
      if (!entries.has(path)) throw new Error(`no file ${path} in the archive`);
      if (!unpacked.has(path)) unpackFrom(path);
      const content = unpacked.get(path);
      unpacked.delete(path);
      if (!content) throw new Error(`${path} cannot be unpacked`);
      return content;
    },
  };

  /** Unpacks a file and, as files are mostly asked for in their order, those after it. */
  function unpackFrom(path: string): void {
    unpacked.clear();
    const batch = new Map<string, string>();
    let room = BATCH_BYTES;
    for (const next of paths.slice(paths.indexOf(path))) {
      const entry = entries?.get(next);
      if (!entry || (batch.size > 0 && entry.size > room)) break;
      room -= entry.size;
      batch.set(entry.name, next);
    }
    try {
      const contents = unzipSync(bytes, { filter: ({ name }) => batch.has(name) });
      for (const [name, content] of Object.entries(contents)) unpacked.set(batch.get(name) ?? name, content);
    } catch (error) {
      if (batch.size > 1) unpackAlone(path);
      else throw error;
    }
  }

  /** One damaged file must not take its neighbours with it. */
  function unpackAlone(path: string): void {
    const name = entries?.get(path)?.name;
    const contents = unzipSync(bytes, { filter: (candidate) => candidate.name === name });
    for (const content of Object.values(contents)) unpacked.set(path, content);
  }
}

/** Whether a file is opened as an archive. */
export function isZipName(name: string): boolean {
  return name.toLowerCase().endsWith(".zip");
}

/** The files of an archive by path, without those of its systems; `undefined` if it is none. */
function listEntries(bytes: Uint8Array): ReadonlyMap<string, Entry> | undefined {
  const entries = new Map<string, Entry>();
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const path = name.replaceAll("\\", "/");
        if (!path.endsWith("/") && !isLitter(path)) entries.set(path, { name, size: originalSize });
        return false;
      },
    });
  } catch {
    return undefined;
  }
  return entries;
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MB`;
}
