import type { FeatureCollection } from "geojson";
import type { Atlas } from "../core/atlas.ts";
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
  governorates: NOTHING,
  rivers: NOTHING,
  lakes: NOTHING,
  roads: NOTHING,
  places: NOTHING,
};

/**
 * A data set with the ground of the world's map under it, and the credit that this is due. Where that map cannot be
 * fetched, the data set stands without it.
 */
export async function groundInWorld(atlas: Atlas): Promise<LoadedBase & { readonly atlas: Atlas }> {
  const world = await import("../map/base/world-base.ts").catch(() => undefined);
  const { bounds, settlements, credits, regions } = atlas.dataset;
  const areas = regions.map(({ geometry }) => geometry);
  const ground = await world?.loadWorldBase(bounds, areas).catch(() => undefined);
  if (!ground) return { atlas, base: { ...NO_BASE, bounds }, isBaseLacking: true };
  const dataset = { ...atlas.dataset, credits: [...credits, ...WORLD_CREDITS] };
  const base = markHome(ground, settlements);
  const wholeBase = once(async () => {
    const [{ detailWorld }, close] = await Promise.all([
      import("./world-detail.ts"),
      world?.isCloseTheatre(bounds) ? world.loadCloseWorldBase(bounds, areas).catch(() => ground) : ground,
    ]);
    return detailWorld(markHome(close, settlements), bounds);
  });
  return { atlas: { ...atlas, dataset }, base, wholeBase, isBaseLacking: false };
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
