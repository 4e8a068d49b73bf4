import type { ErrorEvent, Map as MapLibreMap } from "maplibre-gl";
import { READER_PREFIX } from "../../layers/reader-base.ts";

/** What MapLibre tells of a fault; the source is not in its types. */
export type Fault = ErrorEvent & { readonly sourceId?: string };

/** So many requests may fail before the first tile has come. */
const PATIENCE_FAULTS = 4;

/** How MapLibre begins what it says of a style that it refuses: ours is never refused. */
const OF_STYLE = /^(layers|sources)\b/;

/** Whether a fault that MapLibre tells of is one of the reader's base map, of its tiles or of a layer of its style. */
export function isOfReaderBase({ sourceId, error }: Fault): boolean {
  return sourceId === undefined ? OF_STYLE.test(error.message) : sourceId.startsWith(READER_PREFIX);
}

/**
 * Calls back when a reader's base map cannot be drawn: MapLibre refuses a layer of it, or its host gives no tile at all.
 * Single tiles that fail, and those that are not there, are no fault of a map.
 */
export function listenToReaderBase(map: MapLibreMap, onFault: () => void): void {
  const sound = new Set<string>();
  let faults = 0;
  map.on("sourcedata", ({ sourceId, tile, coord }) => {
    if (sourceId.startsWith(READER_PREFIX) && (tile ?? coord)) sound.add(sourceId);
  });
  map.on("error", (event: Fault) => {
    if (!isOfReaderBase(event)) return;
    if (event.sourceId === undefined) onFault();
    else if (!sound.has(event.sourceId) && ++faults >= PATIENCE_FAULTS) onFault();
  });
}
