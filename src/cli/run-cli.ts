import { resolve } from "node:path";
import { type Atlas, buildAtlas } from "../core/atlas.ts";
import { type LoadedDataset, loadDataset } from "../data/load-dataset.ts";
import { formatProblem } from "../data/problem.ts";
import { type Call, type DataCall, parseCall } from "./arguments.ts";
import { printChanges } from "./changes.ts";
import { printEvents } from "./events.ts";
import { printFigures } from "./figures.ts";
import { printHistory } from "./history.ts";
import { type CliIo, UsageError } from "./io.ts";
import { printMeasures } from "./measure.ts";
import { printStatus } from "./status.ts";
import { USAGE } from "./usage.ts";
import { validate } from "./validate.ts";

export const EXIT = { done: 0, badData: 1, badCall: 2 } as const;

/** Runs one call of the command line and gives its exit code. `args` are without program and script. */
export async function runCli(args: readonly string[], io: CliIo): Promise<number> {
  let call: Call;
  try {
    call = parseCall(args);
  } catch (error) {
    return refuse(error, io, `\n${USAGE}`);
  }
  if (call.command === "help") {
    io.out(USAGE);
    return EXIT.done;
  }
  const folder = resolve(io.cwd, call.folder);
  const loaded = await loadDataset((file) => io.readText(resolve(folder, file)));
  if (call.command === "validate") {
    const { text, isValid } = validate(loaded, call.format);
    io.out(text);
    return isValid ? EXIT.done : EXIT.badData;
  }
  return answer(call, loaded, io);
}

function answer(call: Exclude<DataCall, { command: "validate" }>, loaded: LoadedDataset, io: CliIo): number {
  const errors = loaded.problems.filter((problem) => problem.severity === "error");
  if (!loaded.dataset) {
    for (const problem of errors) io.err(`${formatProblem(problem)}\n`);
    return EXIT.badData;
  }
  if (errors.length > 0) {
    const count = errors.length === 1 ? "1 problem" : `${errors.length} problems`;
    io.err(`${count} in the data set, run 'validate' to see; the answer leaves out what could not be read\n`);
  }
  try {
    io.out(print(call, buildAtlas(loaded.dataset)));
    return EXIT.done;
  } catch (error) {
    return refuse(error, io);
  }
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
  io.err(`frontline: ${error.message}\n${advice}`);
  return EXIT.badCall;
}
