import type { GeoJSONSourceSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { LabelScript, Layer } from "../../src/core/view.ts";
import { fadeLayers, groundLayers, lineworkLayers } from "./base-layers.ts";
import { controlLayers, gainLayers } from "./control-layers.ts";
import {
  corridorFillLayers,
  corridorLineLayers,
  highwayLayers,
  patrolLayers,
  shieldLayers,
} from "./highway-layers.ts";
import { regionLabelLayers, townLabelLayers } from "./label-layers.ts";
import { frontLineLayers, previousLineLayers } from "./line-layers.ts";
import { scaleLayer } from "./map-scale.ts";
import type { Palette } from "../palette.ts";
import { obstacleLayers, postLayers, townLayers } from "./town-layers.ts";

/** Every source of the map. All are GeoJSON, empty in the style; `src/map` fills them. */
export const MAP_SOURCES = [
  "land",
  "lakes",
  "rivers",
  "roads",
  "borders",
  "regions",
  "base-edge",
  "theatre-edge",
  "areas",
  "gains",
  "corridor",
  "front-lines",
  "highways",
  "patrols",
  "shields",
  "towns",
  "contested",
  "posts",
  "names",
] as const;
export type MapSource = (typeof MAP_SOURCES)[number];

export interface MapStyleOptions {
  readonly labels: LabelScript;
  readonly hidden: readonly Layer[];
  /** How many times as large all marks and names are drawn; 1 if left out. */
  readonly scale?: number;
}

/**
 * The whole look of the map in one theme: a picture of palette and options, without data.
 *
 * Order of loudness: front line, changes of the day, highways, towns and names, tints, base. Labels of symbol layers
 * are placed from the last layer to the first.
 */
export function createMapStyle(
  palette: Palette,
  { labels, hidden, scale = 1 }: MapStyleOptions,
): StyleSpecification {
  const layers = [
    ...groundLayers(palette),
    ...controlLayers(palette),
    ...gainLayers(palette),
    ...corridorFillLayers(palette),
    ...lineworkLayers(palette),
    ...corridorLineLayers(palette),
    ...highwayLayers(palette),
    ...patrolLayers(palette),
    ...previousLineLayers(palette),
    ...frontLineLayers(palette),
    ...fadeLayers(palette),
    ...postLayers(palette),
    ...townLayers(palette),
    ...regionLabelLayers(palette, labels),
    ...townLabelLayers(palette, labels, shieldLayers(palette)),
    ...obstacleLayers(),
  ];
  return {
    version: 8,
    sources: Object.fromEntries(MAP_SOURCES.map((source) => [source, emptySource(source)])),
    layers: layers.map((layer) => scaleLayer(hideIfAsked(layer, hidden), scale)),
    // Names of a day must be there when the day is; a slow fade would lag behind the slider.
    transition: { duration: 0, delay: 0 },
  };
}

function emptySource(source: MapSource): GeoJSONSourceSpecification {
  return {
    type: "geojson",
    data: { type: "FeatureCollection", features: [] },
    // Feature state needs ids, and the ids of places are texts.
    ...(source === "towns" ? { promoteId: "id" } : {}),
  };
}

function hideIfAsked(layer: LayerSpecification, hidden: readonly Layer[]): LayerSpecification {
  const metadata = layer.metadata as { layer?: Layer } | undefined;
  if (metadata?.layer === undefined || !hidden.includes(metadata.layer) || layer.type === "background")
    return layer;
  return { ...layer, layout: { ...layer.layout, visibility: "none" } } as LayerSpecification;
}
