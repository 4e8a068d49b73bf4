import type { FeatureCollection } from "geojson";
import type { BaseMap } from "./map/base.ts";

/**
 * Addresses of the bundled story's files, made by Vite. The files are fetched, not part of the program, and read by
 * the same code that reads anybody's folder.
 */
const urls = import.meta.glob<string>(
  [
    "../geodata/*.{json,geojson,csv}",
    "../geodata/base/*.geojson",
    // For people with QGIS and for the tests; the page never asks for them.
    "!../geodata/{locators,documents}.csv",
    "!../geodata/highway-control.geojson",
    "!../geodata/base/theatre.geojson",
  ],
  { query: "?url", import: "default", eager: true },
);

/** The text of a file of the bundled story, by its name within the folder. Rejects if there is no such file. */
export async function readStoryFile(name: string): Promise<string> {
  const url = urls[`../geodata/${name}`];
  if (url === undefined) throw new Error(`The story has no file ${name}`);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${name}: the server answered ${response.status}`);
  return response.text();
}

/** Land, water, borders and roads under the story. */
export async function loadBaseMap(): Promise<BaseMap> {
  const read = async (name: string) =>
    JSON.parse(await readStoryFile(`base/${name}.geojson`)) as FeatureCollection;
  const [land, borders, governorates, rivers, lakes, roads] = await Promise.all(
    ["land", "borders", "governorates", "rivers", "lakes", "roads"].map((name) => read(name)),
  );
  if (!land || !borders || !governorates || !rivers || !lakes || !roads)
    throw new Error("The base map is incomplete");
  return { land, borders, governorates, rivers, lakes, roads };
}
