import { describe, expect, it } from "vitest";
import { day } from "../../src/core/day.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { folderFromTexts } from "../fixtures/folder-of.ts";
import { formatProblem } from "../../src/data/problem.ts";
import { alterMini, loadMini, MINI_FILES, readMini } from "../fixtures/mini.ts";

describe("loadDataset", () => {
  it("reads a sound data set without problems", async () => {
    const { dataset, problems, controlPath } = await loadMini();
    expect(problems).toEqual([]);
    expect(controlPath).toBe("front-lines.geojson");
    expect(dataset).toMatchObject({
      title: { en: "Mini story", ar: "قصة صغيرة" },
      description: { en: "Three places, two sides, four days." },
      firstDay: "2020-01-01",
      lastDay: "2020-01-04",
      defaultDay: "2020-01-02",
      bounds: [10, 50, 14, 54],
    });
    expect(dataset?.sides.map((side) => [side.id, side.shortName.en, side.opponents])).toEqual([
      ["red", "Red", ["blue"]],
      ["blue", "Blue", ["red"]],
    ]);
    expect(dataset?.settlements[0]).toEqual({
      id: "west",
      name: "West",
      names: { en: "West", ar: "غرب" },
      spellings: ["Wist"],
      kind: "town",
      governorate: "",
      district: "",
      importance: 1,
      position: [11, 52],
      positionSource: "own",
      positionRef: "",
      precisionKm: 0.5,
      note: "",
      isContext: false,
    });
    expect(dataset?.claims[0]).toEqual({
      id: "c1",
      settlement: "middle",
      action: "captured",
      extent: "whole",
      side: "red",
      actor: "1st company",
      firstDay: "2020-01-01",
      lastDay: "2020-01-02",
      dayBasis: "window",
      attribution: "article",
      certainty: "stated",
      source: "d1",
      paragraph: 1,
      offset: 0,
      spelling: "Middle",
      contradicts: undefined,
      summary: "Middle: captured, after a siege.",
    });
    expect(dataset?.control.phases).toEqual([
      { from: "2019-12-31", to: "2020-01-02" },
      { from: "2020-01-02", to: "2020-01-04" },
      { from: "2020-01-04", to: "2020-01-05" },
    ]);
    expect(dataset?.control.listAreas(day("2020-01-03")).map(({ side }) => side)).toEqual(["red", "blue"]);
    expect(dataset?.control.listLines(day("2020-01-03"))).toMatchObject([{ between: ["red", "blue"] }]);
    expect(dataset?.highways[0]?.course).toEqual([
      [10, 52],
      [14, 52],
    ]);
    expect(dataset?.sources.map((source) => source.id)).toEqual(["d1", "d2"]);
    expect(dataset?.events.map(({ id }) => id)).toEqual(["e1", "e2", "e3"]);
    expect(dataset?.figures.map(({ id }) => id)).toEqual(["f1", "f2", "f3"]);
    expect(dataset?.regions).toMatchObject([{ id: "western-half", geometry: { type: "Polygon" } }]);
    expect(dataset?.chiefRegion).toBe("western-half");
  });

  it("sorts the events of an observation post by day", async () => {
    const { dataset } = await loadMini();
    expect(dataset?.posts[0]?.events.map((event) => event.day)).toEqual(["2018-05-01", "2020-01-03"]);
  });

  it("accepts a byte order mark and CRLF in every file", async () => {
    const marked = Object.fromEntries(
      MINI_FILES.map((file) => [file, `\uFEFF${readMini(file).replaceAll("\n", "\r\n")}`]),
    );
    const { dataset, problems } = await loadMini(marked);
    expect(problems).toEqual([]);
    const plain = (await loadMini()).dataset;
    expect({ ...dataset, control: dataset?.control.tables }).toEqual({
      ...plain,
      control: plain?.control.tables,
    });
  });

  it.each([
    "towns.geojson",
    "claims.csv",
    "front-lines.geojson",
    "highways.geojson",
    "posts.geojson",
    "sources.json",
    "events.csv",
    "figures.csv",
    "regions.geojson",
  ] as const)("reports a missing %s once and keeps the other files", async (file) => {
    const { dataset, problems } = await loadMini({ [file]: undefined });
    expect(problems).toMatchObject([
      {
        severity: "error",
        file,
        record: "",
        found: `no readable file (no ${file})`,
        expected: "a file of that name in the data set's folder",
        remedy: "add it or correct its name in dataset.json",
      },
    ]);
    const sound = (await loadMini()).dataset;
    const changed = Object.entries(dataset ?? {}).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(sound?.[key as keyof typeof sound]),
    );
    expect(changed.filter(([key]) => key !== "scripts")).toHaveLength(1);
    const [, value] = changed[0] ?? [];
    expect(file === "front-lines.geojson" ? dataset?.control.phases : value).toEqual([]);
  });

  it.each([
    "towns.geojson",
    "front-lines.geojson",
    "highways.geojson",
    "posts.geojson",
    "sources.json",
    "regions.geojson",
  ] as const)("reports broken JSON in %s once, with line and column", async (file) => {
    const { dataset, problems } = await loadMini({ [file]: '{\n  "type": "FeatureCollection",,\n' });
    expect(dataset).toBeDefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file, record: "", found: 'broken JSON: ","', line: 2, column: 31 });
  });

  it("gives no data set and one problem without dataset.json", async () => {
    const { dataset, problems } = await loadMini({ "dataset.json": undefined });
    expect(dataset).toBeUndefined();
    expect(problems.map(formatProblem)).toEqual([
      "dataset.json: found no readable file (no dataset.json); expected a file of that name in the data set's folder; name a folder that has one [file-missing]",
    ]);
  });

  it("does not ask for optional files that are not declared", async () => {
    const asked: string[] = [];
    const declaration = JSON.parse(readMini("dataset.json"));
    declaration.files = { settlements: "towns.geojson", control: "front-lines.geojson" };
    const files = Object.fromEntries(MINI_FILES.map((file) => [file, readMini(file)]));
    const folder = folderFromTexts({ ...files, "dataset.json": JSON.stringify(declaration) });
    const { dataset, problems } = await loadDataset({
      list: folder.list,
      read(path) {
        asked.push(path);
        return folder.read(path);
      },
    });
    expect(asked.toSorted()).toEqual(["dataset.json", "front-lines.geojson", "towns.geojson"]);
    expect(problems.map(({ found }) => found)).toEqual([]);
    expect(dataset).toMatchObject({ claims: [], highways: [], posts: [], sources: [] });
    expect(dataset).toMatchObject({ events: [], figures: [], regions: [] });
  });

  it("lists faults of several files in one run and keeps every sound record", async () => {
    const { dataset, problems } = await loadMini({
      ...alterMini("towns.geojson", '"kind":"village"', '"kind":"hamlet"'),
      ...alterMini("claims.csv", "c1,middle,captured", "c1,middle,seized"),
      ...alterMini("posts.geojson", '"precision_km":1', '"precision_km":-1'),
    });
    expect(problems.map(({ file, record, found }) => [file, record, found])).toEqual([
      ["towns.geojson", "feature 2 (middle)", 'kind "hamlet"'],
      ["claims.csv", "row 2 (c1)", 'action "seized"'],
      ["posts.geojson", "feature 1 (post-1)", "precision_km -1"],
    ]);
    expect(dataset?.settlements.map((settlement) => settlement.id)).toEqual(["west", "east"]);
    expect(dataset?.claims.map((claim) => claim.id)).toEqual(["c2", "c3"]);
    expect(dataset?.posts).toEqual([]);
  });
});
