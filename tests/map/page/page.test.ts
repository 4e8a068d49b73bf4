import { arMap } from "../../../src/words/ar/map.ts";
import { enMap } from "../../../src/words/en/map.ts";
import { describe, expect, it } from "vitest";
import { type Box, layOutPage, type PageLayout } from "../../../src/map/page/page-layout.ts";
import { wrapText } from "../../../src/map/page/page-text.ts";
import { chooseScaleBar, describeLength } from "../../../src/map/scale-bar.ts";

const SIZES = [
  [1600, 1000],
  [3200, 2000],
  [1080, 1080],
  [1080, 1920],
  [800, 500],
] as const;

function listParts({ heading, map, legend, notes }: PageLayout): Box[] {
  return [heading, map, legend, notes];
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width - 1 &&
    other.x < one.x + one.width - 1 &&
    one.y < other.y + other.height - 1 &&
    other.y < one.y + one.height - 1
  );
}

describe.each(SIZES)("a page of %i x %i", (width, height) => {
  const layout = layOutPage(width, height, false);

  it("keeps every part on the page and apart from the others", () => {
    const parts = listParts(layout);
    const crossing = parts.filter((part, index) =>
      parts.slice(index + 1).some((other) => overlap(part, other)),
    );
    expect(crossing).toEqual([]);
    for (const part of parts) {
      expect(Math.min(part.x, part.y)).toBeGreaterThanOrEqual(0);
      expect(part.x + part.width).toBeLessThanOrEqual(width);
      expect(part.y + part.height).toBeLessThanOrEqual(height);
    }
  });

  it("gives most of itself to the map, on whole pixels", () => {
    const { map } = layout;
    expect((map.width * map.height) / (width * height)).toBeGreaterThan(0.4);
    expect([map.x, map.y, map.width, map.height].every(Number.isInteger)).toBe(true);
  });
});

describe("a page in Arabic", () => {
  it("mirrors the column of words", () => {
    const [left, right] = [layOutPage(1600, 1000, false), layOutPage(1600, 1000, true)];
    expect(right.heading.x + right.heading.width).toBeCloseTo(1600 - left.heading.x);
    expect(right.map.x).toBeCloseTo(1600 - left.map.x - left.map.width);
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

  it("gives a word longer than a line a line to itself", () => {
    expect(wrapText("a incomprehensible b", 6, measure)).toEqual(["a", "incomprehensible", "b"]);
  });
});
