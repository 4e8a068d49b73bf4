import type { GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import { REHEARSALS } from "../../layers/rehearsals.ts";
import type { SourceContent } from "../map-pieces.ts";

/**
 * Draws, in the middle of the map and unseen, what the sources that are empty today will be filled with on another day.
 * The graphics processor makes a program ready when its first mark is drawn, which in software takes half a second: so it
 * is done while nobody waits. The next content of the source replaces it.
 */
export function rehearse(map: MapLibreMap, shown: SourceContent): void {
  const { lng, lat } = map.getCenter();
  for (const [name, draw] of Object.entries(REHEARSALS)) {
    if (shown.get(name)?.features.length !== 0) continue;
    void map.getSource<GeoJSONSource>(name)?.setData(draw([lng, lat]));
  }
}
