import { readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { type Atlas, buildAtlas } from "../core/atlas.ts";
import { carryOut, type DatabasePlan } from "../export/data/database.ts";
import type { DataWish } from "../export/data/kinds.ts";
import { type MadeData, makeData, nameDataFile } from "../export/data/make-data.ts";
import { showMarks } from "../data/problem.ts";
import type { Call } from "./arguments.ts";
import { formatJson } from "./format.ts";
import { choosePlace } from "./history.ts";
import { type CliIo, EXIT, UsageError } from "./io.ts";
import type { OpenedDataset } from "./open-dataset.ts";
import { checkInStory } from "./span.ts";
import { describeSystemError, findReplaced, isFolder, isSystemError, writeWholeFile } from "./write-file.ts";

type ExportCall = Extract<Call, { command: "export" }>;

/**
 * Writes data of a data set that could be read into a file, which appears in full or not at all, and says what is in it.
 *
 * @throws UsageError if a day lies outside the story, no place has that name, or the file cannot be written or is there already.
 */
export async function exportData(
  call: ExportCall,
  dataset: NonNullable<OpenedDataset["dataset"]>,
  trace: OpenedDataset["trace"],
  io: CliIo,
): Promise<number> {
  const atlas = buildAtlas(dataset, trace);
  const wish = readWish(call, atlas);
  const made = await makeData(atlas, wish, writeDatabase);
  const target = await write(made.bytes, { call, name: nameDataFile(atlas, wish), io });
  const record = describe(made, wish, relative(io.cwd, target));
  io.out(call.format === "json" ? formatJson(record) : formatRecord(record));
  return EXIT.done;
}

function readWish({ kind, dataFormat, from, to, place }: ExportCall, atlas: Atlas): DataWish {
  const { firstDay, lastDay, settlements } = atlas.dataset;
  checkInStory(from === to ? "--day" : "--from", from, atlas);
  checkInStory("--to", to, atlas);
  const settlement = place === undefined ? undefined : choosePlace(settlements, place).id;
  return { kind, format: dataFormat, from: from ?? firstDay, to: to ?? lastDay, settlement };
}

async function writeDatabase(plan: DatabasePlan): Promise<Uint8Array<ArrayBuffer>> {
  const { default: initSqlJs } = await import("sql.js");
  return carryOut(await initSqlJs(), plan);
}

interface Target {
  readonly call: ExportCall;
  /** Of the file, where only its folder is named. */
  readonly name: string;
  readonly io: CliIo;
}

/** Gives the absolute path of what was written. */
async function write(bytes: Uint8Array, { call, name, io }: Target): Promise<string> {
  const { out } = call;
  try {
    const path = resolve(io.cwd, out ?? ".");
    const isInFolder = await isFolder(path);
    if (!isInFolder && out?.endsWith("/")) throw new UsageError(`there is no folder ${out}`);
    const target = isInFolder ? join(path, name) : path;
    const replaced = await findReplaced(target);
    if (replaced !== undefined && !call.isReplacing) await refuseOther(replaced, bytes, target);
    await writeWholeFile(target, bytes);
    return target;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new UsageError(`nothing can be written to ${out ?? "this folder"}: ${describeSystemError(error)}`, {
      cause: error,
    });
  }
}

/** A file with nothing in it, or with just these bytes, cannot be lost. */
async function refuseOther(path: string, bytes: Uint8Array, target: string): Promise<void> {
  const content = await readFile(path);
  if (content.length > 0 && !content.equals(bytes))
    throw new UsageError(`${target} is there already; name another file, or say --replace`);
}

type ExportRecord = ReturnType<typeof describe>;

/** What was made, as the command line prints it. The fields are promised in docs/command-line.md. */
function describe({ bytes, counts }: MadeData, { kind, format, from, to }: DataWish, file: string) {
  return { file, what: kind, format, from_day: from, to_day: to, records: counts, bytes: bytes.length };
}

function formatRecord({ file, from_day, to_day, records, bytes }: ExportRecord): string {
  const counts = Object.entries(records).map(
    ([name, count]) => `${count.toLocaleString("en")} ${name.replaceAll("_", " ")}`,
  );
  const days = from_day === to_day ? from_day : `${from_day} to ${to_day}`;
  return showMarks(`${file}: ${counts.join(", ")}; ${days}; ${bytes.toLocaleString("en")} bytes`) + "\n";
}
