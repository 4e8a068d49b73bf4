import Papa from "papaparse";
import type { FeatureCollection, Polygon } from "geojson";
import type { Folder } from "../../src/data/folder.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { readAdvances } from "./advances.ts";
import { readBaseline } from "./baseline.ts";
import { readText } from "./read-text.ts";
import { reconstruct, toFeatures, type Village } from "./reconstruct.ts";

/**
 * The text of `front-lines.geojson`: one feature a line, so that git shows which days changed.
 *
 * @param folder the geodata folder.
 * @throws Error naming the first problem if the claims or settlements are not in order: lines are not built on sand.
 */
export async function buildFrontLines(folder: Folder): Promise<string> {
  const { dataset, problems } = await loadDataset(folder);
  const [problem] = problems.filter(
    ({ severity, file }) => severity === "error" && file !== "front-lines.geojson",
  );
  if (!dataset || problem) throw new Error(`Mend the data first: ${JSON.stringify(problem)}`);
  const inputs = {
    villages: readVillages(await readText(folder, "reconstruction/villages.csv")),
    baseline: readBaseline(await readText(folder, "reconstruction/baseline.csv")),
    advances: readAdvances(await readText(folder, "reconstruction/advances.csv")),
  };
  const theatre = readTheatre(await readText(folder, "base/theatre.geojson"));
  const features = toFeatures(reconstruct(dataset, inputs, theatre));
  const lines = features.map((feature) => JSON.stringify(feature));
  return `{"type":"FeatureCollection","features":[\n${lines.join(",\n")}\n]}\n`;
}

function readVillages(csv: string): Village[] {
  const { data } = Papa.parse<{ id: string; lng: string; lat: string }>(csv, {
    header: true,
    skipEmptyLines: true,
  });
  return data.map(({ id, lng, lat }) => ({ id, position: [Number(lng), Number(lat)] }));
}

function readTheatre(text: string): Polygon {
  const collection = JSON.parse(text) as FeatureCollection<Polygon>;
  const theatre = collection.features[0]?.geometry;
  if (theatre?.type !== "Polygon") throw new Error("base/theatre.geojson holds no polygon");
  return theatre;
}
