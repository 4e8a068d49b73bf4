import { arMap } from "../../../src/words/ar/map.ts";
import { enMap } from "../../../src/words/en/map.ts";
import { describe, expect, it } from "vitest";
import { type Box, layOutPage, type PageBlocks } from "../../../src/map/page/page-layout.ts";
import { wrapText } from "../../../src/map/page/page-text.ts";
import { chooseScaleBar, describeLength } from "../../../src/map/scale-bar.ts";

const SIZES = [
  [1600, 1000],
  [1280, 720],
  [1920, 1080],
  [720, 720],
  [617, 1097],
  [793.6, 1122.56],
  [1587.52, 1122.56],
  [390, 844],
] as const;

/** Blocks as high as so many lines of `letters` letters are at that width and scale. */
function fakeBlocks(
  letters: Partial<Record<"head" | "list" | "legend" | "notes" | "below", number>>,
): PageBlocks {
  const block = (part: keyof typeof letters) => (width: number, scale: number) => ({
    height: Math.ceil(((letters[part] ?? 0) * 8 * scale) / width) * 22 * scale,
    draw: () => {},
  });
  return {
    head: block("head"),
    list: block("list"),
    legend: block("legend"),
    notes: block("notes"),
    ...(letters.below && {
      below: (_: number, scale: number, most: number) => ({
        height: Math.min(most, 300 * scale),
        draw: () => {},
      }),
    }),
  };
}

const USUAL = { head: 300, legend: 620, notes: 400 };
const FULL = { head: 700, list: 500, legend: 900, notes: 700, below: 1 };

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width - 1 &&
    other.x < one.x + one.width - 1 &&
    one.y < other.y + other.height - 1 &&
    other.y < one.y + one.height - 1
  );
}

describe.each(SIZES)("a page of %i x %i", (width, height) => {
  it.each([
    ["usual", USUAL],
    ["full", FULL],
  ] as const)("keeps every part of a %s page on it and apart from the others", (_, letters) => {
    for (const isRtl of [false, true]) {
      const { map, placed } = layOutPage({ width, height }, fakeBlocks(letters), isRtl);
      const parts = [map, ...placed.map(({ box }) => box)];
      const crossing = parts.filter((part, index) =>
        parts.slice(index + 1).some((other) => overlap(part, other)),
      );
      expect(crossing).toEqual([]);
      for (const part of parts) {
        expect(Math.min(part.x, part.y)).toBeGreaterThanOrEqual(0);
        expect(part.x + part.width).toBeLessThanOrEqual(width + 1);
        expect(part.y + part.height).toBeLessThanOrEqual(height + 1);
      }
    }
  });

  it("gives most of itself to the map, on whole pixels, and says so with words no smaller than half as large", () => {
    const { map, scale } = layOutPage({ width, height }, fakeBlocks(USUAL), false);
    expect((map.width * map.height) / (width * height)).toBeGreaterThan(0.4);
    expect([map.x, map.y, map.width, map.height].every(Number.isInteger)).toBe(true);
    expect(scale * 14.5).toBeGreaterThan(5);
  });
});

describe("a page in Arabic", () => {
  it("mirrors the column of words", () => {
    const [left, right] = [false, true].map((isRtl) =>
      layOutPage({ width: 1600, height: 1000 }, fakeBlocks(USUAL), isRtl),
    );
    const [one, other] = [left?.placed[0]?.box, right?.placed[0]?.box];
    expect((other?.x ?? 0) + (other?.width ?? 0)).toBeCloseTo(1600 - (one?.x ?? 0));
    expect(right?.map.x).toBe(Math.round(1600 - (left?.map.x ?? 0) - (left?.map.width ?? 0)));
  });
});

describe("the page of a phone", () => {
  it("has a map from edge to edge", () => {
    const { map, isBleeding } = layOutPage({ width: 617, height: 1097 }, fakeBlocks(USUAL), false);
    expect([map.x, map.width, isBleeding]).toEqual([0, 617, true]);
  });
});

describe("the scale bar", () => {
  it("is a round length that fits", () => {
    for (const zoom of [7, 8.3, 9, 10.7, 13]) {
      const { lengthMetres, widthPx } = chooseScaleBar(35.8, zoom, 110);
      expect(widthPx).toBeLessThanOrEqual(110);
      expect(widthPx).toBeGreaterThan(110 / 2.6);
      expect(String(lengthMetres)).toMatch(/^[125]0*$/);
    }
  });

  it("measures the world's circumference at the equator as the width of the world", () => {
    const { lengthMetres, widthPx } = chooseScaleBar(0, 0, 512);
    expect((lengthMetres / widthPx) * 512).toBeCloseTo(40_075_016.686, 0);
  });

  it("is longer on the page nearer to the pole", () => {
    const [south, north] = [chooseScaleBar(35, 9, 100), chooseScaleBar(36, 9, 100)];
    expect(north.widthPx / north.lengthMetres).toBeGreaterThan(south.widthPx / south.lengthMetres);
  });

  it("names kilometres and metres", () => {
    expect(describeLength(20_000, enMap)).toBe("20 km");
    expect(describeLength(500, arMap)).toBe("500 م");
  });
});

describe("wrapping text", () => {
  const measure = (line: string) => line.length;

  it("breaks between words and loses none", () => {
    const lines = wrapText("one two three four", 9, measure);
    expect(lines).toEqual(["one two", "three", "four"]);
  });

  it("breaks a word longer than a line where the line ends, and no letter from its marks", () => {
    expect(wrapText("a incomprehensible b", 6, measure)).toEqual(["a", "incomp", "rehens", "ible b"]);
    const marked = "e\u0301".repeat(4);
    expect(wrapText(marked, 4, measure)).toEqual(["e\u0301e\u0301", "e\u0301e\u0301"]);
  });
});
