import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { LARGEST_FILE_MB } from "../data/text/decode-text.ts";
import type { Folder } from "../data/folder.ts";

/**
 * A folder on disk. Files and folders whose names begin with a dot are not listed, symbolic links neither. Only regular
 * files inside the folder are read, also through links: a data set from elsewhere must not lead out of its folder, nor
 * to a device or a pipe, of which there may be no end.
 */
export function openNodeFolder(root: string): Folder {
  return {
    async list() {
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
        .filter((path) => !path.split("/").some((part) => part.startsWith(".")));
    },
    async read(path) {
      const file = await realpath(join(root, path));
      if (!file.startsWith(join(await realpath(root), sep)))
        throw new Error("a link that leads out of the folder");
      const found = await stat(file);
      if (!found.isFile()) throw new Error("no regular file");
      // Asked before reading: the file may be larger than the memory.
      const megabytes = Math.round(found.size / 1_000_000);
      if (megabytes > LARGEST_FILE_MB)
        throw new Error(`${megabytes} MB, and at most ${LARGEST_FILE_MB} MB are read`);
      return readFile(file);
    },
  };
}
