import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from "maplibre-gl";
import type { LabelScript } from "../../src/core/view.ts";
import { byZoom, byZoomAndImportance, mapFonts } from "./map-expressions.ts";
import type { Palette } from "../palette.ts";

/** Arabic letters read smaller than Latin ones of the same size. */
const ARABIC_SCALE = 1.08;

/** The name in the asked-for script or scripts; a place without Arabic name keeps its Latin one. */
function nameIn(script: LabelScript, separator = "\n"): ExpressionSpecification {
  if (script === "latin") return ["get", "latin"];
  const hasArabic: ExpressionSpecification = ["!=", ["get", "arabic"], ""];
  const arabic = ["format", ["get", "arabic"], { "font-scale": ARABIC_SCALE }];
  const both = [
    "format",
    ["get", "latin"],
    {},
    separator,
    {},
    ["get", "arabic"],
    { "font-scale": ARABIC_SCALE },
  ];
  const wanted = script === "arabic" ? arabic : both;
  return ["case", hasArabic, wanted, ["format", ["get", "latin"], {}]] as unknown as ExpressionSpecification;
}

/** Names of countries and seas, widely spaced, and of rivers along their course when close. */
export function regionLabelLayers(palette: Palette, script: LabelScript): LayerSpecification[] {
  const metadata = { layer: "labels" };
  return [
    {
      id: "river-names",
      type: "symbol",
      source: "rivers",
      metadata,
      minzoom: 9.4,
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 420,
        "text-field": nameIn(script, "  "),
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
      metadata,
      // On a phone's map the sea is a strip at the edge, too narrow for its name.
      filter: ["step", ["zoom"], ["!", ["get", "isWater"]], 8, true],
      maxzoom: 10.5,
      layout: {
        "text-field": nameIn(script),
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
        "text-opacity": 0.8,
      },
    },
  ];
}

interface TownTier {
  readonly id: string;
  /** Small places, of which there may be tens of thousands, are named from the source that is the same on every day. */
  readonly source: "towns" | "names";
  readonly filter: FilterSpecification;
  readonly font: string[];
  readonly minzoom: number;
  readonly overlap: "never" | "cooperative" | "always" | ExpressionSpecification;
}

const isNews: ExpressionSpecification = ["get", "isChanged"];
const isSelected: ExpressionSpecification = ["get", "isSelected"];
const isQuiet: ExpressionSpecification = ["!", ["any", isNews, isSelected]];

/** A small place in the news or selected is named from "names". Paint follows a state without placing names anew. */
const isNamedElsewhere: ExpressionSpecification = [
  "any",
  ["boolean", ["feature-state", "changed"], false],
  ["boolean", ["feature-state", "selected"], false],
];

/** From the least to the most wanted: what comes later is placed first. */
const TOWN_TIERS: readonly TownTier[] = [
  {
    id: "names-minor",
    source: "towns",
    filter: ["==", ["get", "importance"], 3],
    font: mapFonts.regular,
    minzoom: 9.9,
    overlap: "never",
  },
  {
    id: "names-medium",
    source: "names",
    filter: ["all", isQuiet, ["==", ["get", "importance"], 2]],
    font: mapFonts.medium,
    minzoom: 7.6,
    overlap: "never",
  },
  {
    id: "names-changed",
    source: "names",
    filter: ["all", isNews, ["!", isSelected], ["!=", ["get", "importance"], 1]],
    font: mapFonts.semibold,
    minzoom: 7,
    overlap: "never",
  },
  {
    id: "names-major",
    source: "names",
    filter: ["all", isQuiet, ["==", ["get", "importance"], 1]],
    font: mapFonts.semibold,
    minzoom: 0,
    // So close to the front that no place is free, a large town is named across it. On a small map that is too many.
    overlap: ["step", ["zoom"], "never", 8, "cooperative"],
  },
  {
    id: "names-major-changed",
    source: "names",
    filter: ["all", isNews, ["!", isSelected], ["==", ["get", "importance"], 1]],
    font: mapFonts.semibold,
    minzoom: 0,
    // What the day is about is named on the smallest map too.
    overlap: "cooperative",
  },
  {
    id: "names-selected",
    source: "names",
    filter: isSelected,
    font: mapFonts.semibold,
    minzoom: 0,
    overlap: "always",
  },
];

/**
 * Names of towns beside their discs. On every tier the more important name is placed first. `shields`, the plates of
 * the highways, give way to the names of large towns and of towns in the news, and to no others.
 */
export function townLabelLayers(
  palette: Palette,
  script: LabelScript,
  shields: readonly LayerSpecification[],
): LayerSpecification[] {
  const tiers = TOWN_TIERS.map((tier) => townTierLayer(palette, script, tier));
  const quietTiers = TOWN_TIERS.findIndex((tier) => tier.id === "names-changed");
  return [...tiers.slice(0, quietTiers), ...shields, ...tiers.slice(quietTiers)];
}

function townTierLayer(palette: Palette, script: LabelScript, tier: TownTier): LayerSpecification {
  const { id, source, filter, font, minzoom, overlap } = tier;
  return {
    id,
    type: "symbol",
    source,
    filter,
    minzoom,
    // The selected town is named even when names are put away: a selection without a name says nothing.
    ...(id === "names-selected" ? {} : { metadata: { layer: "labels" } }),
    layout: {
      "symbol-sort-key": ["get", "importance"],
      "text-field": nameIn(script),
      "text-font": font,
      "text-size": byZoomAndImportance([7, 12, 10.5, 9.5], [9, 15, 12.2, 11], [12, 18, 15, 13.5]),
      "text-line-height": 1.16,
      "text-max-width": 14,
      "text-variable-anchor": [
        "left",
        "right",
        "top",
        "bottom",
        "top-left",
        "bottom-left",
        "top-right",
        "bottom-right",
      ],
      "text-radial-offset": byZoomAndImportance(
        [7, 0.5, 0.42, 0.4],
        [9, 0.62, 0.6, 0.52],
        [12, 0.75, 0.75, 0.75],
      ),
      "text-justify": "auto",
      "text-overlap": overlap as "never",
      "text-padding": 1,
    },
    paint: {
      "text-color": palette.label,
      "text-halo-color": palette.labelHalo,
      "text-halo-width": 1.4,
      "text-halo-blur": 0.3,
      ...(source === "towns" ? { "text-opacity": ["case", isNamedElsewhere, 0, 1] } : {}),
    },
  };
}
