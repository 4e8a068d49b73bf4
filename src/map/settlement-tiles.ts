import type { VectorSourceSpecification } from "maplibre-gl";
import { SETTLEMENT_LAYER } from "../tiles/tiled-settlement.ts";
import { openTileArchive } from "./tile-protocol.ts";

/**
 * A source of settlements from a PMTiles archive. It takes the place of the GeoJSON source "towns"; states are kept by
 * the settlement's id as there. Rejects if the archive cannot be read in parts: not every server answers range requests.
 */
export async function openSettlementTiles(address: URL): Promise<VectorSourceSpecification> {
  const { url } = await openTileArchive(address.href);
  return { type: "vector", url, promoteId: { [SETTLEMENT_LAYER]: "id" } };
}
