import { createReadStream } from "node:fs";
import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { loadDataset } from "../data/load-dataset.ts";
import { formatProblem, type Problem, showMarks } from "../data/problem.ts";
import { writeImports } from "../import/meaning/imports.ts";
import { makeDataset } from "../import/meaning/make-dataset.ts";
import { proposeMeaning } from "../import/meaning/propose.ts";
import { readSheets } from "../import/read-sheets.ts";
import type { ReadSheetsOptions, SourceFile } from "../import/source.ts";
import type { Call } from "./arguments.ts";
import { readWorld } from "./compile-folder.ts";
import { readWorldCell } from "./read-world-cell.ts";
import { formatJson } from "./format.ts";
import { type CliIo, EXIT, UsageError } from "./io.ts";
import { openNodeFolder } from "./node-folder.ts";
import { loadSqlite } from "./read-imports.ts";
import { tellMeaning } from "./tell-meaning.ts";
import { describeSystemError, isSystemError, makeFolder, writeWholeFile } from "./write-file.ts";

type ImportCall = Extract<Call, { command: "import" }>;

/** A file to import, and where it lies. */
interface Found extends SourceFile {
  readonly from: string;
}

/**
 * Understands files of any kind, says what it understood, and writes them into a new folder with a `dataset.json` that says what
 * they mean. Where something had to be guessed the exit code tells so; the folder is written all the same.
 *
 * @throws UsageError at files that are not there, answers that fit nothing, or a folder that cannot be written.
 */
export async function importFiles(call: ImportCall, io: CliIo): Promise<number> {
  const files = await findFiles(call.files, io.cwd);
  const { answers, reading } = sortAnswers(call.answers);
  const read = await readSheets(files, { ...reading, loadSqlite });
  const meaning = proposeMeaning(read.sheets, answers);
  const [unused] = meaning.unused;
  if (unused !== undefined)
    throw new UsageError(`--set ${unused}=${answers[unused]} fits nothing in the files`);
  const made = makeDataset(read.sheets, meaning);
  const loaded = await loadDataset(made.folder, { readWorld, readWorldCell });
  const problems = [
    ...read.problems,
    ...made.problems,
    ...[...loaded.problems, ...loaded.notes].map(made.locate),
  ];
  const text = call.isJson
    ? formatJson({ meaning, problems })
    : tell(tellMeaning(meaning, read.notes), problems);
  io.out(text);
  if (!loaded.dataset) return EXIT.badData;
  if (call.out !== undefined) {
    await writeFolder(files, writeImports(meaning, reading), { out: call.out, cwd: io.cwd });
    const name = showMarks(call.out);
    io.err(`Written: ${name}. Look at it with: frontline serve ${name}\n`);
  }
  return meaning.questions.length > 0 ? EXIT.badData : EXIT.done;
}

function tell(text: string, problems: readonly Problem[]): string {
  return [text, ...problems.map((problem) => `${formatProblem(problem)}\n`)].join(
    problems.length > 0 ? "\n" : "",
  );
}

/** Files by name, and all those in folders, by their path from the folder's own name on. */
async function findFiles(names: readonly string[], cwd: string): Promise<readonly Found[]> {
  const files: Found[] = [];
  for (const name of names) {
    const from = resolve(cwd, name);
    const found = await stat(from).catch(() => undefined);
    if (!found) throw new UsageError(`there is no file ${name}`);
    if (found.isDirectory()) {
      const folder = openNodeFolder(from);
      for (const path of await folder.list())
        files.push(await toFound(`${basename(from)}/${path}`, join(from, path)));
    } else files.push(await toFound(basename(from), from));
  }
  const taken = new Set<string>();
  for (const { path } of files) {
    if (path === "dataset.json")
      throw new UsageError("a dataset.json is a data set already; open its folder");
    if (taken.has(path)) throw new UsageError(`two files are called ${path}; rename one of them`);
    taken.add(path);
  }
  return files;
}

async function toFound(path: string, from: string): Promise<Found> {
  const { size } = await stat(from);
  return { path, from, size, read: async () => new Uint8Array(await readFile(from)) };
}

/** What is said of the reading of files, apart from what is said of their meaning. */
function sortAnswers(all: ImportCall["answers"]): {
  readonly answers: Readonly<Record<string, string>>;
  readonly reading: Pick<ReadSheetsOptions, "encodings" | "systems">;
} {
  const pick = (about: string) =>
    Object.fromEntries(
      Object.entries(all).flatMap(([path, said]) =>
        path.startsWith(`${about}.`) ? [[path.slice(about.length + 1), said]] : [],
      ),
    );
  const isOfReading = (path: string) => path.startsWith("encoding.") || path.startsWith("system.");
  return {
    answers: Object.fromEntries(Object.entries(all).filter(([path]) => !isOfReading(path))),
    reading: { encodings: pick("encoding"), systems: pick("system") },
  };
}

interface Target {
  readonly out: string;
  readonly cwd: string;
}

/** Writes all of it or, where that cannot be, nothing. */
async function writeFolder(
  files: readonly Found[],
  declaration: string,
  { out, cwd }: Target,
): Promise<void> {
  const path = resolve(cwd, out);
  try {
    const made = await makeFolder(path);
    if ((await readdir(path)).length > 0) throw new UsageError(`${out} is not empty; name a new folder`);
    try {
      for (const file of files) {
        await mkdir(dirname(join(path, file.path)), { recursive: true });
        await writeWholeFile(join(path, file.path), createReadStream(file.from));
      }
      // At last: a folder without it is none of ours.
      await writeWholeFile(join(path, "dataset.json"), new TextEncoder().encode(declaration));
    } catch (error) {
      const left = made === undefined ? (await readdir(path)).map((name) => join(path, name)) : [made];
      for (const each of left) await rm(each, { recursive: true, force: true });
      throw error;
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new UsageError(`nothing can be written to ${out}: ${describeSystemError(error)}`, { cause: error });
  }
}
