import type { FeatureCollection } from "geojson";
import type { Atlas } from "../core/atlas.ts";
import type { BaseMap } from "../map/base/base.ts";

/** What lies under a data set, as far as it could be had. */
export interface LoadedBase {
  readonly base: BaseMap;
  /** With what may come after the first picture. Rejects if that cannot be had. */
  readonly wholeBase?: () => Promise<BaseMap>;
  readonly isBaseLacking: boolean;
}

/** A data set and what lies under it. */
export interface GroundedData extends LoadedBase {
  readonly atlas: Atlas;
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
export async function groundInWorld(atlas: Atlas): Promise<GroundedData> {
  // Few readers have data of their own: what lays the world under it is fetched by them.
  const laying = import("./lay-world.ts").then(({ layWorld }) => layWorld(atlas));
  const laid = await inTime(laying).catch(() => undefined);
  return laid ?? { atlas, base: { ...NO_BASE, bounds: atlas.dataset.bounds }, isBaseLacking: true };
}

/** Rejects if it takes longer than a base map is waited for; an import cannot be called off, and goes on for the next time. */
function inTime<Result>(loading: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The base map did not come in time")), BASE_PATIENCE_MS);
  });
  return Promise.race([loading, late]).finally(() => clearTimeout(timer));
}
