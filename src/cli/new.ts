import { showMarks } from "../data/problem.ts";
import { constants, copyFile, readdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Call } from "./arguments.ts";
import { type CliIo, EXIT, UsageError } from "./io.ts";
import { describeSystemError, isSystemError, makeFolder } from "./write-file.ts";

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
  try {
    await writeExample(path, folder);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new UsageError(`no example can be written to ${folder}: ${describeSystemError(error)}`, {
      cause: error,
    });
  }
  const name = showMarks(folder);
  io.out(`An example data set is in ${name}. README.md there explains every file and column.

  frontline serve ${name}       show it in the dashboard, and follow its files as you change them
  frontline validate ${name}    see what is wrong
`);
  return EXIT.done;
}

/** Rejects if the example cannot be written in full, and leaves nothing of it. */
async function writeExample(path: string, name: string): Promise<void> {
  const made = await makeFolder(path);
  if ((await readdir(path)).length > 0) throw new UsageError(`${name} is not empty; name a new folder`);
  const files = await readdir(TEMPLATE);
  try {
    for (const file of files) await copyFile(join(TEMPLATE, file), join(path, file), constants.COPYFILE_EXCL);
  } catch (error) {
    for (const left of made === undefined ? files.map((file) => join(path, file)) : [made])
      await rm(left, { recursive: true, force: true });
    throw error;
  }
}
