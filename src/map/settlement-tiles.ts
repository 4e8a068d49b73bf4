import { addProtocol, type VectorSourceSpecification } from "maplibre-gl";
import { FetchSource, PMTiles, Protocol } from "pmtiles";
import { SETTLEMENT_LAYER } from "../tiles/tiled-settlement.ts";

let protocol: Protocol | undefined;

/**
 * A source of settlements from a PMTiles archive. It takes the place of the GeoJSON source "towns"; states are kept by
 * the settlement's id as there. Rejects if the archive cannot be read in parts: not every server answers range requests.
 */
export async function openSettlementTiles(address: URL): Promise<VectorSourceSpecification> {
  if (!protocol) {
    protocol = new Protocol();
    addProtocol("pmtiles", protocol.tile);
  }
  const source = new FetchSource(address.href);
  const archive = protocol.get(source.getKey()) ?? new PMTiles(source);
  await archive.getHeader();
  protocol.add(archive);
  return { type: "vector", url: `pmtiles://${source.getKey()}`, promoteId: { [SETTLEMENT_LAYER]: "id" } };
}
