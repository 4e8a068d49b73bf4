import { readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { AreaTrace } from "../core/history/area-trace.ts";
import { bringIn } from "../data/compiled/beside.ts";
import { type CompiledDataset, readCompiled } from "../data/compiled/compiled.ts";
import { refuseExcess } from "../data/compiled/extent.ts";
import type { LoadedDataset } from "../data/load-dataset.ts";
import { type Problem, reportOn, toOneLine } from "../data/problem.ts";
import type { Compilation, CompileOptions } from "./compile-folder.ts";
import { compileInWorker } from "./worker-client.ts";
import { isSystemError } from "./write-file.ts";

/** A data set as every command gets it: by way of the compiled form, so that a folder and its compiled file answer alike. */
export interface OpenedDataset extends LoadedDataset {
  /** `undefined` if nothing could be read. */
  readonly trace: AreaTrace | undefined;
  /** Content hash of the compiled form; empty if nothing could be read. */
  readonly hash: string;
}

/** What lies at an absolute path, compiled: a folder by a worker, a compiled file as it is. */
export async function compilePath(path: string, options: CompileOptions = {}): Promise<Compilation> {
  if (!(await isThere(path))) return { report: tellMissing(path), bytes: undefined, source: undefined };
  if (!(await isFile(path))) return compileInWorker(path, options);
  const empty = { problems: [], notes: [], controlPath: undefined };
  try {
    const bytes = await bringInBeside(new Uint8Array(await readFile(path)), dirname(path));
    await refuseExcess(bytes);
    return { report: empty, bytes, source: undefined };
  } catch (error) {
    return { report: refuseFile(path, error), bytes: undefined, source: undefined };
  }
}

/** The file with those of its parts that lie beside it, as a web site has them. */
async function bringInBeside(
  bytes: Uint8Array<ArrayBuffer>,
  folder: string,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await bringIn(bytes, async (file) => new Uint8Array(await readFile(join(folder, file))));
  } catch {
    // It is no compiled file, which is told when it is opened.
    return bytes;
  }
}

/** One warning for each later part that cannot be had: everything else can be used without it. */
async function listMissing({ later }: CompiledDataset, file: string): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const name of later.names) {
    try {
      await later.load(name);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      reportOn(problems, file).warn(
        "missing-part",
        `no part ${name} (${toOneLine(reason, 200)})`,
        "the part as it was built, in the file or beside it",
        "put its file beside it again, or build both again",
      );
    }
  }
  return problems;
}

/**
 * What is wrong with a compiled file in which an error has come up that no data of a folder can cause: its content was
 * checked by whoever compiled it, and somebody may have made it up. `undefined` if no file is at `path`.
 */
export async function refuseContent(path: string, error: unknown): Promise<readonly Problem[] | undefined> {
  return (await isFile(path)) ? refuseFile(path, error).problems : undefined;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => !isSystemError(error) || error.code !== "ENOENT",
  );
}

function tellMissing(path: string): Compilation["report"] {
  const problems: Problem[] = [];
  reportOn(problems, basename(path)).error(
    "file-missing",
    "nothing of that name",
    "the folder of a data set, or a file made by 'frontline build'",
    "correct the name, or write an example to begin with: 'frontline new my-war'",
  );
  return { problems, notes: [], controlPath: undefined };
}

/** Reads a compilation back. What cannot be read is told as a problem of the file at `path`. */
export async function openCompilation({ report, bytes }: Compilation, path: string): Promise<OpenedDataset> {
  const nothing = { dataset: undefined, trace: undefined, hash: "" };
  if (!bytes) return { ...report, ...nothing };
  try {
    const opened = await readCompiled(bytes);
    const missing = await listMissing(opened, basename(path));
    return { ...opened, problems: [...opened.problems, ...missing] };
  } catch (error) {
    return { ...refuseFile(path, error), ...nothing };
  }
}

function refuseFile(path: string, error: unknown): Compilation["report"] {
  const problems: Problem[] = [];
  const reason = error instanceof Error ? error.message : String(error);
  reportOn(problems, basename(path)).error(
    "damaged-compiled-file",
    `a file that cannot be read (${toOneLine(reason, 200)})`,
    "the folder of a data set, or a file made by 'frontline build'",
    "name the folder, or build the file again",
  );
  return { problems, notes: [], controlPath: undefined };
}
