import type { Map as MapLibreMap } from "maplibre-gl";
import type { MapTrouble } from "../../words/map-words.ts";
import { type Fault, isOfReaderBase } from "./reader-base.ts";
import { isOfWorker } from "../map-pieces.ts";

/** Told of what is amiss with the map, and (`isThere` false) of what no longer is. */
export type TroubleListener = (trouble: MapTrouble, isThere: boolean) => void;

/** A map that is not there by then will not come without help: what draws it hangs, without a fault that MapLibre could tell of. */
const PATIENCE_MS = 20_000;

export interface StartWatch {
  /** To be called when the map stands, also when it has long stood: takes back what was said. */
  stand(): void;
  end(): void;
}

/** Tells if the map does not stand in time. A page that nobody looks at is not drawn, and does not count. */
export function watchStart(onTrouble: TroubleListener): StartWatch {
  let isTold = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    timer = setTimeout(() => {
      if (document.hidden) return wait();
      isTold = true;
      onTrouble("no-worker", true);
    }, PATIENCE_MS);
  };
  const end = () => clearTimeout(timer);
  wait();
  return {
    end,
    stand() {
      end();
      if (isTold) onTrouble("no-worker", false);
      isTold = false;
    },
  };
}

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
