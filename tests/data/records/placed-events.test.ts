import papaparse from "papaparse";
import { describe, expect, it } from "vitest";
import { buildAtlas } from "../../../src/core/atlas.ts";
import { readCompiled, writeCompiled } from "../../../src/data/compiled/compiled.ts";
import type { Dataset } from "../../../src/core/dataset.ts";
import { loadDataset } from "../../../src/data/load-dataset.ts";
import { makeData } from "../../../src/export/data/make-data.ts";
import { toEventRecord } from "../../../src/export/records.ts";
import { folderFromTexts } from "../../fixtures/folder-of.ts";
import { addColumns, loadMini } from "../../fixtures/mini.ts";

/** Cells of columns that the mini events do not have, of the second event alone. */
type Cells = Readonly<Record<string, string>>;

function loadWith(cells: Cells) {
  const columns = Object.entries(cells).map(([column, cell]) => [column, { e2: cell }] as const);
  return loadMini(addColumns("events.csv", Object.fromEntries(columns)));
}

const ALL: Cells = {
  lng: "12.25",
  lat: "52.5",
  precision_km: "12.5",
  precision: "district",
  actors: "Army of A; Rebels of B|Others",
  fatalities: "3",
  fatalities_low: "2",
  fatalities_high: "11",
};
const READ = {
  position: [12.25, 52.5],
  precisionKm: 12.5,
  precision: "district",
  actors: ["Army of A", "Rebels of B", "Others"],
  fatalities: { best: 3, low: 2, high: 11 },
};

describe("an event with a place, people and numbers of its own", () => {
  it("is read with all of them, and one without has none of them", async () => {
    const { dataset } = await loadWith(ALL);
    expect(dataset?.events[1]).toMatchObject({ id: "e2", settlement: "middle", ...READ });
    for (const member of Object.keys(READ)) expect(dataset?.events[0]).not.toHaveProperty(member);
  });

  it("keeps them when it is compiled, and when its table is exported and read again", async () => {
    const loaded = await loadWith(ALL);
    const dataset = loaded.dataset as Dataset;
    const compiled = await readCompiled(await writeCompiled({ ...loaded, dataset }));
    expect(compiled.dataset.events).toEqual(dataset.events);

    const { firstDay: from, lastDay: to } = dataset;
    const atlas = buildAtlas(dataset);
    const made = await makeData(atlas, { kind: "events", format: "csv", from, to }, () =>
      Promise.reject(new Error("no database")),
    );
    const again = await loadMini({ "events.csv": new TextDecoder().decode(made.bytes) });
    const find = ({ events }: Dataset) => events.find(({ id }) => id === "e2");
    expect(again.dataset && find(again.dataset)).toEqual(find(dataset));
    expect(toEventRecord(atlas, dataset.events[1] as Dataset["events"][number])).toMatchObject({
      lng: 12.25,
      lat: 52.5,
      precision_km: 12.5,
      precision: "district",
      actors: ["Army of A", "Rebels of B", "Others"],
      fatalities: 3,
      fatalities_low: 2,
      fatalities_high: 11,
    });
  });

  it.each([
    ["a latitude beyond the pole", { lng: "36", lat: "95" }, { found: 'lat "95"', code: "not-a-number" }],
    ["a longitude alone", { lng: "36" }, { found: "no lat", code: "missing-member" }],
    ["a latitude alone", { lat: "35" }, { found: "no lng", code: "missing-member" }],
    ["degrees in words", { lng: "east", lat: "35" }, { found: 'lng "east"', code: "not-a-number" }],
    [
      "a radius below 0",
      { ...ALL, precision_km: "-1" },
      { found: 'precision_km "-1"', code: "not-a-number" },
    ],
    [
      "a class of precision outside the vocabulary",
      { ...ALL, precision: "near" },
      {
        found: 'precision "near"',
        expected: "one of spot, settlement, vicinity, district, province, country",
        code: "unknown-value",
      },
    ],
    [
      "a precision of the day outside the vocabulary",
      { day_precision: "hour" },
      { found: 'day_precision "hour"', expected: "one of day, week, month, year", code: "unknown-value" },
    ],
    ["half a person", { fatalities: "1.5" }, { found: 'fatalities "1.5"', code: "not-a-number" }],
    ["a number in words", { fatalities: "dozens" }, { found: 'fatalities "dozens"', code: "not-a-number" }],
    [
      "a least number above the best",
      { fatalities: "3", fatalities_low: "4" },
      { found: "fatalities_low 4 above fatalities 3", code: "range-reversed" },
    ],
    [
      "a least number above the most, and no best",
      { fatalities_low: "4", fatalities_high: "3" },
      { found: "fatalities_low 4 above fatalities_high 3", code: "range-reversed" },
    ],
  ])("is refused with one problem for %s", async (_, cells: Cells, problem) => {
    const { dataset, problems } = await loadWith(cells);
    expect(problems).toEqual([
      expect.objectContaining({ severity: "error", file: "events.csv", record: "row 3 (e2)", ...problem }),
    ]);
    expect(dataset?.events.map(({ id }) => id)).toEqual(["e1", "e3"]);
  });
});

const HEAD = { format: "frontline-atlas/1", title: "Events", sides: [] };

/** A data set of events alone. */
function loadEvents(text: string, file = "events.csv") {
  const declaration = JSON.stringify({ ...HEAD, files: { events: file } });
  return loadDataset(folderFromTexts({ "dataset.json": declaration, [file]: text }));
}

describe("events alone", () => {
  it("may have happened on any day of what one day stands for", async () => {
    const { dataset, problems } = await loadEvents(
      `date,day_precision,title
2020-02-12,week,a
2020-02-15,month,b
2019-12-01,month,c
2020-02-29,year,d
2020-02-29,day,e
2020-02-29,,f
`,
    );
    expect(problems).toEqual([]);
    expect(dataset?.events.map(({ firstDay, lastDay }) => [firstDay, lastDay])).toEqual([
      ["2020-02-09", "2020-02-15"],
      ["2020-02-01", "2020-02-29"],
      ["2019-12-01", "2019-12-31"],
      ["2020-01-01", "2020-12-31"],
      ["2020-02-29", "2020-02-29"],
      ["2020-02-29", "2020-02-29"],
    ]);
    const first = await loadEvents("date,day_precision,title\n0001-01-02,week,a\n");
    expect(first.dataset).toMatchObject({ firstDay: "0001-01-01", lastDay: "0001-01-05" });
  });

  it("leave two days of a row as they are, however closely they are said to be known", async () => {
    const text = "first_day,last_day,day_precision,title\n2020-02-12,2020-02-14,month,a\n";
    const { dataset } = await loadEvents(text);
    expect(dataset).toMatchObject({ firstDay: "2020-02-12", lastDay: "2020-02-14" });
  });

  it("are as many, and lie where, another reader of the same table finds them, and the map shows all of them", async () => {
    const rows = Array.from({ length: 500 }, (_, row) => [
      `2020-01-${String((row % 28) + 1).padStart(2, "0")}`,
      `Event ${row}, "${row}"`,
      (36 + ((row * 7919) % 10_000) / 9973).toFixed(5),
      (35 + ((row * 104_729) % 10_000) / 9967).toFixed(5),
    ]);
    const text = papaparse.unparse([["Event date", "Title", "Longitude", "Latitude"], ...rows]);
    const { dataset, problems } = await loadEvents(text);
    expect(problems).toEqual([]);
    const { data } = papaparse.parse<Record<string, string>>(text, { header: true });
    expect(dataset?.events.map(({ title, position }) => [title, position])).toEqual(
      data.map((row) => [row["Title"], [Number(row["Longitude"]), Number(row["Latitude"])]]),
    );
    const [west = 0, south = 0, east = 0, north = 0] = dataset?.bounds ?? [];
    const isInside = ({ Longitude: lng, Latitude: lat }: Record<string, string>) =>
      Number(lng) > west && Number(lng) < east && Number(lat) > south && Number(lat) < north;
    expect(data.every(isInside)).toBe(true);
    expect(east - west).toBeLessThan(1.1);
  });

  it("may be the points of a GeoJSON file, whose faults are told of its features", async () => {
    const point = (properties: object, ...coordinates: number[]) => ({
      type: "Feature",
      properties,
      geometry: { type: "Point", coordinates },
    });
    const text = JSON.stringify({
      type: "FeatureCollection",
      features: [
        point({ id: "a", date: "2020-02-01", title: "One", fatalities: 2 }, 36.5, 35.5),
        point({ date: "2020-02-02", title: "Two" }, 36.6, 35.6, 120),
        point({ id: "c", date: "2020-02-02", title: "Three", fatalities: -2 }, 36.7, 35.7),
      ],
    });
    const { dataset, problems } = await loadEvents(text, "events.geojson");
    expect(dataset?.events).toMatchObject([
      { id: "a", position: [36.5, 35.5], fatalities: { best: 2 } },
      { id: "feature-2", position: [36.6, 35.6] },
    ]);
    expect(problems).toMatchObject([{ record: "feature 3 (c)", found: "fatalities -2" }]);
  });

  it("may be of longitudes beyond 180 and of decimal commas, which is told or needs not be", async () => {
    const { dataset, notes } = await loadEvents(
      'day;title;lon;lat\n2020-02-01;a;181,5;"-16,25"\n2020-02-01;b;36,5;35,5\n',
    );
    expect(dataset?.events.map(({ position }) => position)).toEqual([
      [-178.5, -16.25],
      [36.5, 35.5],
    ]);
    expect(notes.map(({ code }) => code)).toContain("beyond-180");
  });
});
