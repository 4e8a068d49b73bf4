import { lstat, mkdir, realpath, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { UsageError } from "./io.ts";

/**
 * Writes a file that is either there in full or not at all: under a passing name beside it, which is then changed, and
 * deleted if the program is ended before. A file that is replaced gives its mode to the new one, and a symbolic link stays
 * and leads to it. Rejects, and leaves what was there, if it cannot be written, or if its parts, where it comes in parts, end
 * in an error.
 *
 * @throws UsageError if what is there is no file that could be replaced.
 */
export async function writeWholeFile(
  path: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<void> {
  await findReplaced(path);
  // Given the content itself, the package takes a disk that is full in the middle of it for the end.
  await writeFileAtomic(path, "", { tmpfileCreated: (passing) => writeFile(passing, content) });
}

/**
 * The real path of the file that writing there replaces; `undefined` if there is none.
 *
 * @throws UsageError if something else is there: a device, a pipe, a folder, a link that leads nowhere, or a file that
 * its owner has protected.
 */
export async function findReplaced(path: string): Promise<string | undefined> {
  try {
    await lstat(path);
  } catch (error) {
    if (isSystemError(error) && error.code === "ENOENT") return undefined;
    throw error;
  }
  const place = await realpath(path).catch(() => undefined);
  const found = place === undefined ? undefined : await stat(place);
  if (!found?.isFile()) throw new UsageError(`${path} is no regular file and is left as it is`);
  if ((found.mode & 0o222) === 0) throw new UsageError(`${path} is protected from being written`);
  return place;
}

/**
 * Makes a folder and those it lies in, or none of them; gives the topmost that was made. Node's own way of doing so never
 * ends in some folders of the system where nothing can be made.
 */
export async function makeFolder(path: string): Promise<string | undefined> {
  if (await isFolder(path)) return undefined;
  const above = dirname(path);
  const first = above === path ? undefined : await makeFolder(above);
  try {
    await mkdir(path);
  } catch (error) {
    if (first !== undefined) await rm(first, { recursive: true, force: true });
    throw error;
  }
  return first ?? path;
}

export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** An error of the system, such as a full disk, and not a fault of the program. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "code" in error;
}

/** What the system says, without its paths: "no space left on device (ENOSPC)". */
export function describeSystemError({ message, code = "" }: NodeJS.ErrnoException): string {
  const [, text] = /^\w+: ([^,]+)/.exec(message) ?? [];
  return text === undefined ? code : `${text} (${code})`;
}
