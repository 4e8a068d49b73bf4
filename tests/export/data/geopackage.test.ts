import type { FeatureCollection, Geometry } from "geojson";
import initSqlJs from "sql.js";
import { describe, expect, it } from "vitest";
import { day } from "../../../src/core/day.ts";
import { DAYS_WITH_ALL, exportBytes, exportText, openAtlas, openMini } from "../../fixtures/exported.ts";

/** What the tests use of the package to read a file again. */
interface Reader {
  exec(sql: string): { readonly columns: readonly string[]; readonly values: readonly unknown[][] }[];
}

async function openDatabase(bytes: Uint8Array): Promise<Reader> {
  const sqlite = (await initSqlJs()) as unknown as { Database: new (bytes: Uint8Array) => Reader };
  return new sqlite.Database(bytes);
}

function ask(database: Reader, sql: string): readonly unknown[][] {
  return database.exec(sql)[0]?.values ?? [];
}

/** Reads well-known binary by its definition; gives type and coordinates as GeoJSON has them. */
function readBlob(blob: Uint8Array) {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  expect(String.fromCharCode(view.getUint8(0), view.getUint8(1))).toBe("GP");
  expect(view.getInt32(4, true)).toBe(4326);
  const hasBox = ((view.getUint8(3) >> 1) & 7) === 1;
  const box = hasBox ? [8, 16, 24, 32].map((at) => view.getFloat64(at, true)) : undefined;
  let at = hasBox ? 40 : 8;
  const count = () => view.getUint32((at += 4) - 4, true);
  const real = () => view.getFloat64((at += 8) - 8, true);
  const list = <Item>(read: () => Item) => Array.from({ length: count() }, read);
  function read(): { type: number; coordinates: unknown } {
    expect(view.getUint8(at++)).toBe(1);
    const type = count();
    const position = () => [real(), real()];
    if (type === 1) return { type, coordinates: position() };
    if (type === 2) return { type, coordinates: list(position) };
    if (type === 3) return { type, coordinates: list(() => list(position)) };
    return { type, coordinates: list(() => read().coordinates) };
  }
  const shape = read();
  expect(at).toBe(blob.length);
  return { ...shape, box };
}

function toMany(geometry: Geometry | null): unknown {
  if (geometry === null || geometry.type === "GeometryCollection") return null;
  const isOne = geometry.type === "Polygon" || geometry.type === "LineString";
  return isOne ? [geometry.coordinates] : geometry.coordinates;
}

describe("GeoPackage", () => {
  it("is one, and sound as a database", async () => {
    const database = await openDatabase(await exportBytes(await openMini(), "all", "gpkg"));
    expect(ask(database, "PRAGMA application_id")).toEqual([[0x47504b47]]);
    expect(ask(database, "PRAGMA user_version")).toEqual([[10300]]);
    expect(ask(database, "PRAGMA integrity_check")).toEqual([["ok"]]);
    expect(ask(database, "PRAGMA foreign_key_check")).toEqual([]);
    expect(ask(database, "SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY 1")).toEqual([[-1], [0], [4326]]);
    expect(ask(database, "SELECT table_name, data_type FROM gpkg_contents ORDER BY 1")).toEqual([
      ["areas", "features"],
      ["changes", "features"],
      ["events", "features"],
      ["figures", "attributes"],
      ["front_lines", "features"],
      ["settlements", "features"],
      ["sources", "attributes"],
    ]);
  });

  it.each([
    ["areas", "areas", 6],
    ["front-lines", "front_lines", 5],
    ["changes", "changes", 1],
    ["events", "events", 1],
  ] as const)(
    "has the shapes of %s as the GeoJSON has them, with the box around each",
    async (kind, table, type) => {
      for (const atlas of [await openMini(), await openAtlas(DAYS_WITH_ALL)]) {
        const { features } = JSON.parse(await exportText(atlas, kind, "geojson")) as FeatureCollection;
        const database = await openDatabase(await exportBytes(atlas, kind, "gpkg"));
        const rows = ask(database, `SELECT geom FROM ${table} ORDER BY fid`);
        expect(rows).toHaveLength(features.length);
        for (const [index, [blob]] of rows.entries()) {
          const geometry = features[index]?.geometry ?? null;
          expect(blob === null).toBe(geometry === null);
          if (!(blob instanceof Uint8Array)) continue;
          const read = readBlob(blob);
          expect(read.type).toBe(type);
          expect(read.coordinates).toEqual(toMany(geometry));
          const flat = [read.coordinates].flat(5) as number[];
          const [lngs, lats] = [0, 1].map((part) => flat.filter((_, place) => place % 2 === part));
          const box = [
            Math.min(...(lngs ?? [])),
            Math.max(...(lngs ?? [])),
            Math.min(...(lats ?? [])),
            Math.max(...(lats ?? [])),
          ];
          expect(read.box).toEqual(type === 1 ? undefined : box);
        }
      }
    },
  );

  it("has days in columns of days, both included", async () => {
    const database = await openDatabase(await exportBytes(await openMini(), "areas", "gpkg"));
    const columns = ask(database, "SELECT name, type FROM pragma_table_info('areas')");
    expect(columns).toContainEqual(["from_day", "DATE"]);
    expect(columns).toContainEqual(["to_day", "DATE"]);
    expect(ask(database, "SELECT from_day, to_day FROM areas WHERE side = 'red' ORDER BY 1")).toEqual([
      ["2020-01-01", "2020-01-01"],
      ["2020-01-02", "2020-01-03"],
      ["2020-01-04", "2020-01-04"],
    ]);
  });

  it("says whose work it is where its standard has a place for that", async () => {
    const database = await openDatabase(await exportBytes(await openMini(), "areas", "gpkg"));
    const [[text] = []] = ask(
      database,
      "SELECT metadata FROM gpkg_metadata JOIN gpkg_metadata_reference ON md_file_id = id WHERE reference_scope = 'geopackage'",
    );
    expect(JSON.parse(String(text))).toMatchObject({
      "@type": "Dataset",
      name: "Mini story",
      license: "CC0",
      creditText: "Nobody",
      temporalCoverage: "2020-01-01/2020-01-04",
      citation: [{ name: "First document" }, { name: "Second document" }],
    });
    const [[description] = []] = ask(
      database,
      "SELECT description FROM gpkg_contents WHERE table_name = 'areas'",
    );
    expect(description).toContain("Licence: CC0");
    expect(ask(database, "SELECT id, title FROM sources")).toEqual([
      ["d1", "First document"],
      ["d2", "Second document"],
    ]);
  });

  it("is the same bytes whenever it is made", async () => {
    const first = await exportBytes(await openMini(), "all", "gpkg");
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(Buffer.from(await exportBytes(await openMini(), "all", "gpkg")).equals(Buffer.from(first))).toBe(
      true,
    );
  });

  it("is written of days of which nothing is known, too", async () => {
    const atlas = await openAtlas(DAYS_WITH_ALL);
    const missing = day("2024-01-04");
    const bytes = await exportBytes(atlas, "areas", "gpkg", { from: missing, to: missing });
    const database = await openDatabase(bytes);
    expect(ask(database, "SELECT count(*) FROM areas")).toEqual([[0]]);
    expect(ask(database, "SELECT min_x, max_y FROM gpkg_contents WHERE table_name = 'areas'")).toEqual([
      [null, null],
    ]);
  });
});
