import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import type { LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";
import { describe, expect, it } from "vitest";
import { createMapStyle } from "../../src/layers/map-style.ts";
import type { ReaderBase, ReaderPart } from "../../src/layers/reader-base.ts";
import { palettes } from "../../styles/palette.ts";
import { DRAWN_SIDES } from "../core/drawn-story.ts";

const SOURCES: Record<string, SourceSpecification> = {
  "reader-tiles": { type: "vector", tiles: ["https://tiles.example/{z}/{x}/{y}.pbf"] },
  "reader-pictures": { type: "raster", tiles: ["https://tiles.example/{z}/{x}/{y}.png"] },
  "reader-heights": { type: "raster-dem", tiles: ["https://tiles.example/{z}/{x}/{y}.webp"] },
};

/** As loud as a style can be. */
const STYLED: readonly LayerSpecification[] = [
  { id: "sky", type: "background", paint: { "background-color": "#ff00ff" } },
  {
    id: "lakes",
    type: "fill",
    source: "reader-tiles",
    "source-layer": "water",
    paint: { "fill-color": "#ff00ff" },
  },
  {
    id: "park-fill",
    type: "fill",
    source: "reader-tiles",
    "source-layer": "park",
    paint: { "fill-pattern": "trees" },
  },
  {
    id: "motorway",
    type: "line",
    source: "reader-tiles",
    "source-layer": "transportation",
    filter: ["==", ["get", "class"], "motorway"],
    paint: { "line-color": "#ff00ff", "line-width": ["interpolate", ["linear"], ["zoom"], 5, 1, 12, 8] },
  },
  {
    id: "cities",
    type: "symbol",
    source: "reader-tiles",
    "source-layer": "place",
    layout: { "text-field": ["get", "name"], "text-font": ["Nowhere Sans"], "icon-image": "dot" },
    paint: { "text-color": "#ff00ff" },
  },
  {
    id: "shields",
    type: "symbol",
    source: "reader-tiles",
    "source-layer": "roads",
    layout: { "icon-image": "dot" },
  },
  { id: "cafes", type: "circle", source: "reader-tiles", "source-layer": "poi" },
  { id: "towers", type: "fill-extrusion", source: "reader-tiles", "source-layer": "building" },
  { id: "hills", type: "hillshade", source: "reader-heights" },
];

function baseOf(...parts: ReaderPart[]): ReaderBase {
  return { address: "https://tiles.example/", host: "tiles.example", credits: [], sources: SOURCES, parts };
}

const BASES = {
  pictures: baseOf({ kind: "raster", source: "reader-pictures" }),
  heights: baseOf({ kind: "relief", source: "reader-heights" }),
  tiles: baseOf({ kind: "vector", source: "reader-tiles" }),
  style: baseOf(...STYLED.map((layer): ReaderPart => ({ kind: "styled", layer }))),
};

function styleWith(
  readerBase: ReaderBase,
  scheme: "light" | "dark",
  hidden: readonly string[] = [],
): StyleSpecification {
  return createMapStyle({
    palette: palettes[scheme],
    sides: DRAWN_SIDES,
    labels: "both",
    scripts: ["latin", "arabic"],
    hidden,
    readerBase,
    scale: 1.3,
  });
}

const isReaders = ({ id }: LayerSpecification) => id.startsWith("reader-");

describe.each(["light", "dark"] as const)("a reader's base map, %s", (scheme) => {
  it.each(Object.entries(BASES))("of %s gives a valid style", (_, base) => {
    const style = styleWith(base, scheme);
    expect(validateStyleMin(style).map(({ message }) => message)).toEqual([]);
    expect(style.layers.filter(isReaders).length).toBeGreaterThan(0);
  });

  it.each(Object.entries(BASES))(
    "of %s lies over land and under every tint, its names under every name",
    (_, base) => {
      const { layers } = styleWith(base, scheme);
      const indexOf = (found: (layer: LayerSpecification) => boolean) => layers.findIndex(found);
      const ground = layers.filter((layer) => isReaders(layer) && layer.type !== "symbol");
      expect(layers.slice(indexOf(isReaders)).slice(0, ground.length)).toEqual(ground);
      expect(indexOf(isReaders)).toBe(indexOf(({ id }) => id === "land") + 1);
      const names = layers.filter((layer) => isReaders(layer) && layer.type === "symbol");
      const firstName = indexOf(({ type }) => type === "symbol");
      expect(layers.slice(firstName, firstName + names.length)).toEqual(names);
    },
  );

  it("has no colour, font or picture but those of the palette and the page", () => {
    const known = new Set<unknown>(Object.values(palettes[scheme]));
    const used = Object.values(BASES)
      .flatMap((base) => styleWith(base, scheme).layers.filter(isReaders))
      .flatMap(({ layout, paint }) => Object.entries({ ...layout, ...paint }));
    const colours = used.filter(([name]) => name.endsWith("-color")).map(([, value]) => value as unknown);
    expect(colours.length).toBeGreaterThan(10);
    expect(colours.filter((colour) => !known.has(colour))).toEqual([]);
    expect(used.filter(([name]) => /icon|pattern/.test(name))).toEqual([]);
    const fonts = used.filter(([name]) => name === "text-font").map(([, value]) => JSON.stringify(value));
    expect(fonts.filter((font) => !font.includes("Inter"))).toEqual([]);
  });

  it("is put away with the layers of roads and of other places", () => {
    const all = styleWith(BASES.style, scheme).layers.filter(isReaders);
    const without = styleWith(BASES.style, scheme, ["roads", "base-places"]).layers.filter(isReaders);
    const gone = all.filter(({ id }) => !without.some((layer) => layer.id === id));
    expect(gone.map((layer) => ("source-layer" in layer ? layer["source-layer"] : ""))).toEqual([
      "transportation",
      "place",
    ]);
  });
});
