import process from "node:process";
import { EXIT } from "./io.ts";
import { compilePath } from "./open-dataset.ts";
import { createProgressLine } from "./progress.ts";
import { runCli } from "./run-cli.ts";
import { describeSystemError } from "./write-file.ts";

/** Runs the command line of this process; `findDashboard` gives the folder of the built dashboard. */
export async function main(findDashboard: () => string): Promise<void> {
  let isCut = false;
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // A reader that stops early, such as `head`, is no fault of ours.
    if (error.code === "EPIPE" || isCut) return;
    isCut = true;
    process.exitCode = EXIT.badCall;
    process.stderr.write(`frontline: the answer cannot be written: ${describeSystemError(error)}\n`);
  });
  // There is nowhere left to tell of it, and the exit code still tells the rest.
  process.stderr.on("error", () => {});

  const progress = createProgressLine({
    isTTY: process.stderr.isTTY,
    columns: process.stderr.columns,
    write: (text) => process.stderr.write(text),
  });

  // Ends threads at once, too, whatever they are doing.
  process.on("SIGINT", () => {
    progress.clear();
    process.exit(EXIT.cancelled);
  });

  // The exit code is set rather than exiting, so that output to a pipe is written to its end.
  const code = await runCli(process.argv.slice(2), {
    cwd: process.cwd(),
    compile: (path, options) =>
      compilePath(path, { onProgress: progress.show, ...options }).finally(progress.clear),
    findDashboard,
    showProgress: (text) => (text === undefined ? progress.clear() : progress.say(text)),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
  process.exitCode = isCut ? EXIT.badCall : code;
}
