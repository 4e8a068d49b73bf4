import { readFile, stat } from "node:fs/promises";
import { basename, extname, join, relative, resolve } from "node:path";
import { type CliIo, UsageError } from "./io.ts";
import {
  describeSystemError,
  findReplaced,
  isFolder,
  isSystemError,
  makeFolder,
  writeWholeFile,
} from "./write-file.ts";

interface OutputWish {
  /** As it was named: a file, a folder, or (`undefined`) the current one. */
  readonly out: string | undefined;
  /** Whether several files go there, into a folder that is made if need be. */
  readonly isMany: boolean;
  readonly isReplacing: boolean;
}

export interface WrittenFile {
  /** Relative to the current folder. */
  readonly file: string;
  readonly bytes: number;
}

/** Where files go that are made one after the other, and what has been written. */
export interface OutputFiles {
  /** Under the name that was asked for, with the ending of `name`; in a folder, under `name`. Rejects as {@link openOutput} does. */
  readonly write: (name: string, content: AsyncIterable<Uint8Array> | Uint8Array) => Promise<void>;
  readonly written: readonly WrittenFile[];
}

/**
 * Makes ready to write files that appear in full or not at all.
 *
 * @throws UsageError if nothing can be written there, or if a file that was named is there already and not to be replaced.
 */
export async function openOutput({ out, isMany, isReplacing }: OutputWish, io: CliIo): Promise<OutputFiles> {
  const place = out ?? "this folder";
  const path = resolve(io.cwd, out ?? ".");
  const written: WrittenFile[] = [];
  const isInFolder = await told(place, async () => {
    if (isMany) await makeFolder(path);
    return isFolder(path);
  });
  if (isMany && !isInFolder) throw new UsageError(`${path} is no folder`);
  if (!isInFolder && out?.endsWith("/")) throw new UsageError(`there is no folder ${out}`);

  async function refuse(target: string): Promise<void> {
    const replaced = await findReplaced(target);
    if (replaced === undefined || isReplacing || (await readFile(replaced)).length === 0) return;
    throw new UsageError(`${target} is there already; name another file, or say --replace`);
  }
  // Drawing takes its time: what is known before that is told before it.
  if (!isInFolder) await told(place, () => refuse(path));

  return {
    written,
    write: (name, content) =>
      told(place, async () => {
        const target = isInFolder ? join(path, basename(name)) : withEnding(path, extname(name));
        await refuse(target);
        await writeWholeFile(target, content);
        written.push({ file: relative(io.cwd, target), bytes: (await stat(target)).size });
      }),
  };
}

/** A name that says what the file is: the ending that was asked for stays if it means the same. */
function withEnding(path: string, ending: string): string {
  const asked = extname(path);
  const isSame = asked.toLowerCase().replace(/^\.jpeg$/, ".jpg") === ending;
  return isSame ? path : `${path.slice(0, path.length - asked.length)}${ending}`;
}

async function told<Result>(place: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new UsageError(`nothing can be written to ${place}: ${describeSystemError(error)}`, {
      cause: error,
    });
  }
}
