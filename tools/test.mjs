/** `npm test`: installs what is missing, a browser included, then checks and tests everything. */
import process from "node:process";
import { attempt, ensureBrowser, ensureDependencies, run } from "./setup.mjs";

ensureDependencies();
const env = { ...process.env, CHROMIUM_PATH: ensureBrowser() };
run("npm", ["run", "-s", "check"], env);
run("npx", ["vite", "build", "--logLevel", "warn"], env);
// One after the other: beside tests that take both cores, a page that is drawn in software waits for its turn until a test gives up.
const codes = ["unit", "browser"].map((project) =>
  attempt("npx", ["vitest", "run", "--project", project], env),
);
process.exit(codes.find((code) => code !== 0) ?? 0);
