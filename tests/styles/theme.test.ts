import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SIDE_COLOURS } from "../../src/core/records.ts";
import { toCustomProperties } from "../../src/ui/state/theme.ts";
import { palettes } from "../../styles/palette.ts";
import { printPalette } from "../../styles/print-palette.ts";
import { PATTERNS, toneColour, toneSides } from "../../styles/side-tones.ts";

const side = {
  id: "red",
  name: { en: "Red" },
  shortName: { en: "Red" },
  holdsGround: true,
  opponents: [],
  colour: "vermilion",
};
const drawn = { ...palettes, print: printPalette };
const themes = ["light", "dark", "contrast", "print"] as const;
const page = readFileSync(new URL("../../index.html", import.meta.url), "utf8");

describe.each(themes)("the %s theme", (theme) => {
  const palette = drawn[theme];
  const [ofMarks, ofTexts] = theme === "contrast" ? [4.5, 7] : [3, 4.5];
  const sides = Object.keys(SIDE_COLOURS).map((colour) => ({ ...side, id: colour, colour }));
  const properties = toCustomProperties(palette, sides);

  it("gives every text of the interface a contrast of at least 4.5 on panels and cards, or 7", () => {
    const texts = ["--ink", "--muted", "--amber-text", "--warning", "--corridor-text"];
    const ofSides = sides.map((_, index) => `--side-${index}-text`);
    const weak = [...texts, ...ofSides].filter(
      (name) => findContrast(properties.get(name) ?? "", palette.panel) < ofTexts,
    );
    expect(weak).toEqual([]);
  });

  it("gives every meaningful mark a contrast of at least 3 on panels, or 4.5", () => {
    const marks = sides.map((_, index) => `--side-${index}-mark`);
    expect(marks.filter((name) => findContrast(properties.get(name) ?? "", palette.panel) < ofMarks)).toEqual(
      [],
    );
  });

  it("gives any colour of a data set the same contrasts, on the land of the map too, and leaves a visible one alone", () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(byte, byte, byte, (red, green, blue) => {
        const colour = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
        const { mark, text } = toneColour(colour, palette);
        expect(findContrast(mark, palette.land)).toBeGreaterThanOrEqual(ofMarks);
        expect(findContrast(mark, palette.panel)).toBeGreaterThanOrEqual(ofMarks);
        expect(findContrast(text, palette.panel)).toBeGreaterThanOrEqual(ofTexts);
        const isSeen = [palette.land, palette.panel].every(
          (ground) => findContrast(colour, ground) > ofMarks + 0.01,
        );
        expect(isSeen && mark !== colour).toBe(false);
      }),
    );
  });

  it("gives every side of a data set a colour and a pattern of its own, as far as there are any", () => {
    const looks = [...toneSides(palette, sides).values()];
    expect(new Set(looks.map(({ pattern }) => pattern)).size).toBe(PATTERNS.length);
    expect(new Set(looks.map(({ mark }) => mark)).size).toBe(sides.length);
  });
});

it.each(["light", "dark"] as const)(
  "colours the browser's own frame as the first paint will be, %s",
  (scheme) => {
    expect(page).toContain(`content="${palettes[scheme].panel}" media="(prefers-color-scheme: ${scheme})"`);
  },
);

describe("the theme of high contrast", () => {
  const { contrast } = palettes;

  it("writes on the map with a contrast of at least 7 on every ground, water included", () => {
    for (const ground of [contrast.land, contrast.foreignLand, contrast.labelHalo]) {
      for (const ink of [contrast.label, contrast.muted, contrast.waterLabel]) {
        expect([ink, ground, findContrast(ink, ground) >= 7]).toEqual([ink, ground, true]);
      }
    }
    expect(findContrast(contrast.waterLabel, contrast.sea)).toBeGreaterThanOrEqual(7);
  });

  it("draws every line and edge that tells something with a contrast of at least 4.5", () => {
    const { rule, focus, frontLine, border, river, amber, corridor, unknown } = contrast;
    const lines = [rule, focus, frontLine, border, river, amber, corridor, unknown];
    for (const ground of [contrast.land, contrast.panel, contrast.casing]) {
      expect(lines.filter((line) => findContrast(line, ground) < 4.5)).toEqual([]);
    }
  });
});

describe("the colours of print", () => {
  it("leave the paper white, with a trace of tint, and rest on patterns", () => {
    const { land, paper, sides, patternOpacity = 0 } = printPalette;
    expect([land, paper]).toEqual(["#ffffff", "#ffffff"]);
    expect(Object.values(sides).every(({ tintOpacity }) => tintOpacity < 0.1)).toBe(true);
    expect(patternOpacity).toBeGreaterThan(0.5);
  });
});

it("leaves no custom property of the style sheets undefined", () => {
  const folder = new URL("../../styles/", import.meta.url);
  const sheets = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".css"))
    .map((name) => readFileSync(new URL(name, folder), "utf8"));
  const css = sheets.join("\n");
  expect(sheets.length).toBeGreaterThan(10);
  const used = new Set([...css.matchAll(/var\((--[a-z-]+)/g)].map((match) => match[1]));
  const defined = new Set([...css.matchAll(/^\s*(--[a-z-]+):/gm)].map((match) => match[1]));
  for (const name of toCustomProperties(palettes.light, [side]).keys()) defined.add(name);
  // Set on elements by components.
  const set = ["--at", "--fraction", "--step", "--anchor", "--anchor-rtl", "--parts"];
  const setByStory = ["--steps", "--read", "--map-width", "--map-height"];
  const setByExport = ["--ratio", "--share"];
  const setByPrinting = ["--map-zoom"];
  for (const name of [...set, ...setByStory, ...setByExport, ...setByPrinting]) defined.add(name);
  expect([...used].filter((name) => !defined.has(name))).toEqual([]);
});

/** WCAG 2 contrast of two `#rrggbb` colours. */
function findContrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [findLuminance(one), findLuminance(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

function findLuminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
