import type { Map as MapLibreMap } from "maplibre-gl";
import type { MapTrouble } from "../../words/map-words.ts";
import { type Fault, isOfReaderBase } from "./reader-base.ts";
import { isOfWorker } from "../map-pieces.ts";

/** Told of what is amiss with the map, and (`isThere` false) of what no longer is. */
export type TroubleListener = (trouble: MapTrouble, isThere: boolean) => void;

/** Tells of the faults that MapLibre finds, each once: a tile that fails is asked for again and again. */
export function listenForFaults(map: MapLibreMap, onTrouble: TroubleListener): void {
  const told = new Set<MapTrouble>();
  map.on("error", (event: Fault) => {
    if (isOfReaderBase(event)) return;
    const { error } = event;
    // oxlint-disable-next-line no-console -- With a listener MapLibre no longer says it there.
    console.error(error);
    const trouble = isOfWorker(error) ? "no-worker" : "incomplete";
    if (told.has(trouble)) return;
    told.add(trouble);
    onTrouble(trouble, true);
  });
}
