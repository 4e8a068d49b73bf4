import type { LayerSpecification } from "maplibre-gl";
import { byZoom, mapFonts, sideColour } from "./map-expressions.ts";
import { shieldName } from "./map-images.ts";
import type { Palette } from "../palette.ts";

/** The ground of the security corridor: hardly there, so that it does not pass for control. */
export function corridorFillLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "corridor-fill",
      type: "fill",
      source: "corridor",
      metadata: { layer: "highways" },
      paint: {
        "fill-color": palette.corridor,
        "fill-opacity": palette.scheme === "dark" ? 0.07 : 0.05,
        "fill-antialias": false,
      },
    },
  ];
}

/** The limits of the security corridor: the colour of the forces that patrol it, finer than any line of control. */
export function corridorLineLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "corridor-line",
      type: "line",
      source: "corridor",
      metadata: { layer: "highways" },
      layout: { "line-join": "round" },
      paint: {
        "line-color": palette.corridor,
        "line-opacity": 0.85,
        "line-width": byZoom([7, 1], [9, 1.3], [12, 1.8]),
        "line-dasharray": [5, 3],
      },
    },
  ];
}

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

/** Patrols along a highway: a row of dots on either side of it, so that its own colour still tells who holds it. */
export function patrolLayers(palette: Palette): LayerSpecification[] {
  return (["left", "right"] as const).map((edge) => {
    const sign = edge === "left" ? -1 : 1;
    return {
      id: `patrols-${edge}`,
      type: "line",
      source: "patrols",
      metadata: { layer: "highways" },
      layout: { "line-join": "round", "line-cap": "round" },
      paint: {
        "line-color": palette.corridor,
        "line-width": byZoom([7, 1.3], [9, 2], [12, 3]),
        "line-offset": byZoom([7, sign * 2.6], [9, sign * 3.9], [12, sign * 5.6]),
        "line-dasharray": [0, 2.6],
      },
    };
  });
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
