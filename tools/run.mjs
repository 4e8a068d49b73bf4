/** Runs a TypeScript file of the project on Node, with its packages installed: `node tools/run.mjs file.ts [...]`. */
import process from "node:process";
import { ensureDependencies, run } from "./setup.mjs";

ensureDependencies();
run(process.execPath, ["--import", "tsx", ...process.argv.slice(2)]);
