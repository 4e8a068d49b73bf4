import { isLitter } from "../data/zip/litter.ts";
import type { NamedFile } from "./worker-protocol.ts";

/** One thing that was dropped, as far as the browser shows it. */
export interface Dropped {
  readonly entry: FileSystemEntry | null;
  readonly file: File | null;
  /** The same thing by the way that Chromium has, which tells where it lies. */
  readonly handle: Promise<FileSystemHandle | null> | undefined;
}

export interface GatherOptions {
  /** Told how many files were found so far. */
  readonly onFound: (count: number) => void;
  readonly signal: AbortSignal;
  /** The page was opened from the disk: there Chromium does not let it read entries, and handles only. */
  readonly isOnDisk: boolean;
}

/** The one folder that was dropped, by the handle it has. */
export async function findFolder(tops: readonly Dropped[]): Promise<FileSystemDirectoryHandle | undefined> {
  const [only, ...others] = tops;
  const held = others.length === 0 ? await only?.handle?.catch(() => null) : null;
  return held instanceof FileSystemDirectoryHandle ? held : undefined;
}

/** A home directory dropped by mistake is not walked to its end. */
const MOST_FILES = 200_000;

/**
 * All files of what was dropped, those in folders included. Rejects when aborted, and with an Error if a folder cannot be
 * read.
 */
export async function walkDropped(
  tops: readonly Dropped[],
  { onFound, signal, isOnDisk }: GatherOptions,
): Promise<readonly NamedFile[]> {
  const files: NamedFile[] = [];
  const add = (path: string, file: File) => {
    signal.throwIfAborted();
    files.push({ path, file });
    if (files.length > MOST_FILES) throw new Error(`more than ${MOST_FILES} files`);
    onFound(files.length);
  };
  for (const { entry, file, handle } of tops) {
    const held = isOnDisk ? await handle : undefined;
    if (held) await walkHandle(held, held.name, add);
    else if (entry) await walkEntry(entry, add);
    else if (file) add(file.name, file);
  }
  return files;
}

type Add = (path: string, file: File) => void;

async function walkEntry(entry: FileSystemEntry, add: Add): Promise<void> {
  const path = entry.fullPath.replace(/^\//, "");
  if (isLitter(path)) return;
  if (isFile(entry))
    return add(path, await new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
  if (!isDirectory(entry)) return;
  const reader = entry.createReader();
  for (;;) {
    // A browser gives the entries of a folder a hundred at a time, and an empty list at the end.
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (entries.length === 0) return;
    for (const inner of entries) await walkEntry(inner, add);
  }
}

async function walkHandle(handle: FileSystemHandle, path: string, add: Add): Promise<void> {
  if (isLitter(path)) return;
  if (handle instanceof FileSystemFileHandle) return add(path, await handle.getFile());
  if (!(handle instanceof FileSystemDirectoryHandle)) return;
  for await (const inner of handle.values()) await walkHandle(inner, `${path}/${inner.name}`, add);
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
