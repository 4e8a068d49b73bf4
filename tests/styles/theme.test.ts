import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toCustomProperties } from "../../src/ui/state/theme.ts";
import { palettes } from "../../styles/palette.ts";

const schemes = ["light", "dark"] as const;
const page = readFileSync(new URL("../../index.html", import.meta.url), "utf8");

describe.each(schemes)("the %s theme", (scheme) => {
  const palette = palettes[scheme];
  const properties = toCustomProperties(palette);

  it("gives every text of the interface a contrast of at least 4.5 on panels and cards", () => {
    const texts = ["--ink", "--muted", "--amber-text", "--warning", "--corridor-text"];
    const sides = ["vermilion", "green", "ochre", "violet"].map((colour) => `--${colour}-text`);
    const weak = [...texts, ...sides].filter(
      (name) => findContrast(properties.get(name) ?? "", palette.panel) < 4.5,
    );
    expect(weak).toEqual([]);
  });

  it("gives every meaningful mark a contrast of at least 3 on panels", () => {
    const marks = ["vermilion", "green", "ochre", "violet"].map((colour) => `--${colour}-mark`);
    expect(marks.filter((name) => findContrast(properties.get(name) ?? "", palette.panel) < 3)).toEqual([]);
  });

  it("colours the browser's own frame as the first paint will be", () => {
    expect(page).toContain(`content="${palette.panel}" media="(prefers-color-scheme: ${scheme})"`);
  });
});

it("leaves no custom property of the style sheets undefined", () => {
  const folder = new URL("../../styles/", import.meta.url);
  const sheets = readdirSync(folder)
    .filter((name) => name.endsWith(".css"))
    .map((name) => readFileSync(new URL(name, folder), "utf8"));
  const css = sheets.join("\n");
  const used = new Set([...css.matchAll(/var\((--[a-z-]+)/g)].map((match) => match[1]));
  const defined = new Set([...css.matchAll(/^\s*(--[a-z-]+):/gm)].map((match) => match[1]));
  for (const name of toCustomProperties(palettes.light).keys()) defined.add(name);
  // Set on elements by components.
  for (const name of ["--at", "--fraction", "--step", "--anchor", "--anchor-rtl"]) defined.add(name);
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
