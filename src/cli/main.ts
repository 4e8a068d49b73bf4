import { readFile } from "node:fs/promises";
import { runCli } from "./run-cli.ts";

// A reader that stops early, such as `head`, is no fault of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

// The exit code is set rather than exiting, so that output to a pipe is written to its end.
process.exitCode = await runCli(process.argv.slice(2), {
  cwd: process.cwd(),
  readText: (path) => readFile(path, "utf8"),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
