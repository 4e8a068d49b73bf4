import type { GeoJSONSourceSpecification, StyleSpecification, VectorSourceSpecification } from "maplibre-gl";
import { SETTLEMENT_LAYER } from "../tiles/tiled-settlement.ts";
import { readLayersFromTiles } from "./settlement-layer.ts";

/** What feature states of towns are kept under, beside the id of the town. */
interface StateTarget {
  readonly source: "towns" | "names";
  readonly sourceLayer?: string;
}

/** Where the map has its towns from. */
export interface TownSource {
  /** The vector tiles that are the source "towns"; `undefined` where that is the list of all of them. */
  readonly tiles: VectorSourceSpecification | undefined;
  readonly target: StateTarget;
  /** Of the towns that are drawn once more because they are in the news. */
  readonly newsTarget: StateTarget | undefined;
  /** There are tiles, and they could not be read. */
  readonly isStandIn: boolean;
}

const LISTED: TownSource = {
  tiles: undefined,
  target: { source: "towns" },
  newsTarget: undefined,
  isStandIn: false,
};

/** Falls back on the list, which is slow but whole, where the tiles cannot be had. */
export async function openTownSource(tiles: URL | undefined): Promise<TownSource> {
  if (!tiles) return LISTED;
  try {
    const { openSettlementTiles } = await import("./settlement-tiles.ts");
    return {
      tiles: await openSettlementTiles(tiles),
      target: { source: "towns", sourceLayer: SETTLEMENT_LAYER },
      newsTarget: { source: "names" },
      isStandIn: false,
    };
  } catch {
    return { ...LISTED, isStandIn: true };
  }
}

/** The style, made to draw its towns from where they are. */
export function drawTownsFrom({ tiles }: TownSource, style: StyleSpecification): StyleSpecification {
  if (!tiles) return style;
  const names = style.sources["names"] as GeoJSONSourceSpecification; // All sources but "towns" are lists.
  return {
    ...style,
    sources: { ...style.sources, towns: tiles, names: { ...names, promoteId: "id" } },
    layers: readLayersFromTiles(style.layers),
  };
}
