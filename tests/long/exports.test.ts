import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Feature, FeatureCollection, Position } from "geojson";
import { beforeAll, describe, expect, it } from "vitest";
import { makeFolder, runIn } from "../fixtures/run-folder.ts";
import { ensureGdal, readWithGdal } from "./gdal.ts";

const GEODATA = fileURLToPath(new URL("../../geodata", import.meta.url));

beforeAll(ensureGdal);

/** Writes it of the bundled story; gives the path of the file. */
async function exportTo(cwd: string, what: string, ending: string): Promise<string> {
  const file = `${what}.${ending}`;
  const run = await runIn(cwd, ["export", GEODATA, "--what", what, "--out", file]);
  expect(run).toMatchObject({ code: 0, err: "" });
  return join(cwd, file);
}

/** Square degrees, holes taken off, ring by ring. */
function measureDegrees({ geometry }: Feature): number {
  const rings: Position[][] =
    geometry.type === "MultiPolygon"
      ? geometry.coordinates.flat()
      : geometry.type === "Polygon"
        ? geometry.coordinates
        : [];
  const twice = rings.map((ring) =>
    ring.slice(1).reduce((sum, [x = 0, y = 0], index) => {
      const [beforeX = 0, beforeY = 0] = ring[index] ?? [];
      return sum + beforeX * y - x * beforeY;
    }, 0),
  );
  return twice.reduce((sum, signed) => sum + signed, 0) / 2;
}

/** Every position, one after the other, however lines and areas are gathered. */
function listNumbers({ features }: FeatureCollection): number[][] {
  return features.map(({ geometry }) => {
    if (geometry === null) return [];
    const parts = geometry.type === "GeometryCollection" ? geometry.geometries : [geometry];
    return parts.flatMap((part) => ("coordinates" in part ? (part.coordinates.flat(4) as number[]) : []));
  });
}

describe("GDAL", () => {
  const tables = [
    ["areas", "areas", "from_day", "to_day"],
    ["front-lines", "front_lines", "from_day", "to_day"],
    ["settlements", "settlements", "from_day", "to_day"],
    ["changes", "changes", "date", "date"],
    ["events", "events", "first_day", "last_day"],
  ] as const;

  it.each(tables)(
    "reads %s in each format as they are, to the last digit",
    async (what, table, first, last) => {
      const cwd = makeFolder();
      const geojson = await exportTo(cwd, what, "geojson");
      const ours = JSON.parse(readFileSync(geojson, "utf8")) as FeatureCollection;
      expect(ours.features.length).toBeGreaterThan(40);
      const asGeoJson = readWithGdal(geojson, []);
      const asPackage = readWithGdal(await exportTo(cwd, what, "gpkg"), [table]);
      const asKml = readWithGdal(await exportTo(cwd, what, "kml"), []);
      for (const read of [asGeoJson, asPackage, asKml]) expect(listNumbers(read)).toEqual(listNumbers(ours));
      // What is joined in one text in a database is a list in GeoJSON.
      const flatten = (value: unknown) => (Array.isArray(value) ? value.join("|") : value);
      const flat = ours.features.map(({ properties }) =>
        Object.fromEntries(Object.entries(properties ?? {}).map(([name, value]) => [name, flatten(value)])),
      );
      expect(asPackage.features.map(({ properties }) => properties)).toEqual(flat);
      expect(asGeoJson.features.map(({ properties }) => properties)).toEqual(
        ours.features.map(({ properties }) => properties),
      );
      expect(asKml.features.map(({ properties }) => [properties?.["begin"], properties?.["end"]])).toEqual(
        flat.map((values) => [`${values[first]}T00:00:00Z`, `${values[last]}T23:59:59Z`]),
      );
    },
  );

  it("measures the areas of a GeoPackage as large as they are, and finds none that is not valid", async () => {
    const cwd = makeFolder();
    const ours = JSON.parse(
      readFileSync(await exportTo(cwd, "areas", "geojson"), "utf8"),
    ) as FeatureCollection;
    const read = readWithGdal(await exportTo(cwd, "areas", "gpkg"), [
      "-dialect",
      "OGRSQL",
      "-sql",
      "SELECT OGR_GEOM_AREA AS degrees, from_day FROM areas",
    ]);
    for (const [index, feature] of ours.features.entries())
      expect(read.features[index]?.properties?.["degrees"]).toBeCloseTo(measureDegrees(feature), 9);
    const sound = readWithGdal(join(cwd, "areas.gpkg"), [
      "-dialect",
      "SQLite",
      "-sql",
      "SELECT ST_IsValid(geom) AS sound FROM areas",
    ]);
    expect(sound.features.map(({ properties }) => properties?.["sound"])).toEqual(ours.features.map(() => 1));
  });

  it("finds by their days what holds on one", async () => {
    const cwd = makeFolder();
    const file = await exportTo(cwd, "all", "gpkg");
    const read = readWithGdal(file, [
      "-where",
      "from_day <= '2020-02-06' AND to_day >= '2020-02-06'",
      "areas",
    ]);
    const alone = await runIn(cwd, [
      "export",
      GEODATA,
      "--what",
      "areas",
      "--day",
      "2020-02-06",
      "--out",
      "day.geojson",
    ]);
    expect(alone.code).toBe(0);
    const ours = JSON.parse(readFileSync(join(cwd, "day.geojson"), "utf8")) as FeatureCollection;
    const sidesOf = ({ features }: FeatureCollection) =>
      features.map(({ properties }) => properties?.["side"]).toSorted();
    expect(sidesOf(read)).toEqual(sidesOf(ours));
    expect(
      listNumbers(read)
        .map(({ length }) => length)
        .toSorted(),
    ).toEqual(
      listNumbers(ours)
        .map(({ length }) => length)
        .toSorted(),
    );
  });

  it("reads the table of changes as points", async () => {
    const read = readWithGdal(await exportTo(makeFolder(), "changes", "csv"), [
      "-oo",
      "X_POSSIBLE_NAMES=lng",
      "-oo",
      "Y_POSSIBLE_NAMES=lat",
    ]);
    expect(read.features.length).toBeGreaterThan(100);
    expect(read.features.every(({ geometry }) => geometry.type === "Point")).toBe(true);
    expect(Object.keys(read.features[0]?.properties ?? {})[0]).toBe("date");
  });
});
