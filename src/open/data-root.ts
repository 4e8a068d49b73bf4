import type { Folder } from "../data/folder.ts";
import { DECLARATION_FILE } from "../data/declaration/declaration-file.ts";

/**
 * The folders that hold a `dataset.json` and lie least deep, each with its final "/"; "" is the top. People drop a
 * folder, its contents, or an archive that wraps the folder in another.
 */
export function findDataRoots(paths: readonly string[]): readonly string[] {
  const roots = paths
    .filter((path) => path === DECLARATION_FILE || path.endsWith(`/${DECLARATION_FILE}`))
    .map((path) => path.slice(0, -DECLARATION_FILE.length));
  const least = roots.reduce((depth, root) => Math.min(depth, countDepth(root)), Number.POSITIVE_INFINITY);
  return roots.filter((root) => countDepth(root) === least);
}

/** The part of a folder below `root`, with paths from there. */
export function enterFolder(folder: Folder, root: string): Folder {
  return {
    list: async () =>
      (await folder.list()).filter((path) => path.startsWith(root)).map((path) => path.slice(root.length)),
    read: (path) => folder.read(root + path),
  };
}

function countDepth(root: string): number {
  return root.split("/").length;
}
