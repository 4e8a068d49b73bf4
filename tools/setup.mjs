/**
 * What every command needs before it can run, on a machine that has nothing but Node, npm and this folder.
 * Plain JavaScript without dependencies: it runs before anything is installed.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, lstatSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** The project's folder, wherever the command was called from. */
export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/** Output of installers goes to the error stream, so that a command's own output stays clean. */
const TO_ERROR_STREAM = /** @type {const} */ (["ignore", 2, 2]);

/** Installs the npm packages if they are missing or older than the lock file. @returns {void} */
export function ensureDependencies() {
  const installed = join(projectRoot, "node_modules", ".package-lock.json");
  const wanted = join(projectRoot, "package-lock.json");
  if (existsSync(installed) && (isLent() || statSync(installed).mtimeMs >= statSync(wanted).mtimeMs)) return;
  if (isLent())
    throw new Error("node_modules is a link to packages that are not there: run npm ci where it leads");
  process.stderr.write("Installing npm packages ...\n");
  // NODE_ENV=production would leave out the build tools.
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const env = { ...process.env, NODE_ENV: "development" };
  execFileSync("npm", args, { cwd: projectRoot, stdio: [...TO_ERROR_STREAM], env });
}

/** Whether the packages are those of another working copy: npm would delete them there and install them here. */
function isLent() {
  return lstatSync(join(projectRoot, "node_modules"), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

const BROWSERS = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** @returns {string | undefined} */
function findBrowser() {
  return BROWSERS.find((path) => path !== undefined && existsSync(path));
}

/** The path of a Chromium or Chrome; installs Debian's chromium where there is none and apt-get is at hand. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  process.stderr.write("No Chromium found: installing Debian's package ...\n");
  const prefix = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  for (const step of [
    ["apt-get", "update", "-qq"],
    ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
  ]) {
    const [command = "", ...args] = [...prefix, ...step];
    spawnSync(command, args, {
      stdio: [...TO_ERROR_STREAM],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error(
    "The browser tests need Chromium or Chrome: install one, or give its path in CHROMIUM_PATH.",
  );
}

/**
 * Runs a command in the project's folder with our terminal, and returns the code that it ended with.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function attempt(command, args, env = process.env) {
  const result = spawnSync(command, args, { cwd: projectRoot, stdio: "inherit", env });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

/**
 * As {@link attempt}; ends this process with the command's code if it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function run(command, args, env = process.env) {
  const code = attempt(command, args, env);
  if (code !== 0) process.exit(code);
}
