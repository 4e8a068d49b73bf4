// The command line. Runs src/cli/main.ts as it stands, without a build; see docs/command-line.md.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./setup.mjs";

ensureDependencies();

const main = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
// Resolved here, since --import alone would look for tsx from the directory in which the command is called.
const tsx = import.meta.resolve("tsx");
const child = spawn(process.execPath, ["--import", tsx, main, ...process.argv.slice(2)], {
  stdio: "inherit",
});
child.on("exit", (code) => {
  // A child ended by a signal has no code of its own.
  process.exitCode = code ?? 1;
});
