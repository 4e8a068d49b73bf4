import { addProtocol, type Map as MapLibreMap, type VectorSourceSpecification } from "maplibre-gl";
import { FetchSource, FileSource, PMTiles, Protocol } from "pmtiles";
import { SETTLEMENT_LAYER } from "./settlement-layer.ts";
import type { TownState } from "./town-features.ts";

let protocol: Protocol | undefined;

/**
 * A source of settlements from a PMTiles archive, on a server that answers range requests or in a file of the user's
 * machine. It takes the place of the GeoJSON source "towns"; states are kept by the settlement's id as there.
 */
export function openSettlementTiles(archive: URL | File): VectorSourceSpecification {
  if (!protocol) {
    protocol = new Protocol();
    addProtocol("pmtiles", protocol.tile);
  }
  const source = archive instanceof URL ? new FetchSource(archive.href) : new FileSource(archive);
  protocol.add(new PMTiles(source));
  return { type: "vector", url: `pmtiles://${source.getKey()}`, promoteId: { [SETTLEMENT_LAYER]: "id" } };
}

/**
 * Marks settlements, whether their tiles are loaded yet or not. Only those whose state differs from what the map
 * already shows should be passed: a state costs as much as a mark.
 */
export function markSettlements(map: MapLibreMap, states: Iterable<readonly [string, TownState]>): void {
  for (const [id, state] of states) {
    map.setFeatureState(
      { source: "towns", sourceLayer: SETTLEMENT_LAYER, id },
      { ...state, holder: state.holder ?? "" },
    );
  }
}
