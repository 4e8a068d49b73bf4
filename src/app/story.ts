import storyUrl, { storyHash } from "virtual:story";
import groundUrl from "virtual:story-ground";
import worldUrl from "virtual:story-world";
import type { Atlas } from "../core/atlas.ts";
import type { Dataset } from "../core/dataset.ts";
import { type BaseMap, creditWorld, findBaseBounds, markHome } from "../map/base/base.ts";
import { unpackBase } from "../map/base/packed-base.ts";
import { drawCoasts } from "../map/base/coasts.ts";
import { type CompiledDataset, readCompiled } from "../data/compiled/compiled.ts";
import { unpack } from "../data/unpack.ts";
import { besideAddress } from "../open/read-beside.ts";
import { BASE_PATIENCE_MS, type GroundedData, groundInWorld, type LoadedBase, NO_BASE } from "./load-base.ts";
import { once } from "./once.ts";

/** The bundled story in its compiled form. Rejects if it cannot be fetched or read. */
export async function loadStory(): Promise<CompiledDataset> {
  const response = await fetchSoundly(storyUrl);
  return readCompiled(new Uint8Array(await response.arrayBuffer()), besideAddress(storyUrl));
}

/** Land, water, borders and roads under the story, as `geodata/base` has them; without them if they cannot be had. */
export async function loadStoryGround(): Promise<LoadedBase> {
  const found = await readPacked(groundUrl).catch(() => undefined);
  const base = { ...NO_BASE, ...found };
  const bounds = findBaseBounds(base);
  const coasts = bounds ? drawCoasts(base.land, bounds) : NO_BASE.coasts;
  return { base: { ...base, coasts }, isBaseLacking: found === undefined };
}

/** The bundled story with its ground under it, and the credit that this is due. */
export function groundStory(
  { dataset: told, ...atlas }: Atlas,
  { base: ground, isBaseLacking }: LoadedBase,
): GroundedData {
  const dataset = creditWorld(told);
  const base = markHome(ground, dataset.settlements);
  return {
    atlas: { ...atlas, dataset },
    base,
    wholeBase: once(() => surroundStory(base, dataset)),
    isBaseLacking,
  };
}

/** A data set with what lies under it: the ground that is drawn for the bundled story, wherever that was read from, else the world's. */
export async function groundData(atlas: Atlas, hash: string): Promise<GroundedData> {
  const isStory = storyHash !== "" && hash.startsWith(storyHash);
  return isStory ? groundStory(atlas, await loadStoryGround()) : groundInWorld(atlas);
}

/** The story's ground with the world around it. It is for what lies beyond the first picture, which need not wait for it. */
async function surroundStory(
  ground: BaseMap,
  { settlements, bounds }: Pick<Dataset, "settlements" | "bounds">,
): Promise<BaseMap> {
  const [{ joinBases }, { detailWorld }, land] = await Promise.all([
    import("../map/base/join-bases.ts"),
    import("./world-detail.ts"),
    readPacked(worldUrl),
  ]);
  const world = markHome({ ...NO_BASE, ...land }, settlements);
  const detailed = await detailWorld(world, bounds).catch(() => undefined);
  return { ...joinBases(ground, detailed ?? world), isLacking: detailed === undefined };
}

/** A hundred times what there is. */
const LARGEST_BASE = 16 * 1024 * 1024;

/** Rejects if the file cannot be had in time, or is damaged. */
async function readPacked(url: string): Promise<Partial<BaseMap>> {
  const response = await fetchSoundly(url, AbortSignal.timeout(BASE_PATIENCE_MS));
  // Made with the page, by the same code.
  const packed = new Uint8Array(await response.arrayBuffer());
  return unpackBase(await unpack(packed, "gzip", LARGEST_BASE));
}

async function fetchSoundly(url: string, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(url, signal ? { signal } : {});
  if (!response.ok) throw new Error(`${url}: the server answered ${response.status}`);
  return response;
}
