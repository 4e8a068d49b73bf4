import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";

/** Beside the program where it is packed (`tools/package.mjs`), and else where the repository has them. */
const PLACES = ["world-cells/", "../../geodata/world/cells/"].map((path) => new URL(path, import.meta.url));

/** The text of a cell of the world's map by its name; `undefined` for open sea. Rejects if the cells are not there. */
export async function readWorldCell(name: string): Promise<string | undefined> {
  const folder = PLACES.find((place) => existsSync(place));
  if (!folder) throw new Error("the cells of the world's map are missing");
  const file = new URL(`${name}.json`, folder);
  return existsSync(file) ? readFile(file, "utf8") : undefined;
}
