import type { Folder } from "../data/folder.ts";
import { isLitter } from "../data/zip/litter.ts";
import type { NamedFile } from "./worker-protocol.ts";

/** Dropped or picked files as a folder. Nothing is read before it is asked for. */
export function toFolder(files: readonly NamedFile[]): Folder {
  const fileByPath = new Map(
    files.filter(({ path }) => !isLitter(path)).map(({ path, file }) => [path, file]),
  );
  return {
    list: async () => [...fileByPath.keys()],
    read: async (path) => {
      const file = fileByPath.get(path);
      if (!file) throw new Error(`no file ${path}`);
      return new Uint8Array(await file.arrayBuffer());
    },
  };
}
