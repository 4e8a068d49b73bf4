/**
 * Makes the settlements of a data set into vector tiles in one PMTiles archive, for sets larger than a browser draws
 * well from one list (`docs/scaling.md`):
 *
 *     node tools/run.mjs tools/tile-settlements.ts <folder or compiled file> <folder to write to>
 *
 * The archive is named by its content, so a host may let it be cached for ever. Tiles are cut by @maplibre/geojson-vt and
 * @maplibre/vt-pbf, with which MapLibre cuts GeoJSON in the browser: they look like the source they replace, and nothing
 * but npm packages is needed. (Debian 12 has no tippecanoe, and its GDAL 3.6 does not write PMTiles.)
 */
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import process from "node:process";
import { compilePath, openCompilation } from "../src/cli/open-dataset.ts";
import type { Dataset } from "../src/core/dataset.ts";
import { formatProblem } from "../src/data/problem.ts";
import { SETTLEMENT_LAYER } from "../src/map/settlement-layer.ts";
import { cutSettlements, MAX_ZOOM, MIN_ZOOM } from "./tiles/cut-settlements.ts";
import { packArchive } from "./tiles/pack-archive.ts";

const HASH_DIGITS = 8;

const [source, target] = process.argv.slice(2).map((path) => resolve(path));
if (source === undefined || target === undefined) {
  console.error("Usage: tile-settlements.ts <folder or compiled file of a data set> <folder to write to>");
  process.exit(2);
}
const { dataset, problems } = await openCompilation(await compilePath(source), source);
if (!dataset) {
  for (const problem of problems) console.error(formatProblem(problem));
  process.exit(1);
}
const tiles = [...cutSettlements(dataset.settlements)];
const bytes = packArchive(tiles, describe(dataset));
const hash = createHash("sha256").update(bytes).digest("hex").slice(0, HASH_DIGITS);
const path = join(target, `settlements-${hash}.pmtiles`);
await writeFile(path, bytes);
const megabytes = (bytes.length / 1e6).toFixed(1);
console.log(`${path}: ${dataset.settlements.length} settlements in ${tiles.length} tiles, ${megabytes} MB`);

function describe({ title, credits, bounds }: Dataset) {
  const fields = { id: "String", latin: "String", arabic: "String", kind: "String", importance: "Number" };
  const layer = { id: SETTLEMENT_LAYER, fields, minzoom: MIN_ZOOM, maxzoom: MAX_ZOOM };
  return {
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    bounds,
    metadata: { name: title.en, attribution: credits.join(", "), vector_layers: [layer] },
  };
}
