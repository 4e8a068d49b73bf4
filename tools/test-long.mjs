/** `npm run test:long`: what takes minutes or a database server, and the laws on other inputs than `npm test` has. Installs what is missing; `npm test` does not need it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { ensureBrowser, ensureDependencies, projectRoot, run } from "./setup.mjs";

ensureDependencies();
const env = { ...process.env, CHROMIUM_PATH: ensureBrowser() };
run("npx", ["vite", "build", "--logLevel", "warn"], env);
run("npx", ["vitest", "run", "--project", "unit"], { ...env, FAST_CHECK_SEED: "random" });
// Those of the browser tests that have parts for here alone, which they say themselves.
const BROWSER_TESTS = "tests/browser/";
const shared = readdirSync(join(projectRoot, BROWSER_TESTS))
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => BROWSER_TESTS + name)
  .filter((path) => readFileSync(join(projectRoot, path), "utf8").includes("IS_LONG"));
run("npx", ["vitest", "run", "--project", "browser", ...shared], { ...env, FRONTLINE_LONG: "1" });
run("npx", ["vitest", "run", "--project", "long"], env);
