import { describe, expect, it } from "vitest";
import { folderFromTexts } from "../fixtures/folder-of.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { formatProblem } from "../../src/data/problem.ts";
import {
  box,
  collect,
  DECLARATION,
  declare,
  drawArea,
  drawDay,
  type Files,
  PLACES,
  SMALL_WAR,
} from "../fixtures/small-war.ts";

const TODAY = "daily/2024-01-02.geojson";

/** What is wrong, the files that make it so, and what the one line that tells of it must begin with and contain. */
type Case = readonly [rule: string, files: Files, start: string, ...words: readonly string[]];

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const bytes = (...values: number[]) => Uint8Array.from(values);
const today = (...features: unknown[]): Files => ({ [TODAY]: collect(...features) });
const geometry = (shape: unknown) => ({ type: "Feature", properties: { side: "red" }, geometry: shape });
const blue = drawArea("blue", box(32, 46, 34, 48));
const places = (old: string, replacement: string): Files => ({
  "places.csv": PLACES.replace(old, replacement),
});
const inFiles = (files: Readonly<Record<string, unknown>>) =>
  declare({ files: { ...DECLARATION.files, ...files } });

/** A single GeoJSON of dated features in place of the daily files. */
function dated(
  ...features: readonly (readonly [side: string, from: unknown, to: unknown, id?: string])[]
): Files {
  const drawn = features.map(([side, from, to, id]) => ({
    ...drawArea(side, box(30, 46, 32, 48)),
    properties: { side, from, to, ...(id ? { id } : {}) },
  }));
  return { ...inFiles({ control: "areas.geojson" }), "areas.geojson": collect(...drawn) };
}

const BYTES: readonly Case[] = [
  ["an empty table", { "places.csv": "" }, "places.csv: found an empty file", "text"],
  ["an empty daily file", { [TODAY]: "" }, `${TODAY}: found an empty file`],
  ["an empty declaration", { "dataset.json": "" }, "dataset.json: found an empty file"],
  [
    "Latin-1 letters",
    { "places.csv": latin1(PLACES.replace("Beko", "Bekö")) },
    "places.csv:3:9",
    "byte F6",
    "UTF-8",
  ],
  [
    "Windows Arabic",
    { "places.csv": latin1("id,name,lng,lat\r\na,\xc7\xe1,30,46\r\n") },
    "places.csv:2:3",
    "byte C7",
  ],
  ["a sequence cut short", { "places.csv": bytes(0x69, 0x64, 0xe2, 0x82) }, "places.csv:1:3", "byte E2"],
  [
    "a surrogate in UTF-8",
    { "places.csv": bytes(0x61, 0x0a, 0xed, 0xa0, 0x80) },
    "places.csv:2:1",
    "byte ED",
  ],
  [
    "UTF-16",
    { "places.csv": toUtf16(PLACES) },
    "warning: places.csv: found text in UTF-16",
    "save it as UTF-8",
  ],
  ["UTF-16 without a mark", { "places.csv": toUtf16(PLACES).slice(2) }, "places.csv:1:2: found a NUL byte"],
  [
    "a mark of UTF-16 before rubbish",
    { "places.csv": bytes(0xff, 0xfe, 0x00) },
    "places.csv: found a byte order mark",
  ],
  [
    "an Excel workbook",
    { "places.csv": bytes(0x50, 0x4b, 3, 4, 1) },
    "places.csv: found a zip archive or an Excel",
  ],
  [
    "an old Excel workbook",
    { "places.csv": bytes(0xd0, 0xcf, 0x11, 0xe0) },
    "places.csv: found an old Excel",
  ],
  ["a packed file", { [TODAY]: bytes(0x1f, 0x8b, 8, 0) }, `${TODAY}: found a file packed by gzip`, "unpack"],
  ["a GeoPackage", { [TODAY]: latin1("SQLite format 3\0") }, `${TODAY}: found a GeoPackage`, "export"],
  ["a NUL byte", { [TODAY]: `${drawDay(32)}\0` }, `${TODAY}:5:1: found a NUL byte`],
];

const JSON_TEXTS: readonly Case[] = [
  [
    "a comma too many",
    { [TODAY]: '{"type":"FeatureCollection",\n"features":[1,,2]}' },
    `${TODAY}:2:15: found broken JSON`,
  ],
  ["a bracket missing", { [TODAY]: drawDay(32).slice(0, -5) }, `${TODAY}:3:`, "the end of the file"],
  ["NaN", { [TODAY]: drawDay(32).replace("46", "NaN") }, `${TODAY}:2:`, "broken JSON", "NaN"],
  ["Infinity", { [TODAY]: drawDay(32).replace("46", "Infinity") }, `${TODAY}:2:`, "broken JSON", "Infinity"],
  ["single quotes", { [TODAY]: "{'type':1}" }, `${TODAY}:1:2`, "broken JSON"],
  ["a comment", { [TODAY]: `// areas\n${drawDay(32)}` }, `${TODAY}:1:1`, "broken JSON"],
  ["ten thousand brackets", { [TODAY]: "[".repeat(10_000) }, `${TODAY}:1:10001`, "the end of the file"],
  ["a page of HTML", { [TODAY]: "<!doctype html><p>Not found" }, `${TODAY}:1:1`, "<!doctype"],
  ["a list", { [TODAY]: "[1,2]" }, `${TODAY}: found a list of 2`, "FeatureCollection"],
  ["nothing but null", { [TODAY]: "null" }, `${TODAY}: found null`, "FeatureCollection"],
  ["a bare geometry", { [TODAY]: '{"type":"Polygon","coordinates":[]}' }, `${TODAY}: found type "Polygon"`],
  ["TopoJSON", { [TODAY]: '{"type":"Topology","objects":{}}' }, `${TODAY}: found type "Topology"`],
  [
    "no list of features",
    { [TODAY]: '{"type":"FeatureCollection"}' },
    `${TODAY}: found type "FeatureCollection"`,
  ],
  ["an empty collection", { [TODAY]: collect() }, `warning: ${TODAY}: found no features`],
  ["a declaration that is a list", { "dataset.json": "[]" }, "dataset.json: found an empty list"],
];

const GEOMETRY: readonly Case[] = [
  ["null for a feature", today(null, blue), `${TODAY}:2:1: feature 1: found null`, "GeoJSON Feature"],
  ["a text for a feature", today("red", blue), `${TODAY}:2:1: feature 1: found "red"`],
  ["null for a geometry", today(blue, geometry(null)), "note: daily: found 1 feature without any position"],
  [
    "a GeometryCollection",
    today(geometry({ type: "GeometryCollection", geometries: [] }), blue),
    `${TODAY}:2:1: feature 1: found geometry "GeometryCollection"`,
  ],
  [
    "an unknown geometry",
    today(geometry({ type: "Circle" }), blue),
    `${TODAY}:2:1: feature 1: found geometry "Circle"`,
  ],
  [
    "a name that every object has",
    today(geometry({ type: "toString" }), blue),
    `${TODAY}:2:1: feature 1: found geometry "toString"`,
  ],
  [
    "no coordinates",
    today(geometry({ type: "Polygon" }), blue),
    `${TODAY}:2:1: feature 1: found invalid GeoJSON`,
    "coordinates",
  ],
  [
    "coordinates of no list",
    today(geometry({ type: "Polygon", coordinates: 7 }), blue),
    `${TODAY}:2:1: feature 1: found invalid GeoJSON`,
  ],
  ["an empty polygon", today(drawArea("red"), blue), "note: daily: found 1 feature without any position"],
  ["an empty ring", today(drawArea("red", []), blue), "note: daily: found 1 feature without any position"],
  [
    "another system of coordinates",
    {
      [TODAY]: JSON.stringify({
        type: "FeatureCollection",
        crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::4284" } },
        features: [blue],
      }),
    },
    `warning: ${TODAY}`,
    "EPSG::4284",
    "EPSG:4326",
  ],
  [
    "coordinates nested too deeply",
    today(drawArea("red", [box(30, 46, 31, 48)] as never), blue),
    `${TODAY}:2:1: feature 1: found invalid GeoJSON`,
  ],
  [
    "coordinates nested too little",
    today(geometry({ type: "Polygon", coordinates: box(30, 46, 31, 48) }), blue),
    `${TODAY}:2:1: feature 1: found invalid GeoJSON`,
  ],
  [
    "a ring of three positions",
    today(
      drawArea("red", [
        [30, 46],
        [31, 46],
        [30, 46],
      ]),
      blue,
    ),
    `${TODAY}:2:1: feature 1: found invalid GeoJSON`,
    "four",
  ],
  [
    "a ring of one position again and again",
    today(
      drawArea("red", [
        [30, 46],
        [30, 46],
        [30, 46],
        [30, 46],
      ]),
      blue,
    ),
    `${TODAY}:2:1: feature 1: found invalid GeoJSON`,
    "four",
  ],
  [
    "a ring that is not closed",
    today(drawArea("red", box(30, 46, 32, 48).slice(0, -1)), blue),
    "warning: daily: found 1 ring not closed",
    "closed by a straight line",
  ],
  [
    "a hole that is no ring",
    today(
      drawArea("red", box(30, 46, 32, 48), [
        [31, 47],
        [31.1, 47],
        [31, 47],
      ]),
      blue,
    ),
    "warning: daily: found 1 ring of fewer than three",
    "left out",
  ],
  [
    "a hole outside its ring",
    today(drawArea("red", box(30, 46, 32, 48), box(33, 47, 33.5, 47.5)), blue),
    `warning: ${TODAY}:2:1: feature 1: found a hole at 33, 47 outside its ring`,
  ],
  [
    "numbers as texts",
    today(
      drawArea(
        "red",
        box(30, 46, 32, 48).map((at) => at.map(String)),
      ),
      blue,
    ),
    "warning: daily: found 5 positions with numbers written as text",
  ],
  [
    "a text that is no number",
    today(drawArea("red", [["30°E", 46], ...box(30, 46, 32, 48)]), blue),
    `${TODAY}:2:1: feature 1: found invalid GeoJSON`,
    "30°E",
  ],
  [
    "null for a number",
    today(drawArea("red", [[null, 46], ...box(30, 46, 32, 48)]), blue),
    `${TODAY}:2:1: feature 1: found invalid GeoJSON`,
  ],
  [
    "a position of one number",
    today(drawArea("red", [[30], ...box(30, 46, 32, 48)]), blue),
    `${TODAY}:2:1: feature 1: found invalid GeoJSON`,
  ],
  [
    "heights",
    today(
      drawArea(
        "red",
        box(30, 46, 32, 48).map((at) => [...at, 0]),
      ),
      blue,
    ),
    "note: daily: found 5 positions with a third value",
    "nothing need be done",
  ],
  [
    "positions repeated",
    today(drawArea("red", [[30, 46], ...box(30, 46, 32, 48)]), blue),
    "note: daily: found 1 position equal to the one before",
  ],
  [
    "a ring run clockwise",
    today(drawArea("red", box(30, 46, 32, 48).toReversed()), blue),
    "note: daily: found 1 ring wound against the rule",
    "RFC 7946",
  ],
  [
    "a latitude beyond the pole",
    today(drawArea("red", box(30, 46, 32, 98)), blue),
    `${TODAY}:2:1: feature 1: found position 32, 98`,
    "from -90 to 90",
  ],
  [
    "a number beyond all",
    { [TODAY]: drawDay(32).replace("46", "1e999") },
    `${TODAY}:2:1: feature 1: found position 30, Infinity`,
  ],
  [
    "metres of a projection",
    today(drawArea("red", box(3_400_000, 5_800_000, 3_500_000, 5_900_000)), blue),
    `${TODAY}:2:1: feature 1: found position 3400000, 5800000`,
    "EPSG:4326",
  ],
  [
    "latitude before longitude",
    today(drawArea("red", box(46, 30, 48, 32)), blue),
    `${TODAY}:2:1: feature 1: found position 46, 30`,
    "look swapped: longitude comes first",
  ],
  [
    "an area elsewhere",
    today(drawArea("red", box(50, 10, 51, 11)), blue),
    `warning: ${TODAY}:2:1: feature 1: found position 50, 10`,
    "within the bounds",
  ],
  [
    "a ring that crosses itself",
    today(
      drawArea("red", [
        [30, 46],
        [32, 48],
        [32, 46],
        [30, 48],
        [30, 46],
      ]),
      blue,
    ),
    `warning: ${TODAY}:2:1: feature 1: found edges of the area that cross at 31, 47`,
  ],
  [
    "a hole that crosses its ring",
    today(
      drawArea("red", box(30, 46, 32, 48), box(31, 47, 32.5, 47.5)),
      drawArea("blue", box(33, 46, 34, 48)),
    ),
    `warning: ${TODAY}:2:1: feature 1: found edges of the area that cross at 32, 47`,
  ],
  [
    "areas of two sides that overlap",
    today(drawArea("red", box(30, 46, 33, 47.5)), blue),
    `${TODAY}:3:1: feature 2: found ground that "red" holds as well on 2024-01-02`,
    "do not overlap",
  ],
  [
    "an area within the other side's",
    today(drawArea("red", box(30, 46, 34, 48)), drawArea("blue", box(31, 46.5, 32, 47))),
    `${TODAY}:3:1: feature 2: found ground that "red" holds as well`,
  ],
  [
    "the same area for both sides",
    today(drawArea("red", box(30, 46, 34, 48)), drawArea("blue", box(30, 46, 34, 48))),
    `${TODAY}:3:1: feature 2: found ground that "red" holds as well`,
  ],
  [
    "points among the areas",
    today(drawArea("red", box(30, 46, 32, 48)), blue, geometry({ type: "Point", coordinates: [31, 47] })),
    "note: daily: found 1 feature drawn as points",
  ],
];

const CONTROL: readonly Case[] = [
  [
    "no side",
    today(drawArea(undefined, box(30, 46, 32, 48)), blue),
    `${TODAY}:2:1: feature 1: found no side`,
    "red, blue",
  ],
  [
    "an unknown side",
    today(drawArea("green", box(30, 46, 32, 48)), blue),
    `${TODAY}:2:1: feature 1: found side "green"`,
    "red, blue",
    "declare the side",
  ],
  [
    "a side that every object has",
    today(drawArea("__proto__", box(30, 46, 32, 48)), blue),
    `${TODAY}:2:1: feature 1: found side "__proto__"`,
  ],
  [
    "an unknown role",
    today({ ...blue, properties: { side: "red", role: "zone" } }, blue),
    `${TODAY}:2:1: feature 1: found role "zone"`,
  ],
  [
    "a line in the role of an area",
    today(
      {
        ...geometry({
          type: "LineString",
          coordinates: [
            [30, 46],
            [31, 47],
          ],
        }),
        properties: { side: "red", role: "control-area" },
      },
      blue,
    ),
    `${TODAY}:2:1: feature 1: found geometry "LineString"`,
    "Polygon",
  ],
  [
    "a line between one side",
    today(
      {
        ...geometry({
          type: "LineString",
          coordinates: [
            [30, 46],
            [31, 47],
          ],
        }),
        properties: { between: ["red", "red"] },
      },
      blue,
    ),
    `${TODAY}:2:1: feature 1: found between a list of 2`,
  ],
  ["a folder that is not there", inFiles({ control: "nowhere" }), "nowhere: found no readable file"],
  [
    "a day missing",
    { "daily/2024-01-06.geojson": drawDay(33) },
    "warning: daily: found no area from 2024-01-04 to 2024-01-05, 2 days",
  ],
  [
    "a day after the last file",
    declare({ last_day: "2024-01-04" }),
    "warning: daily: found no area on 2024-01-04",
  ],
  [
    "a file of a day outside the story",
    declare({ last_day: "2024-01-02" }),
    "warning: daily: found 1 file of a day outside the story",
  ],
  [
    "two files for one day",
    { "daily/copy/2024-01-02.geojson": drawDay(31) },
    'daily/copy/2024-01-02.geojson: found a second file for 2024-01-02, besides "daily/2024-01-02.geojson"',
  ],
  [
    "two days in a name",
    { "daily/2024-01-04_2024-01-05.geojson": drawDay(31) },
    "daily/2024-01-04_2024-01-05.geojson: found two days, 2024-01-04 and 2024-01-05",
  ],
  [
    "no day in a name",
    { "daily/latest.geojson": drawDay(31) },
    "daily/latest.geojson: found no day in the name or in a property",
  ],
  [
    "a day that is none",
    { "daily/2024-02-30.geojson": drawDay(31) },
    "daily/2024-02-30.geojson: found no day in the name",
  ],
  [
    "an interval of no days",
    dated(["red", "2024-01-02", "2024-01-02"], ["blue", "2024-01-01", "2024-01-03"]),
    "areas.geojson:2:1: feature 1: found from 2024-01-02 and to 2024-01-02",
    "from before to",
  ],
  [
    "an interval that ends before it begins",
    dated(["red", "2024-01-03", "2024-01-02"], ["blue", "2024-01-01", "2024-01-03"]),
    "areas.geojson:2:1: feature 1: found from 2024-01-03 and to 2024-01-02",
  ],
  [
    "no first day",
    dated(["red", undefined, "2024-01-02"], ["blue", "2024-01-01", "2024-01-03"]),
    "areas.geojson:2:1: feature 1: found no from",
    "YYYY-MM-DD",
  ],
  [
    "no last day",
    dated(["red", "2024-01-01", null]),
    "note: areas.geojson: found 1 feature without to",
    "in force to 2024-01-01",
    "declare last_day",
  ],
  [
    "milliseconds that nothing declares",
    dated(["red", 1704067200000, 1704153600000]),
    "areas.geojson:2:1: feature 1: found from 1704067200000",
    "YYYY-MM-DD",
    'declare "day_numbers": "milliseconds"',
  ],
  [
    "seconds that nothing declares",
    dated(["red", "1704067200", "1704153600"]),
    'areas.geojson:2:1: feature 1: found from "1704067200"',
    'declare "day_numbers": "seconds"',
  ],
  [
    "a day of another calendar",
    dated(["red", "02.01.24", "2024-01-03"], ["blue", "2024-01-01", "2024-01-03"]),
    'areas.geojson:2:1: feature 1: found from "02.01.24"',
    "YYYY-MM-DD",
  ],
  [
    "the thirtieth of February",
    dated(["red", "2024-02-30", "2024-03-03"], ["blue", "2024-01-01", "2024-01-03"]),
    'areas.geojson:2:1: feature 1: found from "2024-02-30"',
  ],
  [
    "an interval beyond the story",
    {
      ...dated(["red", "2023-01-01", "2024-01-03"]),
      "dataset.json": JSON.stringify({
        ...DECLARATION,
        first_day: "2024-01-01",
        last_day: "2024-01-02",
        files: { ...DECLARATION.files, control: "areas.geojson" },
      }),
    },
    "warning: areas.geojson:2:1: feature 1: found from 2023-01-01 and to 2024-01-03",
  ],
  [
    "an area twice on one day",
    dated(["red", "2024-01-01", "2024-01-04", "r1"], ["red", "2024-01-03", "2024-01-05", "r1"]),
    'areas.geojson:3:1: feature 2 (r1): found id "r1" again from 2024-01-03, before 2024-01-04',
  ],
  [
    "a file without features",
    { ...inFiles({ control: "areas.geojson" }), "areas.geojson": collect() },
    "warning: areas.geojson: found no features",
  ],
  [
    "a story of centuries",
    dated(["red", "1024-01-01", "2024-01-03"]),
    "dataset.json: found a story from 1024-01-01 to 2024-01-02",
  ],
];

const PLACES_CASES: readonly Case[] = [
  ["no header", { "places.csv": "\n" }, "places.csv:1: found no"],
  ["a column missing", places("name", "label"), "places.csv:1: found no column name"],
  ["a column twice", places("importance", "name"), 'places.csv:1: found column "name" twice'],
  [
    "a cell too many",
    places("Beko,village", "Beko, the old,village"),
    "places.csv:3: row 3 (beko): found 7 cells",
  ],
  ["a cell too few", places("beko,Beko,village,", "beko,Beko,"), "places.csv:3: row 3 (beko): found 5 cells"],
  ["a quote that never ends", places("Dura", '"Dura'), "places.csv:5: row 5 (dura): found"],
  ["an id twice", places("beko,", "aba,"), 'places.csv:3: row 3 (aba): found id "aba" again'],
  ["an id with blanks", places("beko,", "be ko,"), 'places.csv:3: row 3 (be ko): found id "be ko"'],
  ["no name", places("beko,Beko", "beko,"), "places.csv:3: row 3 (beko): found no name"],
  [
    "an unknown kind",
    places("Beko,village", "Beko,hamlet"),
    'places.csv:3: row 3 (beko): found kind "hamlet"',
  ],
  ["no position", places("31.5,47", ","), "places.csv:3: row 3 (beko): found no lng"],
  ["a word for a number", places("31.5,47", "east,47"), 'places.csv:3: row 3 (beko): found lng "east"'],
  [
    "degrees, minutes and seconds",
    places("31.5,47", '"31°30\'",47'),
    "places.csv:3: row 3 (beko): found lng",
  ],
  ["a position off the globe", places("31.5,47", "31.5,470"), "places.csv:3: row 3 (beko): found lat"],
  [
    "latitude before longitude",
    places("31.5,47", "47,31.5"),
    "places.csv:3: row 3 (beko): found position 47, 31.5",
    "swapped",
  ],
  [
    "a place elsewhere",
    places("31.5,47", "3.5,47"),
    "warning: places.csv:3: row 3 (beko): found position 3.5, 47",
  ],
  [
    "HTML in a name",
    places("Beko", "<b>Beko</b>"),
    'warning: places.csv:3: row 3 (beko): found "name" with HTML',
  ],
  ["a script in a name", places("Beko", "<script>alert(1)</script>"), "warning: places.csv:3", "HTML"],
  [
    "a formula in a name",
    places("Beko", "=HYPERLINK(1)"),
    'warning: places.csv:3: row 3 (beko): found "name" that looks like a formula',
  ],
  ["another formula", places("Beko", "@SUM(A1)"), "warning: places.csv:3", "formula"],
  [
    "a row after a cell of two lines",
    { "places.csv": PLACES.replace("aba,Aba", 'aba,"A\nba"').replace("Beko,village", "Beko,hamlet") },
    "places.csv:4: row 3 (beko): found kind",
  ],
  ["a table that is not there", inFiles({ settlements: "towns.csv" }), "towns.csv: found no readable file"],
];

const DECLARATIONS: readonly Case[] = [
  ["no sides", declare({ sides: [] }), "dataset.json", "sides"],
  [
    "a side twice",
    declare({ sides: [{ id: "red" }, { id: "red" }, { id: "blue" }] }),
    "dataset.json",
    'id "red" again',
  ],
  ["a newer format", declare({ format: "frontline-atlas/99" }), "dataset.json:2:2", "frontline-atlas/99"],
  ["no format", declare({ format: undefined }), "dataset.json", "no format"],
  [
    "days in the wrong order",
    declare({ first_day: "2024-01-03", last_day: "2024-01-01" }),
    "dataset.json",
    "first_day 2024-01-03 and last_day 2024-01-01",
  ],
  ["an impossible day", declare({ first_day: "2024-13-01" }), "dataset.json", 'first_day "2024-13-01"'],
  ["bounds the wrong way round", declare({ bounds: [34, 46, 30, 48] }), "dataset.json", "bounds"],
  ["a default side that is none", declare({ default_side: "green" }), "dataset.json", 'default_side "green"'],
  [
    "a file outside the folder",
    inFiles({ settlements: "../places.csv" }),
    "dataset.json",
    "files.settlements",
    "../places.csv",
  ],
  [
    "a file on another site",
    inFiles({ settlements: "https://example.org/places.csv" }),
    "dataset.json",
    "files.settlements",
  ],
  ["no control and no days", inFiles({ control: undefined }), "dataset.json", "no days of the story"],
  [
    "a value for an unknown side",
    inFiles({ control: { path: "daily", values: { side: { x: "green" } } } }),
    "dataset.json",
    'values.side.x "green"',
  ],
  [
    "numbers of days that are none",
    inFiles({ control: { path: "daily", day_numbers: "hours" } }),
    "dataset.json",
    'files.control.day_numbers "hours"',
    "milliseconds",
  ],
  [
    "a pattern without a month",
    inFiles({ control: { path: "daily", day_pattern: "YYDD" } }),
    "dataset.json",
    'files.control.day_pattern "YYDD"',
  ],
  [
    "a property that is not ours",
    inFiles({ control: { path: "daily", properties: { colour: "fill" } } }),
    "dataset.json",
    "colour",
  ],
];

function toUtf16(text: string): Uint8Array {
  const units = Uint16Array.from(`\uFEFF${text}`, (letter) => letter.charCodeAt(0));
  return new Uint8Array(units.buffer);
}

async function listLines(files: Files): Promise<readonly string[]> {
  const { problems, notes } = await loadDataset(folderFromTexts({ ...SMALL_WAR, ...files }));
  return [...problems, ...notes].map(formatProblem);
}

describe("a small war", () => {
  it("has no problems as it is", async () => {
    expect(await listLines({})).toEqual([]);
  });
});

describe.each([
  ["bytes", BYTES],
  ["JSON", JSON_TEXTS],
  ["geometry", GEOMETRY],
  ["control", CONTROL],
  ["places", PLACES_CASES],
  ["declarations", DECLARATIONS],
])("bad %s", (_, cases) => {
  const named = cases.map((row) => ({ rule: row[0], row }));
  it.each(named)("are told of: $rule", async ({ row: [, files, start, ...words] }) => {
    const lines = await listLines(files);
    const told = lines.filter((line) => line.startsWith(start) && words.every((word) => line.includes(word)));
    expect(told.length > 0 ? "told" : lines).toBe("told");
  });
});
