import { type AreaGeometry, type Bounds, findLargerSide } from "../../core/geometry.ts";
import type { BaseMap } from "./base.ts";
import { cutWorld, type World } from "./cut-world.ts";

/** A theatre smaller than this, in degrees, is looked at so closely that the coarser map shows as straight edges. */
const CLOSE_DEGREES = 8;

/** Land, coasts and borders around a theatre anywhere, as {@link cutWorld}: from Natural Earth at 1:50 million, or 1:10. */
export async function loadWorldBase(bounds: Bounds, regions: readonly AreaGeometry[] = []): Promise<BaseMap> {
  // As text: a type for every number of a megabyte of coordinates would slow down the type checker for nothing.
  const { default: text } =
    findLargerSide(bounds) < CLOSE_DEGREES
      ? await import("world-atlas/countries-10m.json?raw")
      : await import("world-atlas/countries-50m.json?raw");
  return cutWorld(JSON.parse(text) as World, bounds, regions);
}
