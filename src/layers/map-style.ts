import type { GeoJSONSourceSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import { scaleLayer } from "../../styles/map/map-scale.ts";
import { ALWAYS, type SourceDrawing, STRATA, type StyleOptions } from "./layer.ts";
import { LAYERS } from "./layers.ts";
import { layReaderBase, type ReaderBase } from "./reader-base.ts";

export interface MapStyleOptions extends StyleOptions {
  /** Keys of the layers that are put away. */
  readonly hidden: readonly string[];
  /** How many times as large all marks and names are drawn; 1 if left out. */
  readonly scale?: number;
  /** A base map of the reader's own, which takes the place of most of the built-in one. */
  readonly readerBase?: ReaderBase | undefined;
}

/**
 * The whole look of the map in one theme: a picture of palette, sides and options, without data. All sources but those
 * of a reader's base map are GeoJSON, empty in the style; `src/map` fills them.
 *
 * Order of loudness: front line, changes of the day, highways, settlements and names, tints, base. Labels of symbol
 * layers are placed from the last layer to the first.
 */
export function createMapStyle({
  hidden,
  scale = 1,
  readerBase,
  ...options
}: MapStyleOptions): StyleSpecification {
  const parts = LAYERS.map(({ key, style }) => ({ isHidden: hidden.includes(key), strata: style(options) }));
  const layers = STRATA.flatMap((stratum) =>
    parts.flatMap(({ isHidden, strata }) =>
      (strata[stratum] ?? []).map((layer) => (isHidden ? hide(layer) : layer)),
    ),
  );
  const sources = LAYERS.flatMap((layer) => Object.entries(layer.sources)).filter(
    ([, source]) => !(source.kind === "daily" && source.isGround),
  );
  const grounded = readerBase ? layReaderBase(layers, readerBase, { ...options, hidden }) : layers;
  return {
    version: 8,
    sources: {
      ...Object.fromEntries(sources.map(([name, source]) => [name, declareEmpty(source)])),
      ...readerBase?.sources,
    },
    layers: grounded.map((layer) => scaleLayer(layer, scale)),
    // Names of a day must be there when the day is; a slow fade would lag behind the slider.
    transition: { duration: 0, delay: 0 },
  };
}

function declareEmpty(source: SourceDrawing): GeoJSONSourceSpecification {
  const promoteId = source.kind === "still" ? source.idProperty : undefined;
  return {
    type: "geojson",
    data: { type: "FeatureCollection", features: [] },
    ...(promoteId === undefined ? {} : { promoteId }),
  };
}

function hide(layer: LayerSpecification): LayerSpecification {
  if (layer.metadata === ALWAYS || layer.type === "background") return layer;
  return { ...layer, layout: { ...layer.layout, visibility: "none" } } as LayerSpecification;
}
