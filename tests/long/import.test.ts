import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Feature } from "geojson";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Cell, Sheet } from "../../src/import/sheet.ts";
import { ARCGIS, COLLECTION, TOPOLOGY } from "../fixtures/import-samples.ts";
import { readFiles } from "../fixtures/source-files.ts";
import { ensureGdal, readWithGdal } from "./gdal.ts";

let folder: string;
beforeAll(() => {
  ensureGdal();
  folder = mkdtempSync(join(tmpdir(), "import-"));
  writeFileSync(
    join(folder, "areas.geojson"),
    JSON.stringify({ type: "FeatureCollection", features: AREAS }),
  );
  writeFileSync(
    join(folder, "points.geojson"),
    JSON.stringify({ type: "FeatureCollection", features: POINTS }),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const PROPERTIES = [
  { name: "سراقب", place: "Saraqib", day: "2020-02-05", count: 12, share: 0.25, note: 'a, "b"; c' },
  { name: "معرّة النعمان", place: "Maarrat", day: "1899-12-31", count: -3, share: 1e-7, note: null },
  { name: "Харків", place: "Kharkiv", day: "2022-02-24", count: 2_000_000_000, share: 12_345.678, note: "ї" },
  { name: "Évreux", place: "Évreux", day: "0476-09-04", count: 0, share: -1, note: "line" },
];
const ring = (x: number, y: number, size: number): number[][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const hole = (x: number, y: number, size: number) => ring(x, y, size).toReversed();
const feature = (geometry: unknown, index: number) => ({
  type: "Feature",
  properties: PROPERTIES[index],
  geometry,
});
const AREAS = [
  feature({ type: "Polygon", coordinates: [ring(36, 35, 1), hole(36.25, 35.25, 0.25)] }, 0),
  // A hole with an island in it, and a part of its own that touches a corner.
  feature(
    {
      type: "MultiPolygon",
      coordinates: [[ring(38, 35, 2), hole(38.5, 35.5, 1)], [ring(38.75, 35.75, 0.25)], [ring(40, 37, 0.5)]],
    },
    1,
  ),
  feature({ type: "Polygon", coordinates: [ring(36.123456789, 50.5, 0.001)] }, 2),
  feature(
    {
      type: "Polygon",
      coordinates: [ring(37, 49, 0.5), hole(37.125, 49.125, 0.125), hole(37.25, 49.25, 0.125)],
    },
    3,
  ),
];
const POINTS = PROPERTIES.map((_, index) =>
  feature({ type: "Point", coordinates: [36.5 + index / 7, 35.25 + index / 9] }, index),
);

/** Writes a file with GDAL and gives it with all that is beside it. */
function write(from: string, name: string, args: readonly string[]): Record<string, Uint8Array> {
  const own = mkdtempSync(join(folder, "made-"));
  const input = join(folder, from);
  execFileSync("ogr2ogr", [join(own, name), input, ...args], { stdio: ["ignore", "ignore", "pipe"] });
  lastMade = join(own, name);
  return Object.fromEntries(
    readdirSync(own).map((file) => [file, new Uint8Array(readFileSync(join(own, file)))]),
  );
}
let lastMade = "";

/** A value as GDAL writes it as GeoJSON, days as `2020/02/05` or `2020-02-05`. */
function toPlain(cell: Cell): unknown {
  return typeof cell === "object" ? cell.day : (cell ?? null);
}

function toPlainOfGdal(value: unknown): unknown {
  if (typeof value !== "string") return value ?? null;
  const [, year, month, date] = /^(\d{4})[/-](\d\d)[/-](\d\d)(?:[T ]00:00:00.*)?$/.exec(value) ?? [];
  return year === undefined ? value : `${year}-${month}-${date}`;
}

/** Corners in the order of their places, as rings may begin anywhere and run either way. */
function listCorners(geometry: unknown): string[] {
  const corners = new Set<string>();
  const walk = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] === "number")
      corners.add(
        value
          .slice(0, 2)
          .map((part) => Number(part).toFixed(6))
          .join(" "),
      );
    else for (const part of value) walk(part);
  };
  walk((geometry as { coordinates: unknown } | null)?.coordinates);
  return [...corners].toSorted();
}

/** How many polygons and rings a geometry has. */
function countRings(geometry: unknown): readonly number[] {
  if (geometry === undefined || geometry === null) return [];
  const { type, coordinates } = geometry as { type: string; coordinates: unknown[][] };
  if (type === "Polygon") return [coordinates.length];
  return type === "MultiPolygon" ? coordinates.map((rings) => rings.length).toSorted() : [];
}

function expectLikeGdal(sheet: Sheet | undefined, features: readonly Feature[], isText = false): void {
  expect(sheet?.rows).toHaveLength(features.length);
  for (const [index, row] of (sheet?.rows ?? []).entries()) {
    const { geometry, properties } = features[index] as Feature;
    expect(listCorners(row.shape ?? null)).toEqual(listCorners(geometry));
    expect(countRings(row.shape)).toEqual(countRings(geometry));
    const cells = Object.fromEntries(
      (sheet?.columns ?? []).map((column, at) => [column, toPlain(row.cells[at])]),
    );
    for (const [key, value] of Object.entries(properties ?? {})) {
      // Nothing, for a column that has none here.
      const expected = isText && value !== null ? String(value) : toPlainOfGdal(value);
      expect([key, cells[key] ?? null]).toEqual([key, expected === "" ? null : expected]);
    }
  }
}

describe("files that GDAL writes are read as GDAL reads them", () => {
  it.each([
    ["a shapefile in UTF-8", "areas.geojson", "a.shp", ["-lco", "ENCODING=UTF-8"]],
    ["a shapefile of points", "points.geojson", "p.shp", ["-lco", "ENCODING=UTF-8"]],
    ["a shapefile in UTM", "areas.geojson", "u.shp", ["-t_srs", "EPSG:32637", "-lco", "ENCODING=UTF-8"]],
    [
      "a shapefile in Web Mercator",
      "areas.geojson",
      "m.shp",
      ["-t_srs", "EPSG:3857", "-lco", "ENCODING=UTF-8"],
    ],
    ["a GeoPackage", "areas.geojson", "a.gpkg", []],
    ["a GeoPackage in UTM", "areas.geojson", "u.gpkg", ["-t_srs", "EPSG:32637"]],
    ["a GeoPackage with heights", "points.geojson", "z.gpkg", ["-dim", "XYZ"]],
    ["a sequence of GeoJSON", "areas.geojson", "a.geojsonl", []],
    ["a sequence of GeoJSON with separators", "areas.geojson", "a.geojsons", ["-lco", "RS=YES"]],
    ["GeoJSON with a system", "areas.geojson", "u.geojson", ["-t_srs", "EPSG:32637", "-lco", "RFC7946=NO"]],
    ["CSV with shapes", "areas.geojson", "a.csv", ["-lco", "GEOMETRY=AS_WKT"]],
    ["CSV with positions", "points.geojson", "p.csv", ["-lco", "GEOMETRY=AS_XY"]],
    [
      "CSV parted by semicolons, with a mark",
      "points.geojson",
      "s.csv",
      ["-lco", "GEOMETRY=AS_XY", "-lco", "SEPARATOR=SEMICOLON", "-lco", "WRITE_BOM=YES"],
    ],
    ["KML", "areas.geojson", "a.kml", ["-f", "KML"]],
    ["KML by its other library", "areas.geojson", "l.kml", ["-f", "LIBKML"]],
    ["KMZ", "areas.geojson", "a.kmz", ["-f", "LIBKML"]],
  ])("%s", async (_, from, name, args) => {
    const made = write(from, name, args);
    const { sheets, problems } = await readFiles(made);
    expect(problems.filter(({ severity }) => severity !== "note")).toEqual([]);
    expect(sheets).toHaveLength(1);
    const isTable = name.endsWith(".csv");
    const gdalArgs = isTable
      ? [
          "-oo",
          "GEOM_POSSIBLE_NAMES=WKT",
          "-oo",
          "X_POSSIBLE_NAMES=X",
          "-oo",
          "Y_POSSIBLE_NAMES=Y",
          "-oo",
          "AUTODETECT_TYPE=NO",
          "-oo",
          "KEEP_GEOM_COLUMNS=YES",
        ]
      : ["-t_srs", "EPSG:4326"];
    const { features } = readWithGdal(lastMade, gdalArgs);
    if (!/\.km[lz]$/.test(name)) {
      expectLikeGdal(sheets[0], features, isTable);
      return;
    }
    // What KML itself has words for is in other columns there.
    expect(sheets[0]?.rows.map(({ shape }) => listCorners(shape))).toEqual(
      features.map(({ geometry }) => listCorners(geometry)),
    );
    const names = sheets[0]?.rows.map(({ cells }) => cells[sheets[0]?.columns.indexOf("place") ?? -1]);
    expect(names).toEqual(PROPERTIES.map(({ place }) => place));
  });

  it.each([
    ["CP1256", "arabic", 2],
    ["CP1251", "cyrillic", 3],
    ["ISO-8859-1", "latin", 4],
  ])("a shapefile in %s, with its .cpg and without it", async (encoding, _, which) => {
    const chosen = [
      "-sql",
      `SELECT name, count FROM points WHERE FID = ${which - 1}`,
      "-lco",
      `ENCODING=${encoding}`,
    ];
    const made = write("points.geojson", "p.shp", chosen);
    const expected = PROPERTIES[which - 1]?.name;
    const read = async (files: Record<string, Uint8Array>) => {
      const { sheets, notes } = await readFiles(files);
      return [sheets[0]?.rows[0]?.cells[0], notes.map(({ kind }) => kind)];
    };
    expect(await read(made)).toEqual([expected, []]);
    const { "p.cpg": _page, ...without } = made;
    expect(without["p.dbf"]?.[29]).toBeDefined();
    // The mark in the head of the table is taken away, too.
    without["p.dbf"]?.set([0], 29);
    expect(await read(without)).toEqual([expected, ["encoding-guessed"]]);
  });

  it.each([
    ["a workbook of Excel", "points.xlsx"],
    ["a workbook of LibreOffice", "points.ods"],
  ])("%s", async (_, name) => {
    // Of days before March 1900 Excel and GDAL do not think the same: the number 1 is the first day of 1900 for Excel.
    const made = write("points.geojson", name, ["-where", "day <> '1899/12/31'"]);
    const { sheets, problems } = await readFiles(made);
    expect(problems).toEqual([]);
    const { features } = readWithGdal(lastMade, ["-oo", "HEADERS=FORCE"]);
    expectLikeGdal(sheets[0], features);
  });

  it.each([
    ["ArcGIS JSON", "layer.json", ARCGIS],
    ["TopoJSON", "topology.topojson", { ...TOPOLOGY, objects: { grounds: TOPOLOGY.objects.grounds } }],
    ["GeoJSON with what is nested, and without a place", "nested.geojson", COLLECTION],
  ])("%s, which GDAL reads alone", async (_, name, value) => {
    const file = join(folder, name);
    const text = JSON.stringify(value);
    writeFileSync(file, text);
    const { sheets } = await readFiles({ [name]: text });
    const { features } = readWithGdal(file, [
      ...(name.endsWith(".topojson") ? [] : ["-t_srs", "EPSG:4326"]),
      "-dim",
      "XY",
    ]);
    expect(sheets[0]?.rows.map(({ shape }) => listCorners(shape ?? null))).toEqual(
      features.map(({ geometry }) => listCorners(geometry)),
    );
  });

  it("several layers of one GeoPackage, and a table without shapes", async () => {
    mkdirSync(join(folder, "several"));
    const file = join(folder, "several", "s.gpkg");
    execFileSync("ogr2ogr", [file, join(folder, "areas.geojson")]);
    execFileSync("ogr2ogr", [
      "-update",
      file,
      join(folder, "points.geojson"),
      "-nlt",
      "NONE",
      "-nln",
      "what is known",
    ]);
    const { sheets, problems } = await readFiles({ "s.gpkg": new Uint8Array(readFileSync(file)) });
    expect(problems).toEqual([]);
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ["areas", 4],
      ["what is known", 4],
    ]);
    expectLikeGdal(sheets[0], readWithGdal(file, ["areas"]).features);
    expectLikeGdal(sheets[1], readWithGdal(file, ["what is known"]).features);
  });
});
