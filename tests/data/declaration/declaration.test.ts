import { describe, expect, it } from "vitest";
import { loadMini, readMini } from "../../fixtures/mini.ts";

/** Loads the mini data set after `change` has been made to its dataset.json. */
async function loadChanged(change: (declaration: ReturnType<typeof JSON.parse>) => void) {
  const declaration = JSON.parse(readMini("dataset.json"));
  change(declaration);
  const { dataset, problems } = await loadMini({ "dataset.json": JSON.stringify(declaration) });
  return {
    dataset,
    problems,
    lines: problems.map(({ file, record, found }) => [file, record, found].join(" | ")),
  };
}

describe("dataset.json", () => {
  it("must name the format, and is read all the same", async () => {
    const { dataset, problems } = await loadChanged((it) => (it.format = "geojson"));
    expect(dataset).toBeDefined();
    expect(problems).toMatchObject([
      {
        severity: "error",
        file: "dataset.json",
        record: "",
        found: 'format "geojson"',
        expected: "frontline-atlas/1",
        remedy: "correct format",
      },
    ]);
  });

  it("of a newer format is not read at all, since it would be misread", async () => {
    const { dataset, lines } = await loadChanged((it) => (it.format = "frontline-atlas/9"));
    expect(dataset).toBeUndefined();
    expect(lines).toEqual(['dataset.json |  | format "frontline-atlas/9"']);
  });

  it.each([
    [
      "an impossible first day",
      (it: { first_day: unknown }) => (it.first_day = "2020-02-30"),
      'first_day "2020-02-30"',
    ],
    [
      "a last day before the first",
      (it: { last_day: unknown }) => (it.last_day = "2019-12-31"),
      "first_day 2020-01-01 and last_day 2019-12-31",
    ],
    [
      "a story of centuries",
      (it: { last_day: unknown }) => (it.last_day = "9998-12-31"),
      "first_day 2020-01-01 and last_day 9998-12-31",
    ],
  ])("reports %s and takes the days of the areas instead", async (_, change, found) => {
    const { dataset, lines } = await loadChanged(change);
    expect(lines[0]).toBe(`dataset.json |  | ${found}`);
    expect(dataset).toMatchObject({ lastDay: "2020-01-04" });
  });

  it.each([[[]], [undefined], ["red"], [[{ id: "a b" }]]])(
    "gives no data set with the sides %j",
    async (sides) => {
      const { dataset, problems } = await loadChanged((it) => (it.sides = sides));
      expect(dataset).toBeUndefined();
      expect(problems).not.toEqual([]);
    },
  );

  it("lists every fault at once and replaces what the story can do without", async () => {
    const { dataset, lines } = await loadChanged((it) => {
      it.title = 7;
      it.bounds = [14, 50, 10, 54];
      it.credits = "Nobody";
      it.sides[0].colour = "pink";
      it.sides[1].opponents = ["green"];
    });
    expect(lines).toEqual([
      "dataset.json |  | title 7",
      "dataset.json |  | bounds [14, 50, 10, 54]",
      'dataset.json |  | credits "Nobody"',
      'dataset.json | side 1 (red) | colour "pink"',
      'dataset.json | side 2 (blue) | opponent "green"',
    ]);
    expect(dataset).toMatchObject({
      title: { en: "Untitled data set" },
      viewBounds: [10, 50, 14, 54],
      credits: [],
    });
    // Drawn around all areas and places, with a margin.
    expect(dataset?.bounds.map(Math.round)).toEqual([10, 50, 14, 54]);
    expect(dataset?.sides.map((side) => side.colour)).toEqual(["vermilion", "green"]);
    expect(dataset?.claims).toHaveLength(3);
  });

  it("warns of a default day outside the story and takes the nearest", async () => {
    const { dataset, problems } = await loadChanged((it) => (it.default_day = "2021-01-01"));
    expect(problems).toMatchObject([{ severity: "warning", found: "default_day 2021-01-01" }]);
    expect(dataset?.defaultDay).toBe("2020-01-04");
  });

  it.each([
    "../secret.json",
    "/etc/passwd",
    "https://example.org/towns.geojson",
    "..\\x",
    "a//b",
    "a/%2e%2e/b",
    7,
  ])("refuses %s as a file, so that a data set cannot reach outside its folder", async (name) => {
    const { dataset, problems } = await loadChanged((it) => (it.files.settlements = name));
    expect(problems).toMatchObject([{ found: `files.settlements ${JSON.stringify(name)}` }]);
    expect(dataset?.settlements).toEqual([]);
  });

  it("accepts a file in a folder of the folder", async () => {
    const { problems } = await loadChanged((it) => (it.files.sources = "more/sources.json"));
    expect(problems.map((problem) => problem.file)).toEqual(["more/sources.json"]);
  });

  it("reads corridors, which last while no last day is given", async () => {
    const { dataset, problems } = await loadChanged(
      (it) =>
        (it.corridors = [
          { highway: "h1", width_km: 6, first_day: "2020-01-02", source: "d1" },
          { highway: "h1", width_km: 2, first_day: "2020-01-01", last_day: "2020-01-01", source: "d2" },
        ]),
    );
    expect(problems).toEqual([]);
    expect(dataset?.corridors).toEqual([
      { highway: "h1", widthKm: 6, from: "2020-01-02", to: undefined, source: "d1" },
      { highway: "h1", widthKm: 2, from: "2020-01-01", to: "2020-01-02", source: "d2" },
    ]);
  });

  it("reads the patrols of a corridor, on days of their own and with a note", async () => {
    const { dataset, problems } = await loadChanged(
      (it) =>
        (it.corridors = [
          {
            highway: "h1",
            width_km: 6,
            first_day: "2020-01-02",
            source: "d1",
            patrols: {
              name: { en: "Patrols", ar: "دوريات" },
              first_day: "2020-01-03",
              last_day: "2020-01-03",
              source: "d2",
              note: { en: "Stretch unknown." },
            },
          },
        ]),
    );
    expect(problems).toEqual([]);
    expect(dataset?.corridors[0]?.patrols).toEqual({
      name: { en: "Patrols", ar: "دوريات" },
      from: "2020-01-03",
      to: "2020-01-04",
      source: "d2",
      note: { en: "Stretch unknown." },
    });
  });

  it("drops a corridor whose patrols are at fault, and says what is wrong with them", async () => {
    const { dataset, lines } = await loadChanged((it) => {
      const corridor = { highway: "h1", width_km: 6, first_day: "2020-01-02", source: "d1" };
      const ending = { ...corridor, last_day: "2020-01-03" };
      const patrols = { name: { en: "Patrols" }, first_day: "2020-01-03", source: "d1" };
      it.corridors = [
        { ...corridor, patrols: "daily" },
        { ...corridor, patrols: { ...patrols, source: "d9" } },
        { ...corridor, patrols: { ...patrols, first_day: "2020-01-01" } },
        { ...ending, patrols: { ...patrols, first_day: "2020-01-04" } },
        { ...ending, patrols: { ...patrols, last_day: "2020-01-04" } },
        { ...ending, patrols: { ...patrols, last_day: "2020-01-03" } },
      ];
    });
    expect(lines).toEqual([
      'dataset.json | corridor 1 (h1) | patrols "daily"',
      'dataset.json | corridor 2 (h1) | source "d9"',
      "dataset.json | corridor 3 (h1) | patrols from 2020-01-01",
      "dataset.json | corridor 4 (h1) | patrols from 2020-01-04",
      "dataset.json | corridor 5 (h1) | patrols from 2020-01-03",
    ]);
    expect(dataset?.corridors).toHaveLength(1);
  });

  it("drops a corridor with a fault and keeps the others", async () => {
    const { dataset, lines } = await loadChanged((it) => {
      const sound = { highway: "h1", width_km: 6, first_day: "2020-01-02", source: "d1" };
      it.corridors = [
        { ...sound, highway: "h9" },
        { ...sound, width_km: -6, source: "d9" },
        { ...sound, last_day: "2020-01-01" },
        "h1",
        sound,
      ];
    });
    expect(lines).toEqual([
      'dataset.json | corridor 1 (h9) | highway "h9"',
      "dataset.json | corridor 2 (h1) | width_km -6",
      'dataset.json | corridor 2 (h1) | source "d9"',
      "dataset.json | corridor 3 (h1) | first_day 2020-01-02 after last_day 2020-01-01",
      'dataset.json | corridor 4 | "h1"',
    ]);
    expect(dataset?.corridors).toHaveLength(1);
  });

  it("reports corridors that are no list", async () => {
    const { dataset, lines } = await loadChanged((it) => (it.corridors = { highway: "h1" }));
    expect(lines).toEqual(["dataset.json |  | corridors an object"]);
    expect(dataset?.corridors).toEqual([]);
  });

  it("needs files", async () => {
    const { lines } = await loadChanged((it) => (it.files = undefined));
    expect(lines).toEqual(["dataset.json |  | no files"]);
  });
});
