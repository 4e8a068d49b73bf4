import type { FeatureCollection } from "geojson";
import storyUrl from "virtual:story";
import worldUrl from "virtual:story-world";
import type { Dataset } from "../core/dataset.ts";
import { type BaseMap, findBaseBounds, markHome } from "../map/base/base.ts";
import { drawCoasts } from "../map/base/coasts.ts";
import { type CompiledDataset, readCompiled } from "../data/compiled/compiled.ts";
import { BASE_PATIENCE_MS, type LoadedBase, NO_BASE } from "./load-base.ts";

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

const PARTS = ["land", "borders", "governorates", "rivers", "lakes", "roads"] as const;

/**
 * Land, water, borders and roads under the story, as `geodata/base` has them. A file that cannot be had costs what is in
 * it and nothing else.
 */
export async function loadStoryGround(): Promise<LoadedBase> {
  const parts = await Promise.allSettled(PARTS.map(async (name) => ({ [name]: await readPart(name) })));
  const sound = parts.flatMap((part) => (part.status === "fulfilled" ? [part.value] : []));
  const base: BaseMap = Object.assign({}, NO_BASE, ...sound);
  const bounds = findBaseBounds(base);
  const coasts = bounds ? drawCoasts(base.land, bounds) : NO_BASE.coasts;
  return { base: { ...base, coasts }, isBaseLacking: sound.length < parts.length };
}

/** The story's ground with the world around it. It is for what lies beyond the first picture, which need not wait for it. */
export async function surroundStory(
  ground: BaseMap,
  { settlements, bounds }: Pick<Dataset, "settlements" | "bounds">,
): Promise<BaseMap> {
  const [{ joinBases }, { detailWorld }, land] = await Promise.all([
    import("../map/base/join-bases.ts"),
    import("./world-detail.ts"),
    fetchSoundly(worldUrl, AbortSignal.timeout(BASE_PATIENCE_MS)).then((response) => response.json()),
  ]);
  // Made with the page, by the same code.
  const world = markHome(land as BaseMap, settlements);
  return joinBases(ground, await detailWorld(world, bounds).catch(() => world));
}

async function readPart(name: (typeof PARTS)[number]): Promise<FeatureCollection> {
  const url = groundUrls[`../../geodata/base/${name}.geojson`];
  if (url === undefined) throw new Error(`The base map has no ${name}`);
  const collection: unknown = await (await fetchSoundly(url, AbortSignal.timeout(BASE_PATIENCE_MS))).json();
  if (!isCollection(collection)) throw new Error(`${url} has no features`);
  return collection;
}

function isCollection(value: unknown): value is FeatureCollection {
  return typeof value === "object" && value !== null && "features" in value && Array.isArray(value.features);
}

async function fetchSoundly(url: string, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(url, signal ? { signal } : {});
  if (!response.ok) throw new Error(`${url}: the server answered ${response.status}`);
  return response;
}
