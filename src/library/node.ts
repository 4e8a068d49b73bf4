/** For Node: what {@link ./index.ts} has, and data sets by their path. */
import { readFile, stat } from "node:fs/promises";
import { readWorld } from "../cli/compile-folder.ts";
import { openNodeFolder } from "../cli/node-folder.ts";
import { readImports } from "../cli/read-imports.ts";
import { readWorldCell } from "../cli/read-world-cell.ts";
import { openDataset, type OpenedDataset, type OpenOptions } from "./index.ts";

/** Opens a folder of plain files, or a file that `frontline build` has made of one. Rejects as {@link openDataset} does. */
export async function openPath(path: string, options: OpenOptions = {}): Promise<OpenedDataset> {
  const isFile = (await stat(path)).isFile();
  if (isFile) return openDataset(new Uint8Array(await readFile(path)), options);
  return openDataset(openNodeFolder(path), { readWorld, readWorldCell, readImports, ...options });
}
