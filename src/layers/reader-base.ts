import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from "maplibre-gl";
import { mapFonts } from "../../styles/map/map-expressions.ts";
import type { Palette } from "../../styles/palette.ts";
import type { Script } from "../core/names.ts";
import type { StyleOptions } from "./layer.ts";

/** All sources and style layers of a reader's base map have names that begin so. */
export const READER_PREFIX = "reader-";

/** A base map that the reader has chosen, opened: what the map may ask its host for, and what of it can be drawn. */
export interface ReaderBase {
  /** The address that the reader gave. */
  readonly address: string;
  /** Whom requests go to. */
  readonly host: string;
  /** Whose work it is, as plain text. */
  readonly credits: readonly string[];
  /** By names that begin with {@link READER_PREFIX}. */
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  /** In the order in which they are drawn. */
  readonly parts: readonly ReaderPart[];
}

/** What is drawn of one source. */
export type ReaderPart =
  | { readonly kind: "raster" | "relief"; readonly source: string }
  /** Vector tiles without a style: drawn by the names that layers of tiles usually have. */
  | { readonly kind: "vector"; readonly source: string }
  /** A layer of a style, whose colours are not used. */
  | { readonly kind: "styled"; readonly layer: LayerSpecification };

/** Sources of the built-in base that a reader's own replaces. Its land stays below and its borders above. */
const REPLACED: ReadonlySet<string> = new Set(["coasts", "lakes", "rivers", "roads", "base-places"]);
/** Names of countries, which pictures of a map have already. */
const REGIONS = "regions";
/** Layers of a reader's base go below the first style layer of ours over land, its names below ours. */
const LAND = "land";

/**
 * The style layers with a reader's base map in place of the built-in one: its ground and lines under all tints, its names
 * under all names. Everything in it is toned down to the greys of the palette.
 */
export function layReaderBase(
  layers: readonly LayerSpecification[],
  base: ReaderBase,
  options: StyleOptions & { readonly hidden: readonly string[] },
): LayerSpecification[] {
  const drawn = base.parts.flatMap((part, index) => drawPart(part, index, options));
  const isShown = ({ role }: Toned) =>
    !(role === "road" && options.hidden.includes("roads")) &&
    !(role === "name" && options.hidden.includes("base-places"));
  const shown = drawn.filter(isShown);
  const ground = shown.filter(({ layer }) => layer.type !== "symbol").map(({ layer }) => layer);
  const names = shown.filter(({ layer }) => layer.type === "symbol").map(({ layer }) => layer);
  const isPicture = drawn.some(({ layer }) => layer.type === "raster");
  const isReplaced = (source: string) => REPLACED.has(source) || (isPicture && source === REGIONS);
  const kept = layers.filter((layer) => !("source" in layer) || !isReplaced(String(layer.source)));
  const firstName = kept.findIndex(({ type }) => type === "symbol");
  return kept.flatMap((layer, index) => [
    ...(index === firstName ? names : []),
    layer,
    ...(layer.id === LAND ? ground : []),
  ]);
}

type Role = "land" | "green" | "water" | "river" | "road" | "building" | "border" | "name" | "picture";

interface Toned {
  readonly role: Role;
  readonly layer: LayerSpecification;
}

/** By the words that makers of tiles and styles use, the first that fits. */
const WORDS: readonly (readonly [Role, RegExp])[] = [
  ["building", /build/i],
  ["border", /bound|border|admin/i],
  ["river", /waterway|river|stream|canal|water_lines/i],
  ["water", /water|ocean|sea\b|lake/i],
  ["road", /road|street|transport|highway|motorway|rail|bridge|tunnel|path|track/i],
  ["land", /^(earth|land)$/i],
];

function findRole(...names: readonly string[]): Role {
  for (const name of names) {
    const found = WORDS.find(([, word]) => word.test(name));
    if (found) return found[0];
  }
  return "green";
}

function drawPart(part: ReaderPart, index: number, options: StyleOptions): Toned[] {
  const { palette } = options;
  const isDark = palette.scheme === "dark";
  const id = `${READER_PREFIX}${index}`;
  switch (part.kind) {
    case "raster":
      return [
        {
          role: "picture",
          layer: {
            id,
            type: "raster",
            source: part.source,
            paint: {
              "raster-saturation": -0.9,
              "raster-opacity": 0.5,
              "raster-contrast": -0.1,
              // Dark maps of light ones: what is brightest becomes darkest.
              "raster-brightness-min": isDark ? 0.55 : 0.3,
              "raster-brightness-max": isDark ? 0 : 1,
            },
          },
        },
      ];
    case "relief":
      return [
        { role: "picture", layer: { id, type: "hillshade", source: part.source, paint: shade(palette) } },
      ];
    case "vector":
      return drawTiles(part.source, id, options);
    case "styled":
      return toneLayer(part.layer, id, palette);
  }
}

function shade(palette: Palette) {
  const isDark = palette.scheme === "dark";
  return {
    "hillshade-exaggeration": 0.3,
    "hillshade-shadow-color": isDark ? palette.sea : palette.muted,
    "hillshade-highlight-color": isDark ? palette.muted : palette.raised,
    "hillshade-accent-color": palette.border,
  };
}

/** Layers of vector tiles by the names of OpenMapTiles, Protomaps and Shortbread; those that tiles lack draw nothing. */
const AREAS = [
  "earth",
  "land",
  "landcover",
  "landuse",
  "park",
  "ocean",
  "water",
  "water_polygons",
  "building",
  "buildings",
];
const LINES = ["waterway", "water_lines", "transportation", "roads", "streets", "boundary", "boundaries"];
const NAMES = ["place", "places", "place_labels"];

const IS_AREA: ExpressionSpecification = ["==", ["geometry-type"], "Polygon"];
const IS_LINE: ExpressionSpecification = ["==", ["geometry-type"], "LineString"];
/** Roads of towns would be all that is seen. */
const IS_CHIEF_ROAD: ExpressionSpecification = [
  "any",
  [">=", ["zoom"], 12],
  [
    "in",
    ["coalesce", ["get", "class"], ["get", "kind_detail"], ["get", "kind"], ""],
    ["literal", ["motorway", "trunk", "primary", "secondary", "highway", "major_road"]],
  ],
];

function drawTiles(source: string, id: string, options: StyleOptions): Toned[] {
  const { palette } = options;
  const areas = AREAS.map((name): Toned => {
    const role = findRole(name);
    return {
      role,
      layer: {
        id: `${id}-${name}`,
        type: "fill",
        source,
        "source-layer": name,
        filter: IS_AREA,
        ...(role === "building" ? { minzoom: 13 } : {}),
        paint: paintArea(role, palette),
      },
    };
  });
  const lines = LINES.map((name): Toned => {
    const role = findRole(name);
    return {
      role,
      layer: {
        id: `${id}-${name}`,
        type: "line",
        source,
        "source-layer": name,
        filter: role === "road" ? ["all", IS_LINE, IS_CHIEF_ROAD] : IS_LINE,
        layout: { "line-join": "round", "line-cap": "round" },
        paint: { ...paintLine(role, palette), "line-width": WIDTHS[role] ?? 0.8 },
      },
    };
  });
  const names = NAMES.map(
    (name): Toned => ({
      role: "name",
      layer: {
        id: `${id}-${name}`,
        type: "symbol",
        source,
        "source-layer": name,
        layout: {
          "symbol-sort-key": ["coalesce", ["get", "rank"], ["get", "sort_key"], 99],
          "text-field": nameOf(options),
          "text-font": mapFonts.regular,
          "text-size": 11,
          "text-max-width": 8,
          "text-padding": 6,
        },
        paint: paintName(palette),
      },
    }),
  );
  return [...areas, ...lines, ...names];
}

const WIDTHS: Partial<Record<Role, ExpressionSpecification>> = {
  road: ["interpolate", ["linear"], ["zoom"], 6, 0.5, 10, 1.2, 14, 3],
  river: ["interpolate", ["linear"], ["zoom"], 6, 0.4, 12, 1.6],
};

/** Languages that are written in a script, in whose names tiles may have it. */
const LANGUAGES_OF: Readonly<Record<Script, readonly string[]>> = {
  latin: ["latin", "en"],
  arabic: ["ar", "fa"],
  cyrillic: ["uk", "ru"],
  hebrew: ["he"],
  georgian: ["ka"],
  armenian: ["hy"],
  greek: ["el"],
  myanmar: ["my"],
};

function nameOf({ labels, scripts }: StyleOptions): ExpressionSpecification {
  const script = labels === "both" ? (scripts[0] ?? "latin") : labels;
  const keys = (LANGUAGES_OF[script] ?? []).flatMap((language) => [`name:${language}`, `name_${language}`]);
  const names = [...keys, "name"].map((key): ExpressionSpecification => ["get", key]);
  return ["coalesce", ...names, ""] as unknown as ExpressionSpecification;
}

function toneLayer(layer: LayerSpecification, id: string, palette: Palette): Toned[] {
  const sourceLayer = "source-layer" in layer ? (layer["source-layer"] ?? "") : "";
  const role = findRole(sourceLayer, layer.id);
  const { layout } = layer;
  if (layout?.visibility === "none") return [];
  switch (layer.type) {
    case "fill":
      return [{ role, layer: { ...bare(layer), id, paint: paintArea(role, palette) } }];
    case "line": {
      const width = layer.paint?.["line-width"];
      const paint = { ...paintLine(role, palette), ...(width === undefined ? {} : { "line-width": width }) };
      return [{ role, layer: { ...bare(layer), id, layout: { "line-join": "round" }, paint } }];
    }
    case "symbol": {
      const { "text-field": text, "text-size": size, "symbol-placement": placement } = layer.layout ?? {};
      if (text === undefined || text === "") return [];
      return [
        {
          role: "name",
          layer: {
            ...bare(layer),
            id,
            layout: {
              "text-field": text,
              "text-font": mapFonts.regular,
              "text-max-width": 8,
              "text-padding": 6,
              ...(size === undefined ? {} : { "text-size": size }),
              ...(placement === undefined ? {} : { "symbol-placement": placement }),
            },
            paint: paintName(palette),
          },
        },
      ];
    }
    case "raster":
    case "hillshade":
      return drawPart(
        { kind: layer.type === "raster" ? "raster" : "relief", source: layer.source },
        Number(id.slice(READER_PREFIX.length)),
        { palette, sides: [], labels: "both", scripts: [] },
      );
    default:
      return [];
  }
}

/** A layer without what makes it look as it does. */
function bare<Layer extends LayerSpecification>(layer: Layer): Omit<Layer, "layout" | "paint" | "metadata"> {
  const { layout: _layout, paint: _paint, metadata: _metadata, ...rest } = layer;
  return rest;
}

function paintArea(role: Role, palette: Palette) {
  switch (role) {
    case "water":
    case "river":
      return { "fill-color": palette.sea };
    case "building":
      return { "fill-color": palette.rule, "fill-opacity": 0.6 };
    case "land":
      return { "fill-color": palette.land };
    default:
      return { "fill-color": palette.foreignLand, "fill-opacity": 0.5 };
  }
}

function paintLine(role: Role, palette: Palette) {
  const colours: Partial<Record<Role, string>> = {
    water: palette.river,
    river: palette.river,
    road: palette.road,
    border: palette.border,
  };
  return { "line-color": colours[role] ?? palette.rule, "line-opacity": role === "border" ? 0.5 : 0.95 };
}

function paintName(palette: Palette) {
  return {
    "text-color": palette.muted,
    "text-opacity": 0.9,
    "text-halo-color": palette.labelHalo,
    "text-halo-width": 1.1,
  };
}
