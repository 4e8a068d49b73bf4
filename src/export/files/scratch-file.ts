/** A file that is being made: on the disk of the browser where there is such a thing, else in memory. */
export interface ScratchFile {
  /**
   * Writes bytes at a place, counted from the start of the file; what lies there is overwritten. Rejects with
   * {@link NoRoom} where the disk or the browser's share of it is full.
   */
  readonly write: (bytes: Uint8Array<ArrayBuffer>, position: number) => Promise<void>;
  /** The file as it is, to be handed to the reader at once: what lies on the disk is removed after some minutes. */
  readonly finish: (type: string) => Promise<Blob>;
  /** Removes what has been written. */
  readonly discard: () => Promise<void>;
}

/** There is no room for what is to be written. */
export class NoRoom extends Error {}

const FOLDER = "export";
/** Long enough for any browser to copy a finished file to where the reader keeps it. */
const KEPT_MS = 600_000;

/**
 * Opens a file of which nothing stays in memory, in the part of the disk that the browser keeps for this page alone. Where
 * there is none, as in private windows and older browsers, it grows in memory. What was left there by pages that were
 * closed while they worked is removed.
 */
export async function openScratchFile(): Promise<ScratchFile> {
  try {
    return await openOnDisk();
  } catch {
    return openInMemory();
  }
}

async function openOnDisk(): Promise<ScratchFile> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(FOLDER, { create: true });
  await sweep(folder);
  const name = crypto.randomUUID();
  const release = await hold(name);
  const file = await folder.getFileHandle(name, { create: true });
  const writable = await file.createWritable();
  const discard = async () => {
    // Fails where it is closed already.
    await writable.abort().catch(() => {});
    await folder.removeEntry(name).catch(() => {});
    release();
  };
  return {
    write: (data, position) => tellNoRoom(() => writable.write({ type: "write", data, position })),
    async finish(type) {
      await tellNoRoom(() => writable.close());
      setTimeout(() => void discard(), KEPT_MS);
      const content = await file.getFile();
      return content.slice(0, content.size, type);
    },
    discard,
  };
}

async function tellNoRoom(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof DOMException && error.name === "QuotaExceededError")
      throw new NoRoom(error.message, { cause: error });
    throw error;
  }
}

/** Removes the files that no page holds any more. */
async function sweep(folder: FileSystemDirectoryHandle): Promise<void> {
  for await (const name of folder.keys()) {
    await navigator.locks.request(lockOf(name), { ifAvailable: true }, async (lock) => {
      if (lock) await folder.removeEntry(name).catch(() => {});
    });
  }
}

/** Tells other pages that a file is in use, until it is released or this page is gone. */
function hold(name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const held = navigator.locks.request(
      lockOf(name),
      () => new Promise<void>((release) => resolve(release)),
    );
    held.catch(reject);
  });
}

function lockOf(name: string): string {
  return `${FOLDER}/${name}`;
}

/** A file in memory. */
export function openInMemory(): ScratchFile {
  let bytes = new Uint8Array(1 << 16);
  let size = 0;
  return {
    async write(data, position) {
      const end = position + data.length;
      if (end > bytes.length) {
        const larger = allocate(Math.max(end, 2 * bytes.length));
        larger.set(bytes);
        bytes = larger;
      }
      bytes.set(data, position);
      size = Math.max(size, end);
    },
    finish: async (type) => new Blob([bytes.subarray(0, size)], { type }),
    async discard() {
      bytes = new Uint8Array();
      size = 0;
    },
  };
}

function allocate(length: number): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(length);
  } catch (error) {
    throw new NoRoom(`no memory for ${length} bytes`, { cause: error });
  }
}
