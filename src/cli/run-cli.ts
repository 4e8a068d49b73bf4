import { resolve } from "node:path";
import { type Atlas, buildAtlas } from "../core/atlas.ts";
import { formatProblem, showMarks } from "../data/problem.ts";
import { type Call, type DataCall, parseCall } from "./arguments.ts";
import { build } from "./build.ts";
import { printChanges } from "./changes.ts";
import { printEvents } from "./events.ts";
import { type CliIo, EXIT, UsageError } from "./io.ts";
import { exportData } from "./export.ts";
import { exportParquet } from "./export-parquet.ts";
import { printFigures } from "./figures.ts";
import { importFiles } from "./import.ts";
import { inspect } from "./inspect.ts";
import { showLines } from "./format.ts";
import { printHistory } from "./history.ts";
import { printMeasures } from "./measure.ts";
import { createExample } from "./new.ts";
import { type OpenedDataset, openCompilation, refuseContent } from "./open-dataset.ts";
import { drawPictures } from "./pictures.ts";
import { serve } from "./serve.ts";
import { printStatus } from "./status.ts";
import { USAGE } from "./usage.ts";
import { takeUsable } from "./usable.ts";
import { judge, validate } from "./validate.ts";

type ExportCall = Extract<Call, { command: "export" | "export-parquet" }>;

/**
 * Runs one call of the command line and gives its exit code. `args` are without program and script. Whatever the data and
 * the names of files say, nothing that is printed steers a terminal.
 */
export async function runCli(args: readonly string[], io: CliIo): Promise<number> {
  const err = (text: string) => io.err(showLines(text));
  let call: Call;
  try {
    call = parseCall(args);
  } catch (error) {
    return refuse(error, { ...io, err }, `\n${USAGE}`);
  }
  // CSV is made fit where it is written: its cells may have line breaks and marks of direction.
  const isCsv = "format" in call && call.format === "csv";
  const printing = { ...io, err, out: isCsv ? io.out : (text: string) => io.out(showLines(text)) };
  try {
    return await run(call, printing);
  } catch (error) {
    if (error instanceof UsageError || !("format" in call)) return refuse(error, printing);
    const problems = await refuseContent(resolve(io.cwd, call.folder), error);
    if (!problems) throw error;
    for (const problem of problems) err(`${formatProblem(problem)}\n`);
    return EXIT.badData;
  }
}

async function run(call: Call, io: CliIo): Promise<number> {
  switch (call.command) {
    case "help":
      io.out(USAGE);
      return EXIT.done;
    case "new":
      return createExample(call, io);
    case "import":
      return importFiles(call, io);
    case "inspect":
      return inspect(call, io);
    case "build":
      return build(call, io);
    case "snapshot":
    case "series":
    case "film":
    case "cards":
      return drawPictures(call, io);
    case "serve":
      return serve(call, io);
    default:
      return ask(call, io);
  }
}

/** Answers a question to a data set, or writes some of it. */
async function ask(call: DataCall | ExportCall, io: CliIo): Promise<number> {
  const path = resolve(io.cwd, call.folder);
  const loaded = await openCompilation(await io.compile(path), path);
  if (call.command === "validate") {
    const { text, isValid } = validate(judge(loaded), call);
    io.out(text);
    return isValid ? EXIT.done : EXIT.badData;
  }
  return answer(call, loaded, io);
}

async function answer(
  call: Exclude<DataCall | ExportCall, { command: "validate" }>,
  loaded: OpenedDataset,
  io: CliIo,
): Promise<number> {
  const dataset = takeUsable(loaded, call, io);
  if (!dataset) return EXIT.badData;
  if (call.command === "export-parquet") return exportParquet(call, dataset, loaded.trace, io);
  if (call.command === "export") return exportData(call, dataset, loaded.trace, io);
  io.out(print(call, buildAtlas(dataset, loaded.trace)));
  return EXIT.done;
}

function print(call: Exclude<DataCall, { command: "validate" }>, atlas: Atlas): string {
  switch (call.command) {
    case "changes":
      return printChanges(atlas, call);
    case "events":
      return printEvents(atlas, call);
    case "figures":
      return printFigures(atlas, call);
    case "history":
      return printHistory(atlas, call);
    case "measure":
      return printMeasures(atlas, call);
    case "status":
      return printStatus(atlas, call);
  }
}

/** Tells the caller what is wrong with the call. An error that is not of the call's making is thrown on. */
function refuse(error: unknown, io: CliIo, advice = ""): number {
  if (!(error instanceof UsageError)) throw error;
  io.err(`frontline: ${showMarks(error.message)}\n${advice}`);
  return EXIT.badCall;
}
