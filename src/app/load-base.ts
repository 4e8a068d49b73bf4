import type { FeatureCollection } from "geojson";
import type { Atlas } from "../core/atlas.ts";
import type { AreaGeometry, Bounds } from "../core/geometry.ts";
import { type BaseMap, markHome } from "../map/base/base.ts";

/** What lies under a data set, as far as it could be had. */
export interface LoadedBase {
  readonly base: BaseMap;
  readonly isBaseLacking: boolean;
}

const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };

export const NO_BASE: BaseMap = {
  land: NOTHING,
  borders: NOTHING,
  governorates: NOTHING,
  rivers: NOTHING,
  lakes: NOTHING,
  roads: NOTHING,
};

/** How long a base map is waited for: a megabyte on most lines, and tens of kilobytes on the slowest. Else it hangs. */
export const BASE_PATIENCE_MS = 20_000;

/**
 * A data set with the ground of the world's map under it, and the credit that this is due. Where that map cannot be
 * fetched, the data set stands without it.
 */
export async function groundInWorld(atlas: Atlas): Promise<LoadedBase & { readonly atlas: Atlas }> {
  const { bounds, settlements, credits, regions } = atlas.dataset;
  const areas = regions.map(({ geometry }) => geometry);
  const found = await inTime(loadWorld(bounds, areas)).catch(() => undefined);
  if (!found) return { atlas, base: { ...NO_BASE, bounds }, isBaseLacking: true };
  const dataset = { ...atlas.dataset, credits: [...credits, found.credit] };
  return { atlas: { ...atlas, dataset }, base: markHome(found.ground, settlements), isBaseLacking: false };
}

async function loadWorld(bounds: Bounds, areas: readonly AreaGeometry[]) {
  const { loadWorldBase, WORLD_CREDIT } = await import("../map/base/world-base.ts");
  return { ground: await loadWorldBase(bounds, areas), credit: WORLD_CREDIT };
}

/** Rejects if it takes longer than a base map is waited for; an import cannot be called off, and goes on for the next time. */
function inTime<Result>(loading: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The base map did not come in time")), BASE_PATIENCE_MS);
  });
  return Promise.race([loading, late]).finally(() => clearTimeout(timer));
}
