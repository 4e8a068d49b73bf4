import type { FeatureCollection, Point } from "geojson";
import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from "maplibre-gl";
import { listChangesOn } from "../core/atlas.ts";
import type { Settlement } from "../core/records.ts";
import { byZoomAndImportance, mapFonts, nameIn } from "../../styles/map/map-expressions.ts";
import { ALWAYS, type MapLayer, type Scene, type StyleOptions } from "./layer.ts";
import { collectTowns, nameTown } from "./settlements.ts";

/** Names of settlements beside their discs. On every tier the more important name is placed first. */
export const names: MapLayer = {
  key: "labels",
  nameIn: ({ layers }) => layers.names.name,
  sources: {
    names: {
      kind: "daily",
      nameContent: (scene) => `${[...listChanged(scene)].join()} ${scene.place}`,
      draw: (scene) => drawTownNames(scene.atlas.dataset.settlements, listChanged(scene), scene.place),
    },
  },
  style: (options) => {
    const listTiers = (tiers: readonly TownTier[]) => tiers.map((tier) => drawTier(options, tier));
    return { "small-names": listTiers(SMALL_TIERS), "large-names": listTiers(LARGE_TIERS) };
  },
};

function listChanged({ atlas, day }: Scene): ReadonlySet<string> {
  return new Set(listChangesOn(atlas, day).map((change) => change.settlement));
}

/**
 * The names of the towns that are large, in the news or selected. `isChanged` and `isSelected` bring a name out at any
 * zoom, so these names are drawn anew when either changes; those of all others stay with the towns.
 */
function drawTownNames(
  all: readonly Settlement[],
  changed: ReadonlySet<string>,
  selected: string | undefined,
): FeatureCollection<Point> {
  const isWanted = ({ id, importance }: Settlement) => importance < 3 || changed.has(id) || id === selected;
  return collectTowns(all.filter(isWanted), (settlement) => ({
    ...nameTown(settlement),
    isChanged: changed.has(settlement.id),
    isSelected: settlement.id === selected,
  }));
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
const SMALL_TIERS: readonly TownTier[] = [
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
    minzoom: 7.1,
    overlap: "never",
  },
];

/** Names of large towns and of towns in the news: the plates of highways give way to these and to no others. */
const LARGE_TIERS: readonly TownTier[] = [
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

/** On which side of its disc a name may stand, the most wanted first. */
const PLACES_OF_NAMES = {
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
} satisfies SymbolLayerSpecification["layout"];

/** A city is named on every map: where no place beside its disc is free, a line further above or below. */
const PLACES_OF_CITIES = [
  "interpolate",
  ["linear"],
  ["zoom"],
  ...[
    [7, 0.5],
    [9, 0.62],
    [12, 0.75],
  ].flatMap(([zoom = 0, away = 0]) => [zoom, ["literal", listPlaces(away)]]),
] as unknown as ExpressionSpecification;

/** The anchors of a name with their offsets, in ems, `away` from the middle of the disc. */
function listPlaces(away: number): unknown[] {
  const slant = away * Math.SQRT1_2;
  const further = 0.9;
  return [
    ["left", [away, 0], "right", [-away, 0], "top", [0, away], "bottom", [0, -away]],
    ["top-left", [slant, slant], "bottom-left", [slant, -slant]],
    ["top-right", [-slant, slant], "bottom-right", [-slant, -slant]],
    ["top", [0, away + further], "bottom", [0, -away - further]],
    ["top-right", [-slant, slant + further], "bottom-right", [-slant, -slant - further]],
    ["top-left", [slant, slant + further], "bottom-left", [slant, -slant - further]],
  ].flat();
}

function drawTier({ palette, ...options }: StyleOptions, tier: TownTier): LayerSpecification {
  const { id, source, filter, font, minzoom, overlap } = tier;
  const isOfCities = id.startsWith("names-major");
  return {
    id,
    type: "symbol",
    source,
    filter,
    minzoom,
    // The selected town is named even when names are put away: a selection without a name says nothing.
    ...(id === "names-selected" ? { metadata: ALWAYS } : {}),
    layout: {
      "symbol-sort-key": ["get", "importance"],
      "text-field": nameIn(options),
      "text-font": font,
      "text-size": byZoomAndImportance([7, 12, 10.5, 9.5], [9, 15, 12.2, 11], [12, 18, 15, 13.5]),
      "text-line-height": 1.16,
      "text-max-width": 14,
      ...(isOfCities ? { "text-variable-anchor-offset": PLACES_OF_CITIES } : PLACES_OF_NAMES),
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
