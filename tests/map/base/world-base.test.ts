import type { Feature, MultiPolygon, Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import type { Bounds, Position } from "../../../src/core/geometry.ts";
import { isInside, widenBounds } from "../../../src/core/geometry.ts";
import { markHome, placeRegionNames } from "../../../src/map/base/base.ts";
import { chooseZoomRange } from "../../../src/map/camera.ts";
import { loadWorldBase } from "../../../src/map/base/world-base.ts";
import { drawPlace } from "../../core/drawn-story.ts";

const BLACK_SEA: Bounds = [29, 44, 40, 52];

describe("the ground of a data set elsewhere in the world", () => {
  it("has the countries around it, named in both languages, and none from afar", async () => {
    const { land } = await loadWorldBase(BLACK_SEA);
    const names = new Map(
      land.features.map(({ properties }) => [properties?.["name"], properties?.["name_ar"]]),
    );
    expect(names.get("Ukraine")).toBe("أوكرانيا");
    expect(names.has("Moldova")).toBe(true);
    expect(names.has("Australia")).toBe(false);
  });

  it.each<[string, Position, boolean]>([
    ["the open Black Sea", [31, 43.5], true],
    ["the Sea of Azov", [36.5, 46.1], true],
    ["the Caspian, which lies within the land", [51, 42], true],
    ["Kyiv", [30.5, 50.4], false],
    ["Crimea", [34.3, 45.2], false],
  ])("tells sea from land at %s", async (_, position, isSea) => {
    const { land } = await loadWorldBase(BLACK_SEA);
    const sea = land.features.find(({ properties }) => properties?.["id"] === "sea") as Feature<MultiPolygon>;
    expect(isInside(position, sea.geometry)).toBe(isSea);
  });

  it("knows the countries in which settlements lie", async () => {
    const settlements = [
      drawPlace("kyiv", [30.5, 50.4]),
      drawPlace("odesa", [30.7, 46.5]),
      drawPlace("chisinau", [28.8, 47]),
    ];
    const { land } = markHome(await loadWorldBase(BLACK_SEA), settlements);
    const home = land.features.filter(({ properties }) => properties?.["isHome"] === true);
    expect(home.map(({ properties }) => properties?.["name"]).sort()).toEqual(["Moldova", "Ukraine"]);
  });

  it("names the neighbours and not the country that fills the picture", async () => {
    const { land } = await loadWorldBase(BLACK_SEA);
    const names = placeRegionNames(land, BLACK_SEA).features.map(({ properties }) => properties?.["latin"]);
    expect(names).toContain("Moldova");
    expect(names).not.toContain("Ukraine");
    expect(names).not.toContain("");
  });

  it("takes regions that lie wholly at sea for islands that the map of the world does not have", async () => {
    const drawSquare = (lng: number, lat: number): Polygon => ({
      type: "Polygon",
      coordinates: [
        [
          [lng, lat],
          [lng + 0.1, lat],
          [lng + 0.1, lat + 0.1],
          [lng, lat + 0.1],
          [lng, lat],
        ],
      ],
    });
    const { land } = await loadWorldBase(BLACK_SEA, [drawSquare(31, 44.5), drawSquare(30.7, 46.4)]);
    const sea = land.features.find(({ properties }) => properties?.["id"] === "sea") as Feature<MultiPolygon>;
    expect(isInside([31.05, 44.55], sea.geometry)).toBe(false);
    expect(isInside([31.2, 44.55], sea.geometry)).toBe(true);
    // Odesa: part of it lies in the sea, so it is no island.
    expect(isInside([30.799, 46.401], sea.geometry)).toBe(true);
  });
});

describe("how far a map can be moved and zoomed", () => {
  it.each<[string, Bounds]>([
    ["a town", [36.5, 35.5, 36.6, 35.55]],
    ["a province", [35.7, 35.05, 37.6, 36.6]],
    ["a country", BLACK_SEA],
    ["a strip from north to south", [30, 10, 31, 25]],
    ["a single point", [36, 35, 36, 35]],
  ])("leaves room on all sides of %s, and lets it be seen whole on a phone and on a wall", (_, bounds) => {
    const [west, south, east, north] = widenBounds(bounds);
    expect(west < bounds[0] && south < bounds[1] && east > bounds[2] && north > bounds[3]).toBe(true);
    const { minZoom, maxZoom } = chooseZoomRange(bounds);
    const toPx = (zoom: number) => (512 * 2 ** zoom) / 360;
    const widthPx = (bounds[2] - bounds[0]) * toPx(minZoom);
    expect(widthPx).toBeLessThanOrEqual(300);
    expect(maxZoom - minZoom).toBeGreaterThanOrEqual(6);
  });
});
