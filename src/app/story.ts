import type { FeatureCollection } from "geojson";
import storyUrl from "virtual:story";
import { type CompiledDataset, readCompiled } from "../data/compiled/compiled.ts";
import type { BaseMap } from "../map/base/base.ts";

/** Addresses of the story's base map, made by Vite. */
const groundUrls = import.meta.glob<string>(
  "../../geodata/base/{land,borders,governorates,rivers,lakes,roads}.geojson",
  {
    query: "?url",
    import: "default",
    eager: true,
  },
);

/** The bundled story in its compiled form. Rejects if it cannot be fetched or read. */
export async function loadStory(): Promise<CompiledDataset> {
  const response = await fetchSoundly(storyUrl);
  return readCompiled(new Uint8Array(await response.arrayBuffer()));
}

/** Land, water, borders and roads under the story, as `geodata/base` has them. */
export async function loadStoryGround(): Promise<BaseMap> {
  const read = async (name: string) => {
    const url = groundUrls[`../../geodata/base/${name}.geojson`];
    if (url === undefined) throw new Error(`The base map has no ${name}`);
    return (await (await fetchSoundly(url)).json()) as FeatureCollection;
  };
  const [land, borders, governorates, rivers, lakes, roads] = await Promise.all(
    ["land", "borders", "governorates", "rivers", "lakes", "roads"].map((name) => read(name)),
  );
  if (!land || !borders || !governorates || !rivers || !lakes || !roads)
    throw new Error("The base map is incomplete");
  return { land, borders, governorates, rivers, lakes, roads };
}

async function fetchSoundly(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: the server answered ${response.status}`);
  return response;
}
