import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { byZoom, byZoomAndImportance, sideColour } from "./map-expressions.ts";
import { BLANK_NAME, diamondName, halvesName } from "./map-images.ts";
import type { Palette } from "../palette.ts";

/** Radii of a town's disc in pixels: [zoom, importance 1, 2, 3]. */
const RADII = [
  [7, 3.4, 2.2, 1.1],
  [8.5, 5, 3.6, 2],
  [10, 6.4, 4.8, 3.3],
  [12, 8.5, 6.8, 5.4],
] as const;

function radiusPlus(extra: number): ExpressionSpecification {
  return byZoomAndImportance(
    ...RADII.map(
      ([zoom, first, second, third]) => [zoom, first + extra, second + extra, third + extra] as const,
    ),
  );
}

const isChanged: ExpressionSpecification = ["boolean", ["feature-state", "changed"], false];
const isSelected: ExpressionSpecification = ["boolean", ["feature-state", "selected"], false];
const isContested: ExpressionSpecification = ["boolean", ["feature-state", "contested"], false];

/** Discs in the holder's colour, an amber ring on the day of a change, an ink ring when selected. */
export function townLayers(palette: Palette): LayerSpecification[] {
  const metadata = { layer: "towns" };
  const markOf = (half: string) => sideColour(palette, ["get", half], (tones) => tones.mark);
  const whenChanged: ExpressionSpecification = ["case", isChanged, 1, 0];
  return [
    {
      id: "town-changed",
      type: "circle",
      source: "towns",
      metadata,
      paint: {
        "circle-radius": radiusPlus(2.2),
        "circle-color": palette.casing,
        "circle-opacity": whenChanged,
        "circle-stroke-color": palette.amber,
        "circle-stroke-width": byZoom([7, 1.6], [9, 2.2], [12, 3]),
        "circle-stroke-opacity": whenChanged,
      },
    },
    {
      id: "towns",
      type: "circle",
      source: "towns",
      metadata,
      layout: { "circle-sort-key": ["-", 0, ["get", "importance"]] },
      paint: {
        "circle-radius": radiusPlus(0),
        "circle-color": sideColour(palette, ["feature-state", "holder"], (tones) => tones.mark),
        "circle-opacity": ["case", isContested, 0, 1],
        "circle-stroke-color": palette.casing,
        "circle-stroke-width": byZoom([7, 0.7], [9, 1.2], [12, 1.8]),
        "circle-stroke-opacity": ["case", isContested, 0, 1],
      },
    },
    {
      id: "towns-contested",
      type: "symbol",
      source: "contested",
      metadata,
      layout: {
        "icon-image": ["concat", ...halvesName(markOf("left"), markOf("right"), palette.casing)],
        // The image is a disc of radius 8 with a halo around it.
        "icon-size": byZoomAndImportance(
          [7, 0.5, 0.36, 0.26],
          [8.5, 0.7, 0.54, 0.4],
          [10, 0.86, 0.7, 0.54],
          [12, 1.1, 0.92, 0.78],
        ),
        "icon-overlap": "always",
        "icon-ignore-placement": true,
      },
    },
    {
      id: "town-selected",
      type: "circle",
      source: "towns",
      paint: {
        "circle-radius": radiusPlus(5),
        "circle-opacity": 0,
        "circle-stroke-color": palette.ink,
        "circle-stroke-width": 2,
        "circle-stroke-opacity": ["case", isSelected, 1, 0],
      },
    },
  ];
}

/** Observation posts: a diamond in the operator's colour, hollow while encircled. Its source leaves out posts that do not stand on the day. */
export function postLayers(palette: Palette): LayerSpecification[] {
  const mark = sideColour(palette, ["get", "colour"], (tones) => tones.mark);
  return [
    {
      id: "posts",
      type: "symbol",
      source: "posts",
      metadata: { layer: "posts" },
      layout: {
        "icon-image": [
          "case",
          ["get", "isEncircled"],
          ["concat", ...diamondName<ExpressionSpecification | string>(palette.casing, mark, palette.casing)],
          ["concat", ...diamondName(mark, mark, palette.casing)],
        ],
        "icon-size": byZoom([7, 0.72], [9, 1.05], [12, 1.35]),
        "icon-overlap": "always",
      },
    },
  ];
}

/**
 * Nothing to see: small boxes along the front line, on the discs and on the posts, which names stay clear of where they can.
 * Names that must appear are allowed to overlap these as a last resort ("cooperative").
 */
export function obstacleLayers(): LayerSpecification[] {
  return [
    {
      id: "town-obstacles",
      type: "symbol",
      source: "towns",
      metadata: { layer: "towns" },
      filter: ["<=", ["get", "importance"], ["step", ["zoom"], 1, 8, 2, 10, 3]],
      layout: {
        "icon-image": BLANK_NAME,
        "icon-size": byZoomAndImportance([8, 0.8, 0.6, 0.3], [12, 1.6, 1.2, 1]),
        "icon-overlap": "always",
        "icon-padding": 0,
      },
    },
    {
      id: "post-obstacles",
      type: "symbol",
      source: "posts",
      // On a phone's map names are scarce enough.
      minzoom: 8,
      metadata: { layer: "posts" },
      layout: {
        "icon-image": BLANK_NAME,
        // Smaller than the diamond: a name may touch its corners.
        "icon-size": byZoom([8, 0.5], [9, 0.65], [12, 1.3]),
        "icon-overlap": "always",
        "icon-padding": 0,
      },
    },
    {
      id: "front-obstacles",
      type: "symbol",
      source: "front-lines",
      filter: ["==", ["get", "kind"], "front"],
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 10,
        "icon-image": BLANK_NAME,
        "icon-size": byZoom([7, 0.2], [8.4, 0.6]),
        "icon-rotation-alignment": "viewport",
        "icon-overlap": "always",
        "icon-padding": 0,
      },
    },
  ];
}
