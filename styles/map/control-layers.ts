import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { SIDE_COLOURS } from "../../src/core/records.ts";
import { sideColour } from "./map-expressions.ts";
import { hatchName } from "./map-images.ts";
import type { Palette } from "../palette.ts";

/**
 * Who holds which ground: a quiet tint for every side, over it a diagonal for sides that have one. Areas that lie on
 * the ground of another side (`covers`) are cleared of its tint before they get their own.
 */
export function controlLayers(palette: Palette): LayerSpecification[] {
  return [
    ...tintLayers(palette, "control", ["!", ["get", "covers"]]),
    {
      id: "control-clearing",
      type: "fill",
      source: "areas",
      filter: ["get", "covers"],
      paint: { "fill-color": palette.land, "fill-antialias": false },
    },
    ...tintLayers(palette, "control-over", ["get", "covers"]),
  ];
}

function tintLayers(palette: Palette, name: string, filter: ExpressionSpecification): LayerSpecification[] {
  const opacities = SIDE_COLOURS.flatMap((colour) => [colour, palette.sides[colour].tintOpacity]);
  const hatched = SIDE_COLOURS.flatMap((colour): LayerSpecification[] => {
    const { hatch } = palette.sides[colour];
    if (hatch === undefined) return [];
    return [
      {
        id: `${name}-hatch-${colour}`,
        type: "fill",
        source: "areas",
        filter: ["all", filter, ["==", ["get", "colour"], colour]],
        paint: { "fill-pattern": hatchName(hatch), "fill-opacity": palette.scheme === "dark" ? 0.16 : 0.24 },
      },
    ];
  });
  return [
    {
      id: `${name}-tint`,
      type: "fill",
      source: "areas",
      filter,
      paint: {
        "fill-color": sideColour(palette, ["get", "colour"], (tones) => tones.tint),
        "fill-opacity": ["match", ["get", "colour"], ...opacities, 0] as unknown as number,
        // Two neighbouring tints would both draw their shared edge, and the seam would show.
        "fill-antialias": false,
      },
    },
    ...hatched,
  ];
}

/** Ground that came under a side on the day: the second loudest thing on the map. */
export function gainLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "gains",
      type: "fill",
      source: "gains",
      metadata: { layer: "gains" },
      paint: {
        "fill-color": palette.amber,
        "fill-opacity": palette.scheme === "dark" ? 0.36 : 0.42,
        "fill-antialias": false,
      },
    },
  ];
}
