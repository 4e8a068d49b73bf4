import { decodeText } from "../text/decode-text.ts";
import type { Folder } from "../folder.ts";
import { DECLARATION_FILE } from "./declaration-file.ts";
import { type Problem, reportOn, toOneLine } from "../problem.ts";

type Answer = { readonly bytes: Uint8Array } | { readonly reason: string };

export interface AskedFiles {
  readonly count: number;
  readonly countTaken: () => number;
  /** The text of a file, which is then forgotten; `undefined` after reporting why there is none. */
  readonly take: (path: string, problems: Problem[]) => Promise<string | undefined>;
}

/** Asks for all files at once, so that a page waits for the slowest and not for their sum. */
export function askForFiles(
  folder: Folder,
  paths: readonly string[],
  encoding: string | undefined,
): AskedFiles {
  const answers = new Map(paths.map((path) => [path, tryToRead(folder, path)]));
  const uses = new Map<string, number>();
  for (const path of paths) uses.set(path, (uses.get(path) ?? 0) + 1);
  let taken = 0;
  return {
    count: paths.length,
    countTaken: () => taken,
    async take(path, problems) {
      const answer = await (answers.get(path) ?? tryToRead(folder, path));
      // One file may be declared for two purposes.
      const left = (uses.get(path) ?? 1) - 1;
      uses.set(path, left);
      if (left === 0) answers.delete(path);
      taken += 1;
      return toText(answer, path, problems, encoding);
    },
  };
}

/** The text of one file; `undefined` after reporting why there is none. */
export async function readText(
  folder: Folder,
  path: string,
  problems: Problem[],
  encoding?: string,
): Promise<string | undefined> {
  return toText(await tryToRead(folder, path), path, problems, encoding);
}

async function tryToRead(folder: Folder, path: string): Promise<Answer> {
  try {
    return { bytes: await folder.read(path) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

function toText(
  answer: Answer,
  path: string,
  problems: Problem[],
  encoding: string | undefined,
): string | undefined {
  const reporter = reportOn(problems, path);
  if ("bytes" in answer) return decodeText(answer.bytes, reporter, encoding);
  const found = `no readable file (${toOneLine(answer.reason, 200)})`;
  const remedy =
    path === DECLARATION_FILE ? "name a folder that has one" : "add it or correct its name in dataset.json";
  reporter.error("file-missing", found, "a file of that name in the data set's folder", remedy);
  return undefined;
}
