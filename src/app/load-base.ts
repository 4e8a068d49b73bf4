import type { Atlas } from "../core/atlas.ts";
import { type BaseMap, markHome } from "../map/base/base.ts";

/** A data set with the ground of the world's map under it, and the credit that this is due. */
export async function groundInWorld(
  atlas: Atlas,
): Promise<{ readonly atlas: Atlas; readonly base: BaseMap }> {
  const { loadWorldBase, WORLD_CREDIT } = await import("../map/base/world-base.ts");
  const { bounds, settlements, credits, regions } = atlas.dataset;
  const ground = await loadWorldBase(
    bounds,
    regions.map(({ geometry }) => geometry),
  );
  const dataset = { ...atlas.dataset, credits: [...credits, WORLD_CREDIT] };
  return { atlas: { ...atlas, dataset }, base: markHome(ground, settlements) };
}
