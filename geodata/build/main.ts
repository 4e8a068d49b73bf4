/**
 * `npm run geodata`: rebuilds geodata/front-lines.geojson from the claims, the settlements and the reconstruction's
 * own inputs. Rebuilding changes nothing unless an input changed. `-- --check` writes nothing and fails if it would.
 */
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import process from "node:process";
import { buildFrontLines } from "./front-lines.ts";

const folder = fileURLToPath(new URL("../", import.meta.url));
const path = `${folder}front-lines.geojson`;
const built = await buildFrontLines((name) => readFile(folder + name, "utf8"));
const current = await readFile(path, "utf8").catch(() => "");
const isSame = built === current;

if (process.argv.includes("--check")) {
  console.log(
    isSame ? "front-lines.geojson is up to date" : "front-lines.geojson differs: run `npm run geodata`",
  );
  process.exitCode = isSame ? 0 : 1;
} else {
  if (!isSame) await writeFile(path, built);
  console.log(
    `front-lines.geojson: ${isSame ? "unchanged" : "written"}, ${(built.length / 1024).toFixed(0)} KiB`,
  );
}
