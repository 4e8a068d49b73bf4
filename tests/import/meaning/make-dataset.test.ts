import { describe, expect, it } from "vitest";
import { formatProblem } from "../../../src/data/problem.ts";
import type { Answers } from "../../../src/import/meaning/meaning.ts";
import { openImported } from "../../fixtures/imported.ts";

/** The changes of a story in a few words each. */
function listChanges({ atlas }: Awaited<ReturnType<typeof openImported>>) {
  return atlas?.changes.map(({ day, settlement, from, to }) => `${day} ${settlement}: ${from} to ${to}`);
}

function box(west: number, south: number, east: number, north: number) {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

function area(properties: object, ...[west, south, east, north]: [number, number, number, number]) {
  return {
    type: "Feature",
    properties,
    geometry: { type: "Polygon", coordinates: [box(west, south, east, north)] },
  };
}

function collect(...features: object[]) {
  return JSON.stringify({ type: "FeatureCollection", features });
}

describe("places with dated control and no areas", () => {
  const TABLE = `place,lat,lon,date,control
Alba,35.1,36.1,2020-02-01,Red
Alba,35.1,36.1,2020-02-04,Red
Alba,35.1,36.1,2020-02-06,Blue
Bera,35.2,36.2,2020-02-01,Blue
Bera,35.2,36.2,2020-02-03,contested
Bera,35.2,36.2,2020-02-05,Blue
Cora,35.3,36.3,2020-02-02,Blue
`;

  it("are coloured by day and their changes are listed, each in the days in which it can have happened", async () => {
    const opened = await openImported({ "control.csv": TABLE });
    expect(opened.problems.map(formatProblem)).toEqual([]);
    expect(opened.dataset).toMatchObject({ firstDay: "2020-02-01", lastDay: "2020-02-06" });
    expect(listChanges(opened)).toEqual(["2020-02-06 alba: red to blue"]);
    expect(opened.atlas?.changes[0]).toMatchObject({ firstDay: "2020-02-05", lastDay: "2020-02-06" });
    const bera = opened.atlas?.histories.get("bera");
    expect(bera).toMatchObject({ initialSide: "blue", changes: [] });
    expect(bera?.contested).toMatchObject([{ from: "2020-02-03", to: "2020-02-05" }]);
  });

  it("may have spans, up to the last day or the day before it", async () => {
    const spans = `place,lat,lon,side,from,to\nAlba,35,36,red,2020-02-01,2020-02-04\nAlba,35,36,blue,2020-02-04,\nBera,35.1,36,red,2020-02-01,\n`;
    const opened = await openImported({ "spans.csv": spans });
    expect(opened.meaning.sheets[0]?.days.end).toMatchObject({ value: "exclusive", sure: "likely" });
    expect(listChanges(opened)).toEqual(["2020-02-04 alba: red to blue"]);
  });

  it("may have a column for each day", async () => {
    const wide = `name,lat,lon,2020-02-06,2020-02-07,2020-02-08\nAlba,35,36,red,red,blue\nBera,35.1,36,red,red,red\n`;
    expect(listChanges(await openImported({ "wide.csv": wide }))).toEqual(["2020-02-08 alba: red to blue"]);
  });

  it("is the same in any order of rows", async () => {
    const [header = "", ...rows] = TABLE.trim().split("\n");
    const there = await openImported({ "control.csv": TABLE });
    const back = await openImported({ "control.csv": [header, ...rows.toReversed()].join("\n") });
    const tell = ({ dataset }: typeof there) => ({ ...dataset, control: dataset?.control.tables });
    expect(tell(back)).toEqual(tell(there));
  });
});

describe("a table of claims", () => {
  const PLACES = "name,lat,lon\nAlba,35.1,36.1\nBera,35.2,36.2\nCora,35.3,36.3\n";
  const CLAIMS = `place,side,day,source,summary
Alba,red,2020-02-06,https://example.org/a,Taken
Bera,blue,31/02/2020,x,Bad day
Bera,blue,,x,No day
Nowhere,blue,2020-02-07,x,No place
`;

  it("refuses impossible rows alone, and names the file and row as they were dropped", async () => {
    const { dataset, problems } = await openImported({ "mine.csv": CLAIMS, "list.csv": PLACES });
    expect(dataset?.claims.map(({ settlement, side, firstDay }) => [settlement, side, firstDay])).toEqual([
      ["alba", "red", "2020-02-06"],
    ]);
    expect(problems.map(({ file, record, code }) => [file, record, code])).toEqual([
      ["mine.csv", "row 3", "not-a-day"],
      ["mine.csv", "row 4", "missing-member"],
      ["mine.csv", "row 5", "unknown-settlement"],
    ]);
  });

  it("brings its own places where it says where they lie", async () => {
    const claims =
      "place,lat,lon,side,day,source\nAlba,35.1,36.1,red,2020-02-06,x\nAlba,35.1,36.1,blue,2020-02-08,x\n";
    const { dataset, problems } = await openImported({ "mine.csv": claims });
    expect(problems).toEqual([]);
    expect(dataset?.settlements.map(({ id, position }) => [id, position])).toEqual([["alba", [36.1, 35.1]]]);
    expect(dataset).toMatchObject({ firstDay: "2020-02-06", lastDay: "2020-02-08" });
  });
});

describe("areas", () => {
  const open = (files: Record<string, string>, answers: Answers = {}) => openImported(files, answers);

  it("open without settlements, and say who holds what on which day", async () => {
    const { dataset, problems } = await open({
      "areas.geojson": collect(
        area({ side: "Red", from: "2020-02-01", to: "2020-02-05" }, 36, 35, 37, 36),
        area({ side: "Blue", from: "2020-02-05", to: null }, 36, 35, 37, 36),
        area({ side: "Blue", from: "2020-02-01", to: null }, 37, 35, 38, 36),
      ),
    });
    expect(problems.map(({ code }) => code)).toEqual(["open-end"]);
    expect(dataset?.settlements).toEqual([]);
    expect(dataset?.control.phases.map(({ from, to }) => [from, to])).toEqual([
      ["2020-02-01", "2020-02-05"],
      ["2020-02-05", "2020-02-06"],
    ]);
  });

  it("of one side, with kinds of ground left out, and the rest told", async () => {
    const day = collect(
      area({ status: "Occupied" }, 36, 35, 37, 36),
      area({ status: "Liberated" }, 38, 35, 39, 36),
      area({ status: "Unknown" }, 40, 35, 41, 36),
    );
    const { dataset, problems, meaning } = await open(
      { "d/map_20200201.geojson": day, "d/map_20200202.geojson": day },
      { "side.Occupied": "red", "side.Liberated": "", rest: "blue" },
    );
    expect(meaning.questions).toEqual([]);
    expect(problems.map(({ code, found }) => [code, found])).toEqual([
      ["left-out-by-value", "4 areas that are nobody's"],
    ]);
    expect(dataset?.sides.map(({ id }) => id)).toEqual(["red", "blue"]);
    expect(dataset?.control.listAreas(dataset.firstDay).map(({ side }) => side)).toEqual(["red"]);
  });

  it("name the original feature where a shape is at fault", async () => {
    const bowtie = {
      ...area({ side: "Red", day: "2020-02-01" }, 36, 35, 37, 36),
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [36, 35],
            [37, 36],
            [37, 35],
            [36, 36],
            [36, 35],
          ],
        ],
      },
    };
    const { problems } = await open({
      "a.geojson": collect(area({ side: "Red", day: "2020-02-01" }, 38, 35, 39, 36), bowtie),
    });
    expect(
      problems.filter(({ code }) => code === "ring-crosses-itself").map(({ file, record }) => [file, record]),
    ).toEqual([["a.geojson", "feature 2"]]);
  });
});

it("events without any side open with their places, and figures beside them", async () => {
  const { dataset, problems } = await openImported({
    "events.csv":
      "date,type,title,town,lat,lon\n2020-02-06,Shelling,Shells fell,Alba,35.1,36.1\n2020-02-07,Talks,They met,Bera,35.2,36.2\n",
    "numbers.csv": 'date,indicator,value,unit,source\n2020-02-06,displaced,"12,500",persons,UN\n',
  });
  expect(problems.map(formatProblem)).toEqual([]);
  expect(dataset?.events.map(({ kind, settlement, title }) => [kind, settlement, title])).toEqual([
    ["strike", "alba", "Shells fell"],
    ["talks", "bera", "They met"],
  ]);
  expect(dataset?.figures).toMatchObject([{ measure: "displaced", value: 12_500, unit: "persons" }]);
});
