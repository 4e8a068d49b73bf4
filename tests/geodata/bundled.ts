import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openNodeFolder } from "../../src/cli/node-folder.ts";
import type { Dataset } from "../../src/core/dataset.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import type { Problem } from "../../src/data/problem.ts";

const folder = fileURLToPath(new URL("../../geodata/", import.meta.url));

export const GEODATA = openNodeFolder(folder);

/** Reads a file of the bundled story. */
export const readGeodata = (name: string): Promise<string> => readFile(folder + name, "utf8");

export async function loadBundled(): Promise<{ dataset: Dataset; problems: readonly Problem[] }> {
  const { dataset, problems } = await loadDataset(GEODATA);
  if (!dataset) throw new Error("The bundled story does not load");
  return { dataset, problems };
}
