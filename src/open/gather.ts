import type { Dropped, GatherOptions } from "./walk-dropped.ts";
import type { NamedFile } from "./worker-protocol.ts";

/** What was dropped or picked, and the name under which the reader knows it. */
export interface Gathered {
  readonly name: string;
  readonly files: readonly NamedFile[];
  /** Where the files lie on the disk, in browsers that tell it of a folder. */
  readonly folder?: FileSystemDirectoryHandle | undefined;
}

/** Nothing is dropped before the first picture stands. */
export const loadWalker = () => import("./walk-dropped.ts");

/** A drop, in browsers that give handles to what was dropped. */
type WithHandle = DataTransferItem & { readonly getAsFileSystemHandle?: () => Dropped["handle"] };

/**
 * What finds all files of a drop, those in folders included. Must be called within the drop event: the browser shows what was
 * dropped only then, and lets it be read later. What it gives rejects when aborted, and with an Error if a folder cannot be read.
 */
export function gatherDropped(
  transfer: DataTransfer,
  onFound: GatherOptions["onFound"],
): (signal: AbortSignal) => Promise<Gathered> {
  const isOnDisk = location.protocol === "file:";
  const tops = [...transfer.items]
    .filter((item) => item.kind === "file")
    .map((item: WithHandle) => ({
      entry: item.webkitGetAsEntry(),
      file: item.getAsFile(),
      handle: item.getAsFileSystemHandle?.(),
    }));
  return async (signal) => {
    const { findFolder, walkDropped } = await loadWalker();
    const files = await walkDropped(tops, { onFound, signal, isOnDisk });
    const name = nameOf(tops.map(({ entry, file }) => entry?.name ?? file?.name ?? ""));
    return { name, files, folder: await findFolder(tops) };
  };
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
