/** `npm run test:long`: what takes minutes or a database server, and the laws on other inputs than `npm test` has. Installs what is missing; `npm test` does not need it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { attempt, ensureBrowser, ensureDependencies, projectRoot, run } from "./setup.mjs";

ensureDependencies();
const env = { ...process.env, CHROMIUM_PATH: ensureBrowser() };
run("npx", ["vite", "build", "--logLevel", "warn"], env);
// Those of the browser tests that have parts for here alone.
const shared = readdirSync(join(projectRoot, "tests/browser"))
  .map((name) => `tests/browser/${name}`)
  .filter((file) => file.endsWith(".test.ts"))
  .filter((file) => readFileSync(join(projectRoot, file), "utf8").includes("fixtures/long.ts"));
// What takes hours tells all that fails, and not the first alone.
const codes = [
  attempt("npx", ["vitest", "run", "--project", "unit"], { ...env, FAST_CHECK_SEED: "random" }),
  attempt("npx", ["vitest", "run", "--project", "browser", ...shared], { ...env, FRONTLINE_LONG: "1" }),
  attempt("npx", ["vitest", "run", "--project", "long"], env),
];
process.exit(codes.find((code) => code !== 0) ?? 0);
