import { afterAll, beforeAll, expect, test } from "vitest";
import { fileURLToPath } from "node:url";
import { type DailyAreas, generateConflict, type GeneratedConflict } from "../bench/generate.ts";
import { createRandom } from "../bench/random.ts";
import { spoilAreas } from "../bench/traps.ts";
import { askEngine, askTurf, drawRemainder, type Row, sortRows } from "./change-rows.ts";
import { type Postgres, startPostgres } from "./postgres.ts";

const QUERY = fileURLToPath(new URL("../../docs/scaling/changes.postgis.sql", import.meta.url));
const OPTIONS = { days: 90, settlements: 3000, vertices: 1200, seed: 11, turnover: 0.03 };
/** Counted from the first day: a day alone, three together. */
const MISSING = new Set([20, 41, 42, 43]);

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

test("the PostGIS query gives the rows of our engine and of Turf: two sides, missing days, enclaves", async () => {
  const conflict = generateConflict({ ...OPTIONS, sides: "two" });
  const days = [...conflict.listDailyAreas()].filter((_, index) => !MISSING.has(index));
  const rows = await askPostgis(conflict, days, "");
  expect(rows.length).toBeGreaterThan(100);
  expect(rows).toEqual(askEngine(conflict, days));
  expect(rows).toEqual(askTurf(conflict, days));
  expect(rows.filter(([day, firstDay]) => day !== firstDay).length).toBeGreaterThan(0);
  const missing = await postgres.run(["--csv", "-t", "-c", "select * from missing_days"]);
  expect(missing.split("\n")).toEqual(["2022-03-16,2022-03-16", "2022-04-06,2022-04-08"]);
});

test("and so it does for one side only, rings clockwise and turned, and a third value", async () => {
  const conflict = generateConflict({ ...OPTIONS, seed: 12, sides: "one" });
  const random = createRandom(1);
  const traps = { clockwise: true, rotated: true, heights: true };
  const days = Array.from(conflict.listDailyAreas(), ({ day, areas }) => ({
    day,
    areas: spoilAreas(areas, traps, random),
  }));
  const rows = await askPostgis(conflict, days, "west");
  expect(rows.length).toBeGreaterThan(100);
  expect(rows).toEqual(askEngine(conflict, days, drawRemainder(conflict)));
  expect(rows).toEqual(askTurf(conflict, days, "west"));
});

async function askPostgis(
  { settlements }: GeneratedConflict,
  days: readonly DailyAreas[],
  defaultSide: string,
): Promise<Row[]> {
  await postgres.run(
    [],
    [
      `create extension if not exists postgis;
     drop table if exists control_area, settlement, control_text;
     create table settlement (id text primary key, geom geometry(Point));
     create table control_area (day date, side text, side_rank int, geom geometry);
     create table control_text (day date, side text, side_rank int, geojson text);\n`,
      "copy control_text from stdin;\n",
      ...days.flatMap(({ day, areas }) =>
        areas.features.map(
          ({ properties: { side }, geometry }, rank) =>
            // A tab between columns; GeoJSON of numbers has neither tabs nor backslashes.
            `${[day, side, rank, JSON.stringify(geometry)].join("\t")}\n`,
        ),
      ),
      "\\.\n",
      `insert into control_area
       select day, side, side_rank, ST_SetSRID(ST_GeomFromGeoJSON(geojson), 0) from control_text;
     create index on control_area (day);\n`,
      "copy settlement from stdin;\n",
      ...settlements.map(({ id, position: [lng, lat] }) => `${id}\tPOINT(${lng} ${lat})\n`),
      "\\.\n",
      "create index on settlement using gist (geom); analyze settlement; analyze control_area;\n",
    ],
  );
  const invalid = await postgres.run([
    "-At",
    "-c",
    "select count(*) from control_area where not ST_IsValid(geom)",
  ]);
  expect(invalid).toBe("0");
  await postgres.run(["-v", `default_side=${defaultSide}`, "-f", QUERY]);
  const text = await postgres.run(["--csv", "-t", "-c", "select * from control_change"]);
  return sortRows(text.split("\n").map((line) => line.split(",") as unknown as Row));
}
