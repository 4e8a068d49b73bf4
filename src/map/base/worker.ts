import worldUrl from "world-atlas/countries-10m.json?url";
import type { AreaGeometry, Bounds } from "../../core/geometry.ts";
import { cutWorld, type World } from "./cut-world.ts";

/** What it is to cut out of the world, and its answer: nothing if the map of the world cannot be had. */
interface Asked {
  readonly bounds: Bounds;
  readonly regions: readonly AreaGeometry[];
}

/** Cuts a base map out of the world at 1:10 million. */
self.addEventListener("message", async ({ data: { bounds, regions } }: MessageEvent<Asked>) => {
  const world = await readWorld().catch(() => undefined);
  self.postMessage(world && cutWorld(world, bounds, regions), { transfer: [] });
});

async function readWorld(): Promise<World> {
  const response = await fetch(worldUrl);
  if (!response.ok) throw new Error(`${worldUrl}: the server answered ${response.status}`);
  return (await response.json()) as World;
}
