import { isLitter } from "../data/zip/litter.ts";
import type { NamedFile } from "./worker-protocol.ts";

/** What was dropped or picked, and the name under which the reader knows it. */
export interface Gathered {
  readonly name: string;
  readonly files: readonly NamedFile[];
}

interface GatherOptions {
  /** Told how many files were found so far. */
  readonly onFound: (count: number) => void;
  readonly signal: AbortSignal;
}

/** A home directory dropped by mistake is not walked to its end. */
const MOST_FILES = 200_000;

/**
 * All files of a drop, those in folders included. Must be called within the drop event: the browser shows what was
 * dropped only then, and lets it be read later. Rejects when aborted, and with an Error if a folder cannot be read.
 */
export async function gatherDropped(transfer: DataTransfer, options: GatherOptions): Promise<Gathered> {
  const tops = [...transfer.items]
    .filter((item) => item.kind === "file")
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const files: NamedFile[] = [];
  for (const { entry, file } of tops) {
    if (entry) await walk(entry, files, options);
    else if (file) files.push({ path: file.name, file });
  }
  return { name: nameOf(tops.map(({ entry, file }) => entry?.name ?? file?.name ?? "")), files };
}

/** The files of a file or folder picker. */
export function gatherPicked(picked: Iterable<File>): Gathered {
  const files = [...picked].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  return { name: nameOf([...new Set(files.map(({ path }) => path.split("/")[0] ?? path))]), files };
}

/** One folder or archive has a name of its own; of loose files the first is named, and a mark says there are more. */
function nameOf(names: readonly string[]): string {
  const [first = "", ...others] = names;
  return others.length === 0 ? first.replace(/\.zip$/i, "") : `${first}…`;
}

async function walk(entry: FileSystemEntry, files: NamedFile[], options: GatherOptions): Promise<void> {
  options.signal.throwIfAborted();
  const path = entry.fullPath.replace(/^\//, "");
  if (isLitter(path)) return;
  if (isFile(entry)) {
    files.push({ path, file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)) });
    if (files.length > MOST_FILES) throw new Error(`more than ${MOST_FILES} files`);
    options.onFound(files.length);
    return;
  }
  if (!isDirectory(entry)) return;
  const reader = entry.createReader();
  for (;;) {
    // A browser gives the entries of a folder a hundred at a time, and an empty list at the end.
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (entries.length === 0) return;
    for (const inner of entries) await walk(inner, files, options);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
