/**
 * `npm run geodata`: rebuilds front-lines.geojson from the claims, the settlements and the reconstruction's own inputs,
 * and highway-control.geojson from those. Rebuilding changes nothing unless an input changed. `-- --check` writes nothing and fails if it would.
 *
 * `npm run geodata -- report` writes docs/reconstruction-report.md from the lines as they are.
 * `npm run geodata -- index <folder>` checks the place of every record, and by what its sentence says how its day is known, against the
 * documents in the folder (named like `001_anything.txt`), and writes geodata/locators.csv and geodata/documents.csv.
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import process from "node:process";
import { openNodeFolder } from "../../src/cli/node-folder.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { buildFrontLines } from "./front-lines.ts";
import { listBasisFaults } from "./day-basis.ts";
import { indexDocuments, listRecords, writeDocuments, writeLocators } from "./index-documents.ts";
import { readText } from "./read-text.ts";
import { buildReport } from "./report.ts";
import { buildHighwayControl } from "./stretches.ts";

const folder = fileURLToPath(new URL("../", import.meta.url));
const geodata = openNodeFolder(folder);

/** What is built, in order: the second reads what the first made. */
const PRODUCTS = [
  { name: "front-lines.geojson", build: buildFrontLines },
  { name: "highway-control.geojson", build: buildHighwayControl },
] as const;

async function rebuild(): Promise<void> {
  const isCheck = process.argv.includes("--check");
  for (const { name, build } of PRODUCTS) {
    const built = await build(geodata);
    const isSame = built === (await readText(geodata, name).catch(() => ""));
    if (isCheck && !isSame) process.exitCode = 1;
    if (!isCheck && !isSame) await writeFile(folder + name, built);
    const change = isCheck ? "differs: run `npm run geodata`" : "written";
    console.log(`${name}: ${isSame ? "unchanged" : change}, ${(built.length / 1024).toFixed(0)} KiB`);
  }
}

async function report(): Promise<void> {
  await writeFile(`${folder}../docs/reconstruction-report.md`, await buildReport(geodata));
  console.log("docs/reconstruction-report.md: written");
}

async function index(documentFolder: string | undefined): Promise<void> {
  const { dataset } = await loadDataset(geodata);
  if (documentFolder === undefined || !dataset) {
    console.error("usage: npm run geodata -- index <folder with the documents>");
    process.exitCode = 2;
    return;
  }
  const names = (await readdir(documentFolder)).filter((name) => /^\d{3}_.*\.txt$/.test(name)).sort();
  const files = new Map<string, Buffer>();
  for (const name of names) files.set(name.slice(0, 3), await readFile(join(documentFolder, name)));
  const documents = new Map([...files].map(([id, bytes]) => [id, bytes.toString("utf8")] as const));
  const { locators, faults: misplaced } = indexDocuments(listRecords(dataset), documents);
  const faults = [...misplaced, ...listBasisFaults(dataset, locators)];
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) {
    process.exitCode = 1;
    return;
  }
  await writeFile(`${folder}locators.csv`, writeLocators(locators));
  await writeFile(`${folder}documents.csv`, writeDocuments(files));
  console.log(`locators.csv: ${locators.length} records stand where they say, in ${files.size} documents`);
}

const [command, argument] = process.argv.slice(2);
if (command === "report") await report();
else if (command === "index") await index(argument);
else await rebuild();
