import { cp, mkdir, readdir } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Call } from "./arguments.ts";
import { EXIT } from "./exit.ts";
import { type CliIo, UsageError } from "./io.ts";

const TEMPLATE = fileURLToPath(new URL("./template/", import.meta.url));

/**
 * Writes the example data set into a folder, which is made if need be.
 *
 * @throws UsageError if the folder has anything in it already, or cannot be written to.
 */
export async function createExample(
  { folder }: Extract<Call, { command: "new" }>,
  io: CliIo,
): Promise<number> {
  const path = resolve(io.cwd, folder);
  const there = await makeFolder(path, folder);
  if (there.length > 0) throw new UsageError(`${folder} is not empty; name a new folder`);
  await cp(TEMPLATE, path, { recursive: true, force: false, errorOnExist: true });
  io.out(`An example data set is in ${folder}. README.md there explains every file and column.

  frontline serve ${folder}       show it in the dashboard, and follow its files as you change them
  frontline validate ${folder}    see what is wrong
`);
  return EXIT.done;
}

/** What the folder has, after making it if there is none. */
async function makeFolder(path: string, name: string): Promise<readonly string[]> {
  try {
    await mkdir(path, { recursive: true });
    return await readdir(path);
  } catch (error) {
    throw new UsageError(`no folder can be made at ${name}`, { cause: error });
  }
}
