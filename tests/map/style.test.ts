import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import type { LayerSpecification } from "maplibre-gl";
import { describe, expect, it } from "vitest";
import { LAYERS, type LabelScript } from "../../src/core/view.ts";
import { drawMapImage } from "../../styles/map-images.ts";
import { createMapStyle, MAP_SOURCES } from "../../styles/mapStyle.ts";
import { palettes } from "../../styles/palette.ts";

const SCRIPTS: readonly LabelScript[] = ["latin", "arabic", "both"];
const cases = Object.values(palettes).flatMap((palette) => SCRIPTS.map((labels) => ({ palette, labels })));

describe.each(cases)("the $palette.scheme style with labels in $labels", ({ palette, labels }) => {
  const style = createMapStyle(palette, { labels, hidden: [] });

  it("is valid", () => {
    expect(validateStyleMin(style)).toEqual([]);
  });

  it("draws no layer from a source that does not exist, and leaves no source undrawn", () => {
    const used = new Set(style.layers.flatMap((layer) => ("source" in layer ? [layer.source] : [])));
    expect([...used].toSorted()).toEqual([...MAP_SOURCES].toSorted());
  });

  it("keeps the order of loudness", () => {
    const order = style.layers.map((layer) => layer.id);
    const loudness = [
      "land",
      "control-tint",
      "gains",
      "roads",
      "highways",
      "front-line",
      "towns",
      "names-minor",
      "names-selected",
    ];
    expect(loudness.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))).toEqual(loudness);
    expect(order).toEqual(expect.arrayContaining(loudness));
  });

  it("has all text above all fills", () => {
    const lastFill = style.layers.findLastIndex((layer) => layer.type === "fill");
    const firstText = style.layers.findIndex(
      (layer) => layer.type === "symbol" && layer.layout?.["text-field"],
    );
    expect(firstText).toBeGreaterThan(lastFill);
  });

  it("names only images that can be drawn", () => {
    const names = JSON.stringify(style).match(/"(?:hatch|halves|diamond|shield)\|[^"]*"|"blank"/g) ?? [];
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) expect(drawMapImage(JSON.parse(name)), name).toBeDefined();
  });
});

describe("a map style", () => {
  const ids = (layers: readonly LayerSpecification[]) => layers.map((layer) => layer.id);
  const isHidden = (layer: LayerSpecification) =>
    layer.type !== "background" && layer.layout?.visibility === "none";

  it.each(LAYERS)("puts away %s and nothing else", (hidden) => {
    const style = createMapStyle(palettes.light, { labels: "both", hidden: [hidden] });
    const gone = style.layers.filter(isHidden);
    expect(gone.length).toBeGreaterThan(0);
    const metadata = gone.map((layer) => (layer.metadata as { layer: string }).layer);
    expect(new Set(metadata)).toEqual(new Set([hidden]));
  });

  it("never puts away control, the front line or the selected town", () => {
    const style = createMapStyle(palettes.light, { labels: "both", hidden: LAYERS });
    const kept = ids(style.layers.filter((layer) => !isHidden(layer)));
    expect(kept).toEqual(
      expect.arrayContaining([
        "control-tint",
        "front-line",
        "front-casing",
        "town-selected",
        "names-selected",
      ]),
    );
  });

  it("has the same layers in every theme, so that a change of theme keeps the map's content", () => {
    const options = { labels: "both", hidden: [] } as const;
    expect(ids(createMapStyle(palettes.dark, options).layers)).toEqual(
      ids(createMapStyle(palettes.light, options).layers),
    );
  });

  it("asks no server for fonts or images", () => {
    const style = createMapStyle(palettes.light, { labels: "both", hidden: [] });
    expect(style).not.toHaveProperty("glyphs");
    expect(style).not.toHaveProperty("sprite");
    expect(JSON.stringify(style)).not.toMatch(/https?:/);
  });
});
