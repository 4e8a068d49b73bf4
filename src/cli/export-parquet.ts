import { renameSync, rmSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import process from "node:process";
import { type Atlas, buildAtlas } from "../core/atlas.ts";
import { showMarks } from "../data/problem.ts";
import { listParquetFiles, PARQUET_ENTRIES } from "../export/data/parquet-files.ts";
import type { Days } from "../export/data/runs.ts";
import type { Call } from "./arguments.ts";
import { formatJson } from "./format.ts";
import { type CliIo, EXIT, UsageError } from "./io.ts";
import type { OpenedDataset } from "./open-dataset.ts";
import { checkInStory } from "./span.ts";
import { describeSystemError, isFolder, isSystemError, makeFolder } from "./write-file.ts";

type ParquetCall = Extract<Call, { command: "export-parquet" }>;

interface Written {
  readonly records: { areas: number; settlements: number; claims: number };
  files: number;
  bytes: number;
}

/**
 * Writes a data set as a folder of Parquet files, day by day, and says what is in it. The folder is there in full or not at all:
 * it is made under a passing name beside its place, and moved there in the end.
 *
 * @throws UsageError if a day lies outside the story, or if the folder has anything in it and may not or cannot be replaced.
 */
export async function exportParquet(
  call: ParquetCall,
  dataset: NonNullable<OpenedDataset["dataset"]>,
  trace: OpenedDataset["trace"],
  io: CliIo,
): Promise<number> {
  const atlas = buildAtlas(dataset, trace);
  const { from, to } = call;
  checkInStory(from === to ? "--day" : "--from", from, atlas);
  checkInStory("--to", to, atlas);
  const days = { from: from ?? dataset.firstDay, to: to ?? dataset.lastDay };
  const target = resolve(io.cwd, call.parquet);
  try {
    await refuseOther(target, call);
    const written = await replaceFolder(target, (folder) => writeFiles(folder, atlas, days, io));
    const record = describe(written, days, relative(io.cwd, target) || ".");
    io.out(call.format === "json" ? formatJson(record) : formatRecord(record));
    return EXIT.done;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new UsageError(`nothing can be written to ${call.parquet}: ${describeSystemError(error)}`, {
      cause: error,
    });
  } finally {
    io.showProgress?.(undefined);
  }
}

/** Only what an export wrote is replaced, and only if told: the folder goes as a whole. */
async function refuseOther(target: string, { isReplacing }: ParquetCall): Promise<void> {
  const entries = (await isFolder(target)) ? await readdir(target) : [];
  const other = entries.find((entry) => !(PARQUET_ENTRIES as readonly string[]).includes(entry));
  if (other !== undefined)
    throw new UsageError(`${target} has ${other} in it, which no export writes; name another folder`);
  if (entries.length > 0 && !isReplacing)
    throw new UsageError(`${target} is there already; name another folder, or say --replace`);
}

/** Lets `fill` fill a folder beside the target and puts it there; leaves what was there if that fails or the program ends. */
async function replaceFolder<Result>(
  target: string,
  fill: (folder: string) => Promise<Result>,
): Promise<Result> {
  const made = await makeFolder(dirname(target));
  const passing = join(dirname(target), `.${basename(target)}-${process.pid}`);
  const clear = () => rmSync(made ?? passing, { recursive: true, force: true });
  process.once("exit", clear);
  try {
    await mkdir(passing);
    const result = await fill(passing);
    const old = `${passing}-old`;
    // At once, so that no Ctrl+C comes between the two.
    if (await isFolder(target)) renameSync(target, old);
    renameSync(passing, target);
    await rm(old, { recursive: true, force: true });
    return result;
  } catch (error) {
    clear();
    throw error;
  } finally {
    process.off("exit", clear);
  }
}

async function writeFiles(folder: string, atlas: Atlas, days: Days, io: CliIo): Promise<Written> {
  const library = await import("hyparquet-writer");
  const written: Written = { records: { areas: 0, settlements: 0, claims: 0 }, files: 0, bytes: 0 };
  for (const { path, table, records, bytes } of listParquetFiles(library, atlas, days)) {
    io.showProgress?.(path);
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
    if (table !== undefined) written.records[table] += records;
    written.files += 1;
    written.bytes += bytes.length;
  }
  return written;
}

type ParquetRecord = ReturnType<typeof describe>;

/** What was made, as the command line prints it. The fields are promised in docs/command-line.md. */
function describe({ records, files, bytes }: Written, { from, to }: Days, folder: string) {
  return { folder, format: "parquet", from_day: from, to_day: to, records, files, bytes };
}

function formatRecord({ folder, from_day, to_day, records, files, bytes }: ParquetRecord): string {
  const parts = [...Object.entries(records), ["files", files] as const];
  const counts = parts.map(([name, count]) => `${count.toLocaleString("en")} ${name}`);
  const days = from_day === to_day ? from_day : `${from_day} to ${to_day}`;
  return showMarks(`${folder}: ${counts.join(", ")}; ${days}; ${bytes.toLocaleString("en")} bytes`) + "\n";
}
