/** The dashboard as a folder of files, for whoever serves it. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { projectRoot, run } from "./setup.mjs";

/** What it is built from; not the bundled story, since the folder is asked for only to show another data set. */
const SOURCES = ["src", "styles", "index.html", "package-lock.json", "vite.config.ts"];
/** Parts of `src` that no page ever loads. */
const OTHERS = [join("src", "cli")];

/** The folder of the dashboard, built first if it is missing or older than its sources. @returns {string} */
export function findDashboard() {
  const folder = join(projectRoot, "dist");
  const index = join(folder, "index.html");
  const newest = Math.max(...SOURCES.flatMap((source) => listFiles(source)).map(readTime));
  if (!existsSync(index) || statSync(index).mtimeMs < newest) {
    process.stderr.write("Building the dashboard ...\n");
    run("npx", ["vite", "build", "--logLevel", "warn"]);
  }
  return folder;
}

/** @param {string} source @returns {string[]} */
function listFiles(source) {
  if (!statSync(join(projectRoot, source)).isDirectory()) return [source];
  return readdirSync(join(projectRoot, source), { recursive: true, encoding: "utf8" })
    .map((name) => join(source, name))
    .filter((path) => !OTHERS.some((other) => path.startsWith(other)));
}

/** @param {string} path @returns {number} */
function readTime(path) {
  return statSync(join(projectRoot, path)).mtimeMs;
}
