import { isLitter } from "../data/zip/litter.ts";
import type { NamedFile } from "./worker-protocol.ts";

/** What browsers have of folders on the disk that the types of the language do not know yet. */
interface DiskWindow {
  readonly showDirectoryPicker?: (options: {
    readonly id: string;
    readonly mode: "read" | "readwrite";
  }) => Promise<FileSystemDirectoryHandle>;
}
interface Permitted {
  readonly requestPermission?: (wish: { readonly mode: "readwrite" }) => Promise<PermissionState>;
}

/** Whether the reader can hand the page a folder to follow or to write into. */
export function canPickFolder(): boolean {
  return (window as DiskWindow).showDirectoryPicker !== undefined;
}

/** A folder of the reader's choice; `undefined` if none was chosen. Must be called within a click. */
export async function pickFolder(mode: "read" | "readwrite"): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await (window as DiskWindow).showDirectoryPicker?.({ id: "frontline", mode });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return undefined;
    throw error;
  }
}

/** A home directory chosen by mistake is not walked to its end. */
const MOST_FILES = 200_000;

/** All files of a folder, those in folders included, by their paths from its name on. Rejects if it cannot be read. */
export async function listFolder(
  folder: FileSystemDirectoryHandle,
  signal?: AbortSignal,
): Promise<readonly NamedFile[]> {
  const files: NamedFile[] = [];
  async function walk(inner: FileSystemDirectoryHandle, path: string): Promise<void> {
    for await (const handle of inner.values()) {
      signal?.throwIfAborted();
      const name = `${path}/${handle.name}`;
      if (isLitter(handle.name)) continue;
      if (handle instanceof FileSystemDirectoryHandle) await walk(handle, name);
      else if (handle instanceof FileSystemFileHandle) {
        const file = await handle.getFile().catch(skipGone);
        if (file) files.push({ path: name, file });
      }
      if (files.length > MOST_FILES) throw new Error(`more than ${MOST_FILES} files`);
    }
  }
  await walk(folder, folder.name);
  return files;
}

/** A file that was there when its folder was listed and is gone now: programs write by way of files of their own. */
function skipGone(error: unknown): undefined {
  if (!(error instanceof DOMException) || error.name !== "NotFoundError") throw error;
}

export interface WrittenFile {
  /** From the folder on, with "/" between its parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Whether the reader lets the page write there. Must be called within a click. */
export async function mayWrite(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const asked = await (folder as Permitted).requestPermission?.({ mode: "readwrite" });
  return asked === undefined || asked === "granted";
}

/** Writes files into a folder; what else lies there stays. Each is whole or as before. Rejects if one cannot be written. */
export async function writeFiles(
  folder: FileSystemDirectoryHandle,
  files: readonly WrittenFile[],
): Promise<void> {
  for (const { path, bytes } of files) {
    const parts = path.split("/");
    const name = parts.pop() ?? "";
    let inner = folder;
    for (const part of parts) inner = await inner.getDirectoryHandle(part, { create: true });
    const handle = await inner.getFileHandle(name, { create: true });
    const stream = await handle.createWritable();
    // A copy, since a view of a shared buffer cannot be written.
    await stream.write(new Uint8Array(bytes));
    await stream.close();
  }
}

/** Makes a new folder of that name within another, with a number behind it where there is one already. */
export async function makeFolder(
  within: FileSystemDirectoryHandle,
  name: string,
): Promise<FileSystemDirectoryHandle> {
  const taken = new Set<string>();
  for await (const key of within.keys()) taken.add(key.toLowerCase());
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name}-${number}`;
  return within.getDirectoryHandle(free, { create: true });
}
