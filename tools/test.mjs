/** `npm test`: installs what is missing, a browser included, then checks and tests everything. */
import process from "node:process";
import { ensureBrowser, ensureDependencies, run } from "./setup.mjs";

ensureDependencies();
const env = { ...process.env, CHROMIUM_PATH: ensureBrowser() };
run("npm", ["run", "-s", "check"], env);
run("npx", ["vite", "build", "--logLevel", "warn"], env);
run("npx", ["vitest", "run", "--project", "unit", "--project", "browser"], env);
