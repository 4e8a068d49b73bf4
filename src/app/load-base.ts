import type { FeatureCollection } from "geojson";
import type { Atlas } from "../core/atlas.ts";
import type { AreaGeometry, Bounds } from "../core/geometry.ts";
import { type BaseMap, markHome, WORLD_CREDITS } from "../map/base/base.ts";

/** What lies under a data set, as far as it could be had. */
export interface LoadedBase {
  readonly base: BaseMap;
  /** With what may come after the first picture. Rejects if that cannot be had. */
  readonly wholeBase?: () => Promise<BaseMap>;
  readonly isBaseLacking: boolean;
}

const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };

export const NO_BASE: BaseMap = {
  land: NOTHING,
  coasts: NOTHING,
  borders: NOTHING,
  rivers: NOTHING,
  lakes: NOTHING,
  roads: NOTHING,
  places: NOTHING,
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
  const ground = await inTime(loadWorld(bounds, areas)).catch(() => undefined);
  if (!ground) return { atlas, base: { ...NO_BASE, bounds }, isBaseLacking: true };
  const dataset = { ...atlas.dataset, credits: [...credits, ...WORLD_CREDITS] };
  const base = markHome(ground, settlements);
  const wholeBase = once(async () => {
    const [{ detailWorld }, close] = await Promise.all([
      import("./world-detail.ts"),
      loadClose(bounds, areas).catch(() => undefined),
    ]);
    return detailWorld(markHome(close ?? ground, settlements), bounds);
  });
  return { atlas: { ...atlas, dataset }, base, wholeBase, isBaseLacking: false };
}

async function loadWorld(bounds: Bounds, areas: readonly AreaGeometry[]): Promise<BaseMap> {
  const { loadWorldBase } = await import("../map/base/world-base.ts");
  return loadWorldBase(bounds, areas);
}

/** Finer coasts and borders, for a theatre small enough to show them. */
async function loadClose(bounds: Bounds, areas: readonly AreaGeometry[]): Promise<BaseMap | undefined> {
  const { isCloseTheatre, loadCloseWorldBase } = await import("../map/base/world-base.ts");
  return isCloseTheatre(bounds) ? loadCloseWorldBase(bounds, areas) : undefined;
}

/** Rejects if it takes longer than a base map is waited for; an import cannot be called off, and goes on for the next time. */
function inTime<Result>(loading: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The base map did not come in time")), BASE_PATIENCE_MS);
  });
  return Promise.race([loading, late]).finally(() => clearTimeout(timer));
}

/** Asks once for what several want; after a failure again. */
export function once<Result>(ask: () => Promise<Result>): () => Promise<Result> {
  let asked: Promise<Result> | undefined;
  return () =>
    (asked ??= ask().catch((error: unknown) => {
      asked = undefined;
      throw error;
    }));
}
