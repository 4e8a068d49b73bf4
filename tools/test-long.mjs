/** `npm run test:long`: what takes minutes or a database server, and the laws on other inputs than `npm test` has. Installs what is missing; `npm test` does not need it. */
import process from "node:process";
import { ensureBrowser, ensureDependencies, run } from "./setup.mjs";

ensureDependencies();
const env = { ...process.env, CHROMIUM_PATH: ensureBrowser() };
run("npx", ["vite", "build", "--logLevel", "warn"], env);
run("npx", ["vitest", "run", "--project", "unit"], { ...env, FAST_CHECK_SEED: "random" });
// Those of the browser tests that have parts for here alone.
const shared = ["film", "export", "headless", "two-maps", "live", "offline", "pictures", "single-file"].map(
  (name) => `tests/browser/${name}.test.ts`,
);
run("npx", ["vitest", "run", "--project", "browser", ...shared], { ...env, FRONTLINE_LONG: "1" });
run("npx", ["vitest", "run", "--project", "long"], env);
