import type { LayerSpecification } from "maplibre-gl";
import { byZoom, mapFonts, sideColour } from "./map-expressions.ts";
import { shieldName } from "./map-images.ts";
import type { Palette } from "./palette.ts";

/** The disputed highways, each stretch in the colour of the side that holds it. */
export function highwayLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "highway-casing",
      type: "line",
      source: "highways",
      metadata: { layer: "highways" },
      layout: { "line-join": "round", "line-cap": "round" },
      paint: { "line-color": palette.casing, "line-width": byZoom([7, 4], [9, 5.4], [12, 8]) },
    },
    {
      id: "highways",
      type: "line",
      source: "highways",
      metadata: { layer: "highways" },
      layout: { "line-join": "round", "line-cap": "butt" },
      paint: {
        "line-color": sideColour(palette, ["get", "colour"], (tones) => tones.mark),
        "line-width": byZoom([7, 1.8], [9, 2.6], [12, 4]),
      },
    },
  ];
}

/** The numbers of the highways in small plates, set upright along their course. */
export function shieldLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "highway-shields",
      type: "symbol",
      source: "shields",
      metadata: { layer: "highways" },
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 260,
        "text-field": ["get", "name"],
        "text-font": mapFonts.semibold,
        "text-size": byZoom([7, 9.5], [10, 11]),
        "text-rotation-alignment": "viewport",
        "icon-rotation-alignment": "viewport",
        "icon-image": shieldName({ fill: palette.casing, stroke: palette.border }),
        "icon-text-fit": "both",
        "icon-text-fit-padding": [2, 4, 2, 4],
        "text-padding": 6,
      },
      paint: { "text-color": palette.label },
    },
  ];
}
