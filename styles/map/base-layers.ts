import type { LayerSpecification } from "maplibre-gl";
import { byZoom } from "./map-expressions.ts";
import type { Palette } from "../palette.ts";

/** Land and water: all that lies under the tints of control. */
export function groundLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: "paper", type: "background", paint: { "background-color": palette.paper } },
    {
      id: "land",
      type: "fill",
      source: "land",
      paint: {
        "fill-color": [
          "case",
          ["==", ["get", "id"], "sea"],
          palette.sea,
          ["==", ["get", "isHome"], true],
          palette.land,
          palette.foreignLand,
        ],
      },
    },
  ];
}

/** Water, roads and borders: thin lines over the tints, so that a tint never dims them. */
export function lineworkLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: "lakes", type: "fill", source: "lakes", paint: { "fill-color": palette.sea } },
    {
      id: "lake-shores",
      type: "line",
      source: "lakes",
      paint: { "line-color": palette.river, "line-width": 0.7 },
    },
    {
      id: "coast",
      type: "line",
      source: "land",
      filter: ["==", ["get", "id"], "sea"],
      paint: { "line-color": palette.river, "line-width": 1.1 },
    },
    {
      id: "rivers",
      type: "line",
      source: "rivers",
      layout: { "line-join": "round", "line-cap": "round" },
      paint: {
        "line-color": palette.river,
        "line-width": [
          "interpolate",
          ["linear"],
          ["zoom"],
          7,
          ["match", ["get", "importance"], 1, 0.9, 0.5],
          11,
          ["match", ["get", "importance"], 1, 2.2, 1.3],
        ],
      },
    },
    {
      id: "roads",
      type: "line",
      source: "roads",
      metadata: { layer: "roads" },
      layout: { "line-join": "round", "line-cap": "round" },
      paint: {
        "line-color": palette.road,
        "line-width": [
          "interpolate",
          ["linear"],
          ["zoom"],
          8,
          ["match", ["get", "importance"], 1, 1.1, 0.7],
          12,
          ["match", ["get", "importance"], 1, 2.4, 1.6],
        ],
      },
    },
    {
      id: "governorate-borders",
      type: "line",
      source: "borders",
      filter: ["==", ["get", "kind"], "governorate"],
      paint: {
        "line-color": palette.border,
        "line-width": 0.8,
        "line-opacity": 0.55,
        "line-dasharray": [4, 3],
      },
    },
    {
      id: "country-border-band",
      type: "line",
      source: "borders",
      filter: ["==", ["get", "kind"], "country"],
      layout: { "line-join": "round" },
      paint: { "line-color": palette.border, "line-opacity": 0.18, "line-width": byZoom([7, 4], [11, 8]) },
    },
    {
      id: "country-borders",
      type: "line",
      source: "borders",
      filter: ["==", ["get", "kind"], "country"],
      layout: { "line-join": "round" },
      paint: {
        "line-color": palette.border,
        "line-width": byZoom([7, 0.9], [11, 1.4]),
        "line-dasharray": [7, 2, 1.5, 2],
      },
    },
  ];
}

/** Wide soft lines that let tints and land run out into the paper instead of ending in a straight edge. */
export function fadeLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "theatre-fade",
      type: "line",
      source: "theatre-edge",
      layout: { "line-cap": "round", "line-join": "round" },
      paint: {
        "line-color": palette.land,
        "line-width": byZoom([7, 26], [9, 60], [11, 120]),
        "line-blur": byZoom([7, 13], [9, 30], [11, 60]),
      },
    },
    {
      id: "base-fade",
      type: "line",
      source: "base-edge",
      layout: { "line-join": "round" },
      paint: {
        "line-color": palette.paper,
        "line-width": byZoom([7, 30], [9, 64], [11, 130]),
        "line-blur": byZoom([7, 15], [9, 32], [11, 65]),
      },
    },
  ];
}
