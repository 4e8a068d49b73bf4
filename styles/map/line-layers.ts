import type { LayerSpecification } from "maplibre-gl";
import { byZoom } from "./map-expressions.ts";
import type { Palette } from "../palette.ts";

const FRONT_WIDTH = byZoom([7, 2], [9, 2.8], [12, 3.6]);
const FRONT_CASING_WIDTH = byZoom([7, 5], [9, 6.5], [12, 8.5]);

/** Where the line ran the evening before, wherever it has moved since. */
export function previousLineLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "previous-line",
      type: "line",
      source: "front-lines",
      filter: ["==", ["get", "kind"], "previous"],
      metadata: { layer: "yesterday" },
      layout: { "line-join": "round", "line-cap": "round" },
      paint: {
        "line-color": palette.frontLine,
        "line-opacity": 0.7,
        "line-width": byZoom([7, 1.3], [9, 1.8], [12, 2.4]),
        "line-dasharray": [0, 2.2],
      },
    },
  ];
}

/** The front line, broken where it is inferred, and more quietly the line between sides that do not fight each other. */
export function frontLineLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "quiet-line",
      type: "line",
      source: "front-lines",
      filter: ["==", ["get", "kind"], "quiet"],
      layout: { "line-join": "round" },
      paint: { "line-color": palette.muted, "line-width": 1, "line-opacity": 0.8 },
    },
    {
      id: "front-casing",
      type: "line",
      source: "front-lines",
      filter: ["==", ["get", "kind"], "front"],
      layout: { "line-join": "round", "line-cap": "round" },
      paint: { "line-color": palette.casing, "line-width": FRONT_CASING_WIDTH },
    },
    {
      id: "front-line-inferred",
      type: "line",
      source: "front-lines",
      filter: ["all", ["==", ["get", "kind"], "front"], ["==", ["get", "basis"], "inferred"]],
      layout: { "line-join": "round" },
      paint: { "line-color": palette.frontLine, "line-width": FRONT_WIDTH, "line-dasharray": [3.4, 1.5] },
    },
    {
      id: "front-line",
      type: "line",
      source: "front-lines",
      filter: ["all", ["==", ["get", "kind"], "front"], ["!=", ["get", "basis"], "inferred"]],
      layout: { "line-join": "round", "line-cap": "round" },
      paint: { "line-color": palette.frontLine, "line-width": FRONT_WIDTH },
    },
  ];
}
