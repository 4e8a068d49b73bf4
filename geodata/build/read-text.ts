import type { Folder } from "../../src/data/folder.ts";

/** The text of a file of the project's own, which is known to be UTF-8. */
export async function readText(folder: Folder, name: string): Promise<string> {
  return new TextDecoder().decode(await folder.read(name));
}
