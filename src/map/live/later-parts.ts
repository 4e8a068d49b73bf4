import type { Map as MapLibreMap } from "maplibre-gl";
import type { SourceContent } from "../map-pieces.ts";
import type { startSweep } from "./sweep.ts";

const load = () => import("./after-first.ts");

/**
 * Fetches what sweeping takes, so that it is there once the reader plays, and what printing the map takes; then makes ready
 * what other days draw, unless nothing is shown by then.
 */
export function fetchLater(map: MapLibreMap, findShown: () => SourceContent | undefined): void {
  // Asked for again when it is wanted.
  void load().then(
    (part) => {
      part.copyForPrint(map);
      const shown = findShown();
      if (shown) part.rehearse(map, shown);
    },
    () => {},
  );
}

/** As {@link startSweep}, once what it takes is there; where that cannot be had the ground steps from day to day. */
export function sweepLater(...how: Parameters<typeof startSweep>): () => void {
  let isEnded = false;
  let end = () => {};
  void load().then(
    (part) => {
      if (!isEnded) end = part.startSweep(...how);
    },
    () => {},
  );
  return () => {
    isEnded = true;
    end();
  };
}
