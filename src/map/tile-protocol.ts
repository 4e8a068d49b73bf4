import { addProtocol } from "maplibre-gl";
import { FetchSource, PMTiles, Protocol } from "pmtiles";

let protocol: Protocol | undefined;

/** A PMTiles archive that MapLibre can read by `url`. Rejects if it cannot be read in parts: not every server answers range requests. */
export async function openTileArchive(address: string): Promise<{ archive: PMTiles; url: string }> {
  if (!protocol) {
    protocol = new Protocol();
    addProtocol("pmtiles", protocol.tile);
  }
  const source = new FetchSource(address);
  const archive = protocol.get(source.getKey()) ?? new PMTiles(source);
  await archive.getHeader();
  protocol.add(archive);
  return { archive, url: `pmtiles://${source.getKey()}` };
}
