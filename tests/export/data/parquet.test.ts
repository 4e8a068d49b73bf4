import * as library from "hyparquet-writer";
import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import type { Atlas } from "../../../src/core/atlas.ts";
import { day, listDays } from "../../../src/core/day.ts";
import { findBounds } from "../../../src/core/geometry.ts";
import { listParquetFiles } from "../../../src/export/data/parquet-files.ts";
import { type ParquetTable, writeParquet } from "../../../src/export/data/parquet.ts";
import { DAYS_WITH_ALL, exportText, openAtlas, openMini } from "../../fixtures/exported.ts";
import { readParquet } from "../../fixtures/read-parquet.ts";
import { DECLARATION, drawArea, box, collect, PLACES } from "../../fixtures/small-war.ts";

function listFiles(atlas: Atlas, from = atlas.dataset.firstDay, to = atlas.dataset.lastDay) {
  return [...listParquetFiles(library, atlas, { from, to })];
}

async function readFile(atlas: Atlas, path: string) {
  const found = listFiles(atlas).find((file) => file.path === path);
  if (!found) throw new Error(`There is no ${path}`);
  return readParquet(found.bytes);
}

/** The ground of a day as the GeoJSON of that day alone has it: drawn, by side, as an area of several parts. */
async function listGround(atlas: Atlas, on: ReturnType<typeof day>) {
  const text = await exportText(atlas, "areas", "geojson", { from: on, to: on });
  const { features } = JSON.parse(text) as FeatureCollection<Polygon | MultiPolygon>;
  return features
    .filter(({ properties }) => properties?.["holding"] === "drawn")
    .map(({ properties, geometry }) => ({
      side: properties?.["side"],
      coordinates: geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates,
    }));
}

describe("a folder of Parquet", () => {
  it("has a folder for each known day, and none for a missing one", async () => {
    const atlas = await openAtlas(DAYS_WITH_ALL);
    const known = listDays(atlas.dataset.firstDay, atlas.dataset.lastDay).filter(
      (on) => `daily/${on}.geojson` in DAYS_WITH_ALL,
    );
    expect(known.length).toBeLessThan(atlas.days.length);
    expect(listFiles(atlas).map(({ path }) => path)).toEqual([
      ...known.map((on) => `areas/day=${on}/areas.parquet`),
      "settlements.parquet",
      "claims.parquet",
      "about.json",
    ]);
  });

  it("has the ground of each day, holes and all, as the GeoJSON of that day has it", async () => {
    for (const atlas of [await openMini(), await openAtlas(DAYS_WITH_ALL)]) {
      for (const { path, bytes } of listFiles(atlas).filter(({ table }) => table === "areas")) {
        const { rows } = await readParquet(bytes);
        const read = rows.map((row) => ({ side: row["side"], coordinates: row["geometry"].coordinates }));
        expect(read).toEqual(await listGround(atlas, day(path.slice(10, 20))));
      }
    }
  });

  it("tells of its shapes what GeoParquet 1.1 asks for", async () => {
    const atlas = await openAtlas(DAYS_WITH_ALL);
    const { members, types } = await readFile(atlas, "areas/day=2024-01-05/areas.parquet");
    const ground = await listGround(atlas, day("2024-01-05"));
    expect(members["geo"]).toMatchObject({
      version: "1.1.0",
      primary_column: "geometry",
      columns: {
        geometry: {
          encoding: "WKB",
          geometry_types: ["MultiPolygon"],
          crs: { type: "GeographicCRS", id: { authority: "OGC", code: "CRS84" } },
          edges: "planar",
          orientation: "counterclockwise",
          bbox: findBounds(ground.map(({ coordinates }) => coordinates)),
        },
      },
    });
    expect(types).toEqual({ side: "UTF8", side_name: "UTF8", side_rank: "INT32", geometry: "BYTE_ARRAY" });
    const settlements = await readFile(atlas, "settlements.parquet");
    expect(settlements.members["geo"].columns.geometry).toMatchObject({
      geometry_types: ["Point"],
      bbox: [30.5, 47, 33.5, 47],
    });
  });

  it("has the settlements with typed columns, and each as a point", async () => {
    const atlas = await openMini();
    const { rows, types } = await readFile(atlas, "settlements.parquet");
    expect(types).toMatchObject({
      id: "UTF8",
      name_ar: "UTF8",
      importance: "INT32",
      context: "BOOLEAN",
      lng: "DOUBLE",
      geometry: "BYTE_ARRAY",
    });
    expect(rows).toHaveLength(atlas.dataset.settlements.length);
    for (const [index, { id, names, position, isContext, importance }] of atlas.dataset.settlements.entries())
      expect(rows[index]).toMatchObject({
        id,
        name_ar: names["ar"],
        importance,
        context: isContext,
        lng: position[0],
        lat: position[1],
        geometry: { type: "Point", coordinates: [...position] },
      });
  });

  it("has the claims of the days asked for, with days as dates and nothing where nothing is told", async () => {
    const atlas = await openMini();
    const { claims } = atlas.dataset;
    const { rows, types } = await readFile(atlas, "claims.parquet");
    expect(types).toMatchObject({ first_day: "DATE", last_day: "DATE", paragraph: "INT32", summary: "UTF8" });
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(claims.map(({ id }) => id)));
    for (const claim of claims) {
      const row = rows.find(({ id }) => id === claim.id);
      expect(row?.["first_day"]).toEqual(new Date(`${claim.firstDay}T00:00:00Z`));
      expect(row?.["side"] ?? undefined).toBe(claim.side);
      expect(row?.["contradicts"] ?? undefined).toBe(claim.contradicts);
      expect(row?.["summary"]).toBe(claim.summary);
    }
    expect(rows.some(({ contradicts }) => contradicts === null || contradicts === undefined)).toBe(true);
    const last = day("2020-01-04");
    const late = listFiles(atlas, last, last).find(({ table }) => table === "claims");
    expect(late?.records).toBe(claims.filter(({ lastDay }) => lastDay >= last).length);
  });

  it("says whose work it is in every file, and in one what is missing and who has the rest", async () => {
    const atlas = await openMini();
    const files = listFiles(atlas);
    for (const { bytes } of files.filter(({ table }) => table !== undefined)) {
      const { members } = await readParquet(bytes);
      expect(members["frontline_atlas"]).toMatchObject({
        licence: atlas.dataset.licence,
        credits: atlas.dataset.credits,
      });
    }
    const oneSided = await openAtlas({
      "dataset.json": JSON.stringify({ ...DECLARATION, default_side: "blue" }),
      "places.csv": PLACES,
      "daily/2024-01-01.geojson": collect(drawArea("red", box(30, 46, 32, 48))),
      "daily/2024-01-03.geojson": collect(drawArea("red", box(30, 46, 33, 48))),
    });
    const about = listFiles(oneSided).at(-1);
    expect(JSON.parse(new TextDecoder().decode(about?.bytes))).toMatchObject({
      default_side: "blue",
      missing_days: [{ from_day: "2024-01-02", to_day: "2024-01-02" }],
    });
  });

  it("is the same, byte for byte, each time", async () => {
    const [one, other] = [listFiles(await openMini()), listFiles(await openMini())];
    expect(one).toEqual(other);
  });
});

describe("a Parquet file of many rows", () => {
  it("keeps every row in order across its groups, lists as texts, and columns that are empty", async () => {
    const items = Array.from({ length: 45_001 }, (_, index) => index);
    const table: ParquetTable<number> = {
      about: {},
      items,
      columns: [
        { name: "number", type: "integer", read: (item) => item },
        { name: "half", type: "number", read: (item) => (item % 3 === 0 ? null : item / 2) },
        { name: "names", type: "list", read: (item) => [`a${item}`, "b"] },
        { name: "nothing", type: "text", read: () => null },
        { name: "before", type: "day", read: () => "1969-12-31" },
      ],
    };
    const { rows, members } = await readParquet(writeParquet(library, table));
    expect(rows.map(({ number }) => number)).toEqual(items);
    expect(rows.every(({ half }, item) => (half ?? null) === (item % 3 === 0 ? null : item / 2))).toBe(true);
    expect(rows[44_999]).toMatchObject({ names: "a44999|b", before: new Date("1969-12-31T00:00:00Z") });
    expect(rows.every(({ nothing }) => (nothing ?? null) === null)).toBe(true);
    expect(members).not.toHaveProperty("geo");
  });

  it("may have none", async () => {
    const table: ParquetTable<number> = {
      about: {},
      items: [],
      columns: [{ name: "place", type: "points", read: () => ({ type: "Point", coordinates: [0, 0] }) }],
    };
    const { rows, members } = await readParquet(writeParquet(library, table));
    expect(rows).toEqual([]);
    expect(members["geo"].columns.place).toMatchObject({ geometry_types: [] });
    expect(members["geo"].columns.place).not.toHaveProperty("bbox");
  });
});
