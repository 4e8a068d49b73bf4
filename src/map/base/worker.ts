import text from "world-atlas/countries-10m.json?raw";
import type { AreaGeometry, Bounds } from "../../core/geometry.ts";
import { cutWorld, type World } from "./cut-world.ts";

/** Cuts a base map out of the world at 1:10 million. */
self.addEventListener(
  "message",
  ({ data }: MessageEvent<{ readonly bounds: Bounds; readonly regions: readonly AreaGeometry[] }>) => {
    self.postMessage(cutWorld(JSON.parse(text) as World, data.bounds, data.regions), { transfer: [] });
  },
);
