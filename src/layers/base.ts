import type { LayerSpecification } from "maplibre-gl";
import { byZoom, mapFonts, nameIn } from "../../styles/map/map-expressions.ts";
import type { Palette } from "../../styles/palette.ts";
import type { MapLayer, StyleOptions } from "./layer.ts";

const FROM_BASE = { kind: "base" } as const;

/** Land, water, borders and their names: what lies under everything else. */
export const base: MapLayer = {
  key: "base",
  sources: {
    land: FROM_BASE,
    coasts: FROM_BASE,
    lakes: FROM_BASE,
    rivers: FROM_BASE,
    borders: FROM_BASE,
    regions: FROM_BASE,
  },
  style: (options) => ({
    ground: listLand(options.palette),
    water: listWater(options.palette),
    borders: listBorders(options.palette),
    "wide-names": listWideNames(options),
  }),
};

/** Land and water: all that lies under the tints of control. */
function listLand(palette: Palette): LayerSpecification[] {
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

/** Water as lines over the tints, so that a tint never dims it. */
function listWater(palette: Palette): LayerSpecification[] {
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
      source: "coasts",
      layout: { "line-join": "round" },
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
  ];
}

function listBorders(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "governorate-borders",
      type: "line",
      source: "borders",
      filter: ["==", ["get", "kind"], "governorate"],
      paint: {
        "line-color": palette.border,
        "line-width": 0.8,
        "line-opacity": byZoom([4, 0.3], [7, 0.55]),
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

/** Names of countries and seas, widely spaced, and of rivers along their course when close. */
function listWideNames({ palette, ...options }: StyleOptions): LayerSpecification[] {
  return [
    {
      id: "river-names",
      type: "symbol",
      source: "rivers",
      minzoom: 9.4,
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 420,
        "text-field": nameIn(options, "  "),
        "text-font": mapFonts.regular,
        "text-size": byZoom([9, 10.5], [12, 12.5]),
        "text-letter-spacing": 0.06,
        "text-max-angle": 32,
      },
      paint: {
        "text-color": palette.waterLabel,
        "text-halo-color": palette.labelHalo,
        "text-halo-width": 1.2,
      },
    },
    {
      id: "region-names",
      type: "symbol",
      source: "regions",
      // On a phone's map the sea is a strip at the edge, too narrow for its name.
      filter: ["step", ["zoom"], ["!", ["get", "isWater"]], 8, true],
      maxzoom: 10.5,
      layout: {
        "text-field": nameIn(options),
        "text-font": mapFonts.medium,
        "text-size": byZoom([7, 11], [9, 14]),
        "text-transform": "uppercase",
        "text-letter-spacing": ["case", ["get", "isWater"], 0.12, 0.28],
        "text-line-height": 1.5,
        "text-max-width": 8,
        "text-padding": 12,
      },
      paint: {
        "text-color": ["case", ["get", "isWater"], palette.waterLabel, palette.muted],
        "text-opacity": palette.isStrong ? 1 : 0.8,
      },
    },
  ];
}
