import type { Atlas } from "../core/atlas.ts";
import type { AreaGeometry, Bounds } from "../core/geometry.ts";
import { type BaseMap, creditWorld, markHome } from "../map/base/base.ts";
import { once } from "./once.ts";

/** A data set with the ground of the world's map under it. Rejects if that cannot be fetched. */
export async function layWorld(atlas: Atlas) {
  const { bounds, settlements, regions } = atlas.dataset;
  const areas = regions.map(({ geometry }) => geometry);
  const { loadWorldBase } = await import("../map/base/world-base.ts");
  const ground = await loadWorldBase(bounds, areas);
  const wholeBase = once(async () => {
    const [{ detailWorld }, { close, isLacking }] = await Promise.all([
      import("./world-detail.ts"),
      loadClose(bounds, areas).then(
        (found) => ({ close: found, isLacking: false }),
        () => ({ close: undefined, isLacking: true }),
      ),
    ]);
    return { ...(await detailWorld(markHome(close ?? ground, settlements), bounds)), isLacking };
  });
  return {
    atlas: { ...atlas, dataset: creditWorld(atlas.dataset) },
    base: markHome(ground, settlements),
    wholeBase,
    isBaseLacking: false,
  };
}

/** Finer coasts and borders, for a theatre small enough to show them. */
async function loadClose(bounds: Bounds, areas: readonly AreaGeometry[]): Promise<BaseMap | undefined> {
  const { isCloseTheatre, loadCloseWorldBase } = await import("../map/base/world-base.ts");
  return isCloseTheatre(bounds) ? loadCloseWorldBase(bounds, areas) : undefined;
}
