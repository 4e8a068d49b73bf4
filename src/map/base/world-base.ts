import { type AreaGeometry, type Bounds, findLargerSide } from "../../core/geometry.ts";
import type { BaseMap } from "./base.ts";
import { cutWorld, type World } from "./cut-world.ts";

/** Land, coasts and borders around a theatre anywhere, as {@link cutWorld}, from Natural Earth at 1:50 million. */
export async function loadWorldBase(bounds: Bounds, regions: readonly AreaGeometry[] = []): Promise<BaseMap> {
  // As text: a type for every number of a megabyte of coordinates would slow down the type checker for nothing.
  const { default: text } = await import("world-atlas/countries-50m.json?raw");
  return cutWorld(JSON.parse(text) as World, bounds, regions);
}

/** A theatre smaller than this, in degrees, is looked at so closely that the coarser map shows as straight edges. */
const CLOSE_DEGREES = 8;

/** Whether a theatre is so small that {@link loadCloseWorldBase} is worth its megabyte. */
export function isCloseTheatre(bounds: Bounds): boolean {
  return findLargerSide(bounds) < CLOSE_DEGREES;
}

/** The same at 1:10 million, cut in a worker: it takes half a second, in which the page would stand still. */
export function loadCloseWorldBase(bounds: Bounds, regions: readonly AreaGeometry[] = []): Promise<BaseMap> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  return new Promise<BaseMap>((resolve, reject) => {
    const fail = () => reject(new Error("The map of the world could not be cut"));
    worker.addEventListener("message", ({ data }: MessageEvent<BaseMap | undefined>) =>
      data ? resolve(data) : fail(),
    );
    worker.addEventListener("error", fail);
    worker.postMessage({ bounds, regions }, { transfer: [] });
  }).finally(() => worker.terminate());
}
