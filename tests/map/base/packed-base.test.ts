import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { packBase, unpackBase } from "../../../src/map/base/packed-base.ts";

const NAMES = ["land", "borders", "rivers", "lakes", "roads"];
const texts = NAMES.map((name) =>
  readFileSync(new URL(`../../../geodata/base/${name}.geojson`, import.meta.url), "utf8"),
);
const parts = Object.fromEntries(NAMES.map((name, index) => [name, JSON.parse(texts[index] ?? "")]));

it("gives a packed base back as its files have it, to the last decimal", () => {
  expect(unpackBase(packBase(parts, 4))).toEqual(parts);
});

it("is well under half of what the files are, gzipped", () => {
  const size = (content: string | Uint8Array) => gzipSync(content, { level: 9 }).length;
  const whole = texts.reduce((sum, text) => sum + size(text), 0);
  expect(size(packBase(parts, 4))).toBeLessThan(whole * 0.45);
});

it("rounds to its decimals without adding up what it rounds, and leaves the rest as it is", () => {
  const course = Array.from({ length: 200 }, (_, index) => [index / 7, 1 - index / 3]);
  const geometry = { type: "LineString", coordinates: course };
  const line = { type: "FeatureCollection", features: [{ type: "Feature", properties: { a: 1 }, geometry }] };
  const back = unpackBase(packBase({ line, bounds: [1, 2, 3, 4] }, 2));
  expect(back["bounds"]).toEqual([1, 2, 3, 4]);
  const coordinates = course.map((point) => point.map((degrees) => Math.round(degrees * 100) / 100));
  expect(back["line"]).toEqual({
    ...line,
    features: [{ ...line.features[0], geometry: { type: "LineString", coordinates } }],
  });
});

it("refuses bytes that are cut short, wherever", () => {
  const geometry = {
    type: "LineString",
    coordinates: [
      [1, 2],
      [3, 4],
    ],
  };
  const line = { type: "FeatureCollection", features: [{ type: "Feature", properties: {}, geometry }] };
  const bytes = packBase({ line }, 4);
  for (let length = 0; length < bytes.length; length++)
    expect(() => unpackBase(bytes.subarray(0, length)), `${length}`).toThrow(/bytes|places|things|JSON/);
});
