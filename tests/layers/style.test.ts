import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import type { LayerSpecification } from "maplibre-gl";
import { describe, expect, it } from "vitest";
import type { LabelScript } from "../../src/core/view.ts";
import { CONTROL_MARKER, FRONT_MARKER } from "../../src/layers/ground-markers.ts";
import { ALWAYS } from "../../src/layers/layer.ts";
import type { Atlas } from "../../src/core/atlas.ts";
import { fetchEventSpots } from "../../src/layers/events.ts";
import { HIDEABLE, LAYERS } from "../../src/layers/layers.ts";
import { createMapStyle } from "../../src/layers/map-style.ts";
import { badgeName, drawMapImage, GLYPHS } from "../../styles/map/map-images.ts";
import { chooseMapScale } from "../../styles/map/map-scale.ts";
import { palettes } from "../../styles/palette.ts";
import { dataset } from "../map/small-story.ts";

const { sides } = dataset;
// What draws events at places of their own comes with a data set that has some.
await fetchEventSpots({ dataset: { events: [{ position: [36, 35] }] } } as unknown as Atlas);
const scripts = ["latin", "arabic"];
const whole = { palette: palettes.light, sides, scripts, labels: "both", hidden: [] } as const;
const SCRIPTS: readonly LabelScript[] = ["latin", "arabic", "both"];
const cases = Object.values(palettes).flatMap((palette) => SCRIPTS.map((labels) => ({ palette, labels })));

describe("the style of a data set without sides, such as one of events alone", () => {
  it.each(Object.values(palettes))("is valid: $scheme", (palette) => {
    expect(validateStyleMin(createMapStyle({ ...whole, palette, sides: [] }))).toEqual([]);
  });
});

describe.each(cases)("the $palette.scheme style with labels in $labels", ({ palette, labels }) => {
  const style = createMapStyle({ palette, sides, scripts, labels, hidden: [] });

  it("is valid", () => {
    expect(validateStyleMin(style)).toEqual([]);
  });

  it("draws no layer from a source that does not exist, and leaves no source undrawn", () => {
    const used = new Set(style.layers.flatMap((layer) => ("source" in layer ? [layer.source] : [])));
    const all = LAYERS.flatMap((layer) => Object.entries(layer.sources));
    const isGround = ([, source]: (typeof all)[number]) =>
      source.kind === "daily" && source.isGround === true;
    const declared = all.filter((entry) => !isGround(entry)).map(([name]) => name);
    expect(all.filter(isGround).map(([name]) => name)).toEqual(["areas", "gains"]);
    expect([...used].toSorted()).toEqual(declared.toSorted());
    expect(Object.keys(style.sources).toSorted()).toEqual([...used].toSorted());
  });

  it("keeps the order of loudness", () => {
    const order = style.layers.map((layer) => layer.id);
    const loudness = [
      "land",
      CONTROL_MARKER,
      "advance-past",
      "advance-now",
      "roads",
      "corridor-line",
      "highways",
      "patrols-left",
      FRONT_MARKER,
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
    const names =
      JSON.stringify(style).match(/"(?:hatch|ground|halves|diamond|shield)\|[^"]*"|"blank"/g) ?? [];
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) expect(drawMapImage(JSON.parse(name)), name).toBeDefined();
    // The map puts the glyph of an event into the name.
    const colours = { ink: "#000000", fill: "#ffffff", stroke: "#808080" };
    expect(JSON.stringify(style)).toContain('"badge|"');
    for (const glyph of GLYPHS) expect(drawMapImage(badgeName(glyph, colours).join("")), glyph).toBeDefined();
  });
});

describe("the scale of a map style", () => {
  const sizeOf = (scale: number) => {
    const layers = createMapStyle({ ...whole, scale }).layers;
    const major = layers.find((layer) => layer.id === "names-major");
    return major?.type === "symbol" ? major.layout?.["text-size"] : undefined;
  };

  it("grows with the window in few steps, from 1 to 1.6", () => {
    expect([390, 1440, 1800].map((width) => chooseMapScale(width))).toEqual([1, 1, 1]);
    expect(chooseMapScale(2560)).toBeCloseTo(1.3);
    expect(chooseMapScale(3840)).toBeCloseTo(1.6);
    expect(chooseMapScale(10_000)).toBeCloseTo(1.6);
    const onWall = [1440, 1920, 3840].map((width) => chooseMapScale(width, true) / chooseMapScale(width));
    expect(onWall).toEqual([1, 1.3, 1.3]);
    const factors = Array.from({ length: 4000 }, (_, width) => chooseMapScale(width));
    expect(factors.toSorted((a, b) => a - b)).toEqual(factors);
    expect(new Set(factors).size).toBe(5);
  });

  it("gives a valid style in every step", () => {
    for (const scale of [1.15, 1.3, 1.6]) {
      expect(validateStyleMin(createMapStyle({ ...whole, scale }))).toEqual([]);
    }
  });

  it("multiplies the sizes and leaves the zooms they belong to", () => {
    expect(sizeOf(1)).toEqual(expect.arrayContaining([7, 9, 12]));
    expect(sizeOf(2)).toEqual(expect.arrayContaining([7, 9, 12]));
    expect(JSON.stringify(sizeOf(2))).toContain('["*",2,');
    const fade = createMapStyle({ ...whole, scale: 2 }).layers.find((layer) => layer.id === "theatre-fade");
    expect(fade?.type === "line" && fade.paint?.["line-width"]).toEqual([
      "interpolate",
      ["linear"],
      ["zoom"],
      7,
      52,
      9,
      120,
      11,
      240,
    ]);
  });
});

describe("patrols on the map", () => {
  const rows = createMapStyle(whole).layers.filter(
    (layer) => layer.type === "line" && layer.source === "patrols",
  );

  it("run in two rows of dots beside the highway, as far to one side as to the other, and in no holder's colour", () => {
    expect(rows).toHaveLength(2);
    const offsets = rows.map((layer) => (layer.type === "line" ? layer.paint?.["line-offset"] : undefined));
    const [left, right] = offsets.map((offset) => (Array.isArray(offset) ? offset.slice(3) : []));
    expect(left?.map((value, index) => (index % 2 === 1 ? -Number(value) : value))).toEqual(right);
    for (const layer of rows) {
      if (layer.type !== "line") continue;
      expect(layer.paint?.["line-color"]).toBe(palettes.light.sides.violet.mark);
      expect(layer.paint?.["line-dasharray"]).toEqual([0, expect.any(Number)]);
    }
  });

  it("keep clear of the highway at every size of the screen", () => {
    const far = createMapStyle({ ...whole, scale: 1.6 }).layers;
    const row = far.find((layer) => layer.id === "patrols-right");
    expect(row?.type === "line" && JSON.stringify(row.paint?.["line-offset"])).toContain(String(2.6 * 1.6));
  });
});

describe("a map style", () => {
  const ids = (layers: readonly LayerSpecification[]) => layers.map((layer) => layer.id);
  const isHidden = (layer: LayerSpecification) =>
    layer.type !== "background" && layer.layout?.visibility === "none";

  /** What the graphics processor draws by itself has no style layers: a browser test puts it away. */
  const STYLED = HIDEABLE.filter((key) => key !== "gains");

  it.each(STYLED)("puts away %s and nothing else", (hidden) => {
    const style = createMapStyle({ ...whole, hidden: [hidden] });
    const gone = style.layers.filter(isHidden);
    expect(gone.length).toBeGreaterThan(0);
    const own = LAYERS.find(({ key }) => key === hidden)?.style(whole) ?? {};
    const drawn = Object.values(own).flat();
    expect(ids(drawn)).toEqual(expect.arrayContaining(ids(gone)));
    const kept = drawn.filter(({ id }) => !ids(gone).includes(id));
    expect(kept.every(({ metadata }) => metadata === ALWAYS)).toBe(true);
  });

  it("never puts away control, the front line or the selected town", () => {
    const style = createMapStyle({ ...whole, hidden: HIDEABLE });
    const kept = ids(style.layers.filter((layer) => !isHidden(layer)));
    expect(kept).toEqual(
      expect.arrayContaining([CONTROL_MARKER, FRONT_MARKER, "town-selected", "names-selected"]),
    );
  });

  it("writes nothing paler than its colour in the theme of high contrast", () => {
    const { layers } = createMapStyle({ ...whole, palette: palettes.contrast });
    const texts = layers.flatMap((layer) => (layer.type === "symbol" ? [layer] : []));
    expect(texts.length).toBeGreaterThan(5);
    // Names that stand elsewhere already are not there at all: 0.
    const pale = texts.filter(({ paint }) => /0?\.\d/.test(JSON.stringify(paint?.["text-opacity"] ?? 1)));
    expect(pale.map(({ id }) => id)).toEqual([]);
  });

  it("has the same layers in every theme, so that a change of theme keeps the map's content", () => {
    expect(ids(createMapStyle({ ...whole, palette: palettes.dark }).layers)).toEqual(
      ids(createMapStyle(whole).layers),
    );
  });

  it("keeps the states of settlements by their ids, and of nothing else", () => {
    const { sources } = createMapStyle(whole);
    const kept = Object.entries(sources).filter(([, source]) => "promoteId" in source);
    expect(kept).toEqual([["towns", expect.objectContaining({ promoteId: "id" })]]);
  });

  it("asks no server for fonts or images", () => {
    const style = createMapStyle(whole);
    expect(style).not.toHaveProperty("glyphs");
    expect(style).not.toHaveProperty("sprite");
    expect(JSON.stringify(style)).not.toMatch(/https?:/);
  });
});
