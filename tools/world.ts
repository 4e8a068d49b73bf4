/**
 * `node tools/run.mjs tools/world.ts <folder>`: writes the files of `geodata/world` from those of `<folder>`, which `geodata/world/README.md` names.
 * The same input gives the same files.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import type { FeatureCollection } from "geojson";
import { cutCells } from "./world/cells.ts";
import { choosePlaces } from "./world/places.ts";

const [folder = "."] = process.argv.slice(2);
const target = fileURLToPath(new URL("../geodata/world/cells/", import.meta.url));
const read = (name: string) => readFileSync(join(folder, name), "utf8");
const readShapes = (name: string) => JSON.parse(read(name)) as FeatureCollection;

const cells = cutCells({
  places: choosePlaces(read("cities500.txt")),
  rivers: readShapes("ne_10m_rivers_lake_centerlines.json"),
  lakes: readShapes("ne_10m_lakes.json"),
  provinces: readShapes("ne_10m_admin_1_states_provinces_lines.json"),
});
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const [name, cell] of cells) writeFileSync(`${target}${name}.json`, `${JSON.stringify(cell)}\n`);
