import process from "node:process";
import { EXIT } from "./exit.ts";
import { compilePath } from "./open-dataset.ts";
import { createProgressLine } from "./progress.ts";
import { runCli } from "./run-cli.ts";

/** Runs the command line of this process; `findDashboard` gives the folder of the built dashboard. */
export async function main(findDashboard: () => string): Promise<void> {
  // A reader that stops early, such as `head`, is no fault of ours.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });

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
  process.exitCode = await runCli(process.argv.slice(2), {
    cwd: process.cwd(),
    compile: (path, options) =>
      compilePath(path, { onProgress: progress.show, ...options }).finally(progress.clear),
    findDashboard,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
}
