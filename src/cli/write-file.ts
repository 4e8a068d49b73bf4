import { unlinkSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import process from "node:process";

/**
 * Writes a file that is either there in full or not at all: under a passing name beside it, which is then changed, and
 * deleted if the program is ended before. Rejects, and leaves nothing, if it cannot be written.
 */
export async function writeWholeFile(path: string, bytes: Uint8Array): Promise<void> {
  const passing = join(dirname(path), `.${basename(path)}.${process.pid}`);
  const tidy = () => {
    try {
      unlinkSync(passing);
    } catch {
      // It was never begun.
    }
  };
  process.once("exit", tidy);
  try {
    await writeFile(passing, bytes);
    await rename(passing, path);
  } catch (error) {
    tidy();
    throw error;
  } finally {
    process.off("exit", tidy);
  }
}
