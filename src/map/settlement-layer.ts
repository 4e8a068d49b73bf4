import type { LayerSpecification } from "maplibre-gl";
import { SETTLEMENT_LAYER } from "../tiles/tiled-settlement.ts";

/** Discs and rings that must show on any zoom, by what the features of "names" tell of their towns. */
const IN_NEWS: ReadonlyMap<string, string> = new Map([
  ["town-changed", "isChanged"],
  ["towns", "isChanged"],
  ["town-selected", "isSelected"],
]);

/** The layer that draws what `layer` draws, of the towns in the news. */
export function nameNewsLayer(layer: string): string {
  return `${layer}-news`;
}

/**
 * The layers of the style, reading the settlements of the source "towns" from tiles. As a zoom leaves out some of them,
 * the few that changed hands or are selected are drawn once more, from the source "names".
 */
export function readLayersFromTiles(layers: readonly LayerSpecification[]): LayerSpecification[] {
  return layers.flatMap((layer): LayerSpecification[] => {
    if (layer.type === "background" || layer.source !== "towns") return [layer];
    const tiled = { ...layer, "source-layer": SETTLEMENT_LAYER };
    const flag = IN_NEWS.get(layer.id);
    if (flag === undefined || layer.type !== "circle") return [tiled];
    return [tiled, { ...layer, id: nameNewsLayer(layer.id), source: "names", filter: ["get", flag] }];
  });
}
