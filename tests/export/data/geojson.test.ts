import type { FeatureCollection, Position } from "geojson";
import geojsonValidation from "geojson-validation";
import { describe, expect, it } from "vitest";
import { DAYS_WITH_ALL, exportText, openAtlas, openMini } from "../../fixtures/exported.ts";
import { alterMini } from "../../fixtures/mini.ts";
import { box, collect, declare, drawArea } from "../../fixtures/small-war.ts";

const KINDS = ["changes", "areas", "front-lines", "settlements", "events"] as const;

async function exportFeatures(...args: Parameters<typeof exportText>) {
  return JSON.parse(await exportText(...args)) as FeatureCollection & Record<string, unknown>;
}

function listPolygons({ features }: FeatureCollection): Position[][][] {
  return features.flatMap(({ geometry }) => {
    if (geometry?.type === "Polygon") return [geometry.coordinates];
    return geometry?.type === "MultiPolygon" ? geometry.coordinates : [];
  });
}

/** Shoelace, corner by corner: positive for a ring that runs counter-clockwise. */
function sumCorners(ring: readonly Position[]): number {
  return ring.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);
}

describe("GeoJSON", () => {
  it.each(KINDS)("of %s is valid, says where it is from, and names no reference system", async (kind) => {
    const collection = await exportFeatures(await openMini(), kind, "geojson");
    expect(geojsonValidation.valid(collection, true)).toEqual([]);
    expect(collection.features.length).toBeGreaterThan(1);
    expect(collection).not.toHaveProperty("crs");
    expect(collection).toMatchObject({
      title: "Mini story",
      licence: "CC0",
      credits: ["Nobody"],
      from_day: "2020-01-01",
      to_day: "2020-01-04",
    });
    expect(collection["sources"]).toContainEqual({
      id: "d1",
      title: "First document",
      publisher: "A press",
      date: "2020",
      url: "https://example.org/1",
    });
  });

  it("winds outlines counter-clockwise and holes clockwise, and closes them", async () => {
    const polygons = listPolygons(await exportFeatures(await openAtlas(DAYS_WITH_ALL), "areas", "geojson"));
    expect(polygons.some((rings) => rings.length > 1)).toBe(true);
    for (const rings of polygons) {
      for (const [index, ring] of rings.entries()) {
        expect(Math.sign(sumCorners(ring))).toBe(index === 0 ? 1 : -1);
        expect(ring.length).toBeGreaterThanOrEqual(4);
        expect(ring.at(-1)).toEqual(ring[0]);
      }
    }
  });

  it("is cut at 180 degrees where the ground goes on", async () => {
    const atlas = await openAtlas({
      ...declare({ bounds: undefined }),
      "places.csv": "id,name,kind,importance,lng,lat\naba,Aba,town,1,179,65\n",
      "daily/2024-01-01.geojson": collect(
        drawArea("red", box(178, 60, 183, 66)),
        drawArea("blue", box(178, 66, 183, 70)),
      ),
    });
    const areas = listPolygons(await exportFeatures(atlas, "areas", "geojson"));
    expect(areas).toHaveLength(4);
    for (const [lng = 0] of areas.flat(2)) expect(Math.abs(lng)).toBeLessThanOrEqual(180);
    for (const rings of areas) {
      const lngs = rings.flat().map(([lng = 0]) => lng);
      expect(Math.max(...lngs) - Math.min(...lngs)).toBeLessThan(6);
    }
    const lines = await exportFeatures(atlas, "front-lines", "geojson");
    const courses = lines.features.flatMap(({ geometry }) =>
      geometry.type === "MultiLineString" ? geometry.coordinates : [],
    );
    expect(courses).toHaveLength(2);
  });

  it("has a record without a place with no geometry", async () => {
    const { features } = await exportFeatures(await openMini(), "events", "geojson");
    expect(features.find(({ properties }) => properties?.["id"] === "e1")?.geometry).toBeNull();
  });

  it("is of a data set without sources and licence, too", async () => {
    const atlas = await openAtlas(DAYS_WITH_ALL);
    const collection = await exportFeatures(atlas, "changes", "geojson");
    expect(collection.features.length).toBeGreaterThan(0);
    expect(collection).toMatchObject({
      sources: [],
      licence: "",
      missing_days: [{ from_day: "2024-01-04", to_day: "2024-01-04" }],
    });
  });

  it("keeps letters, marks and signs of names as they are", async () => {
    const name = "a/b \u202Eەڵڕێ🚩";
    const atlas = await openMini(
      alterMini("towns.geojson", '"name":"Middle"', `"name":${JSON.stringify(name)}`),
    );
    const { features } = await exportFeatures(atlas, "changes", "geojson");
    expect(features[0]?.properties?.["name"]).toBe(name);
  });
});
