import type { Folder } from "./folder.ts";

/** A folder in memory: files by their path, as text (written as UTF-8) or as bytes. */
export function folderFromTexts(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const byPath = new Map(Object.entries(files));
  return {
    list: async () => [...byPath.keys()],
    read: async (path) => {
      const file = byPath.get(path);
      if (file === undefined) throw new Error(`no ${path}`);
      return typeof file === "string" ? new TextEncoder().encode(file) : file;
    },
  };
}
