import { describe, expect, it } from "vitest";
import { parseDeclaration } from "../../../src/data/declaration/parse-declaration.ts";
import { formatProblem, type Problem } from "../../../src/data/problem.ts";

const LEAST = {
  format: "frontline-atlas/1",
  title: "A war",
  sides: [{ id: "red" }, { id: "blue" }],
  files: { settlements: "places.csv", control: "daily" },
};

function parse(changes: Readonly<Record<string, unknown>> = {}) {
  const problems: Problem[] = [];
  const declared = parseDeclaration(JSON.stringify({ ...LEAST, ...changes }, undefined, 2), problems);
  return { declared, problems, lines: problems.map(formatProblem) };
}

describe("the least dataset.json", () => {
  it("leaves days, bounds and view to be found in the other files", () => {
    const { declared, lines } = parse();
    expect(lines).toEqual([]);
    expect(declared?.story).toMatchObject({
      title: { en: "A war" },
      firstDay: undefined,
      lastDay: undefined,
      defaultDay: undefined,
      bounds: undefined,
      viewBounds: undefined,
      defaultSide: undefined,
    });
  });

  it("takes plain text for every text in two languages", () => {
    const { declared } = parse({ description: "D", line_note: "N", sides: [{ id: "red", name: "Red" }] });
    expect(declared?.story).toMatchObject({
      description: { en: "D" },
      lineNote: { en: "N" },
      sides: [{ name: { en: "Red" }, shortName: { en: "Red" } }],
    });
  });

  it("keeps one of the two days where the other is left out", () => {
    const { declared, lines } = parse({ first_day: "2020-01-01", default_day: "2019-12-31" });
    expect(declared?.story).toMatchObject({
      firstDay: "2020-01-01",
      lastDay: undefined,
      defaultDay: "2020-01-01",
    });
    expect(lines).toEqual([
      "warning: dataset.json:17:3: found default_day 2019-12-31; expected a day from 2020-01-01 to the last of the story; correct default_day [outside-story]",
    ]);
  });

  it("shows the bounds where it gives no view", () => {
    expect(parse({ bounds: [10, 50, 14, 54] }).declared?.story).toMatchObject({
      bounds: [10, 50, 14, 54],
      viewBounds: [10, 50, 14, 54],
    });
    expect(parse({ view: [10, 50, 14, 54] }).declared?.story).toMatchObject({
      bounds: undefined,
      viewBounds: [10, 50, 14, 54],
    });
  });
});

describe("the sides", () => {
  it("need an id only", () => {
    expect(parse().declared?.story.sides).toEqual([
      {
        id: "red",
        name: { en: "red" },
        shortName: { en: "red" },
        holdsGround: true,
        opponents: ["blue"],
        colour: "vermilion",
      },
      expect.objectContaining({ id: "blue", opponents: ["red"], colour: "green" }),
    ]);
  });

  it("get the colours that no side has, in order", () => {
    const sides = ["a", "b", "c", "d", "e"].map((id) => (id === "b" ? { id, colour: "vermilion" } : { id }));
    expect(parse({ sides }).declared?.story.sides.map(({ colour }) => colour)).toEqual([
      "green",
      "vermilion",
      "ochre",
      "violet",
      "azure",
    ]);
  });

  it("have a colour each, however many they are", () => {
    const sides = Array.from({ length: 14 }, (_, index) => ({ id: `s${index}` }));
    const { declared, lines } = parse({ sides });
    expect(lines).toEqual([]);
    expect(new Set(declared?.story.sides.map(({ colour }) => colour)).size).toBe(14);
  });

  it("may have a colour by number; one that is hard to tell from another's is warned of", () => {
    const sides = [
      { id: "a", colour: " #C9502B " },
      { id: "b", colour: "#c8512c" },
      { id: "c", colour: "#0000ff" },
    ];
    const { declared, lines } = parse({ sides });
    expect(declared?.story.sides.map(({ colour }) => colour)).toEqual(["#c9502b", "#c8512c", "#0000ff"]);
    expect(lines).toEqual([
      expect.stringContaining('side 2 (b): found colour "#c8512c", hardly another than "#c9502b" of "a"'),
    ]);
    expect(lines[0]).toMatch(/^warning: /);
  });

  it("oppose all others that hold ground, unless they say whom", () => {
    const sides = [{ id: "a" }, { id: "b", opponents: [] }, { id: "c", holds_ground: false }];
    expect(parse({ sides }).declared?.story.sides.map(({ opponents }) => opponents)).toEqual([
      ["b"],
      [],
      ["a", "b"],
    ]);
  });

  it("say where in the file a fault lies", () => {
    const { declared, lines } = parse({ sides: [{ id: "red" }, { id: "blue", colour: "pink" }] });
    expect(lines).toEqual([
      'dataset.json:10:7: side 2 (blue): found colour "pink"; expected one of vermilion, green, ochre, violet, azure, claret, umber, slate or a colour written #rrggbb; correct colour [unknown-value]',
    ]);
    expect(declared?.story.sides).toHaveLength(2);
  });
});

describe("the default side", () => {
  it("is one that holds ground", () => {
    expect(parse({ default_side: "blue" }).declared?.story.defaultSide).toBe("blue");
    for (const id of ["green", "air"]) {
      const sides = [{ id: "red" }, { id: "blue" }, { id: "air", holds_ground: false }];
      const { declared, problems } = parse({ default_side: id, sides });
      expect(problems).toMatchObject([
        { found: `default_side "${id}"`, expected: "one of the sides that hold ground, red, blue" },
      ]);
      expect(declared?.story.defaultSide).toBeUndefined();
    }
  });
});

describe("the files", () => {
  const parseFiles = (files: Readonly<Record<string, unknown>>) =>
    parse({ files: { ...LEAST.files, ...files } });

  it("are names, with nothing mapped", () => {
    const { files } = parseFiles({ control: "daily/", theatre: "base/theatre.geojson" }).declared ?? {};
    expect(files).toMatchObject({
      settlements: { path: "places.csv", columns: new Map() },
      control: {
        path: "daily",
        side: undefined,
        properties: { role: "role", side: "side", between: "between", from: "from", to: "to", date: "date" },
        values: new Map(),
      },
      theatre: "base/theatre.geojson",
      claims: undefined,
    });
  });

  it("may have names and values of their own", () => {
    const { declared, lines } = parseFiles({
      settlements: { path: "places.csv", columns: { id: "pcode", name: "name_en", lng: "x", note: null } },
      control: {
        path: "daily",
        side: "red",
        properties: { side: "status", date: "day" },
        values: { side: { Occupied: "red", "": "blue", unknown: null }, role: { line: "front-line" } },
      },
    });
    expect(lines).toEqual([
      "dataset.json:19:9: found no files.settlements.columns.note; expected text; add files.settlements.columns.note [missing-member]",
    ]);
    expect(declared?.files.control).toEqual({
      dayNumbers: undefined,
      dayPattern: undefined,
      isToIncluded: false,
      path: "daily",
      side: "red",
      properties: {
        role: "role",
        side: "status",
        between: "between",
        basis: "basis",
        from: "from",
        to: "to",
        date: "day",
      },
      values: new Map<string, ReadonlyMap<string, string | undefined>>([
        ["role", new Map([["line", "front-line"]])],
        [
          "side",
          new Map([
            ["Occupied", "red"],
            ["", "blue"],
            ["unknown", undefined],
          ]),
        ],
      ]),
    });
  });

  it.each([
    [{ settlements: {} }, "no files.settlements.path"],
    [{ settlements: { path: "../x.csv" } }, 'files.settlements.path "../x.csv"'],
    [
      { settlements: { path: "x.csv", columns: { longitude: "x" } } },
      'files.settlements.columns.longitude "x"',
    ],
    [{ control: { path: "daily", properties: { Side: "status" } } }, "files.control.properties.Side"],
    [{ control: { path: "daily", properties: { side: 7 } } }, "files.control.properties.side 7"],
    [{ control: { path: "daily", values: { side: { a: 7 } } } }, "files.control.values.side.a 7"],
    [{ control: { path: "daily", values: { from: {} } } }, "files.control.values.from"],
    [{ control: { path: "daily", side: "green" } }, 'files.control.side "green"'],
    [
      { control: { path: "daily", values: { side: { Held: "green" } } } },
      'files.control.values.side.Held "green"',
    ],
    [{ control: ["daily"] }, 'files.control ["daily"]'],
    [{ claims: 7 }, "files.claims 7"],
    [{ theatre: "/etc/passwd" }, 'files.theatre "/etc/passwd"'],
  ])("report %j as one problem", (files, found) => {
    const { problems } = parseFiles(files);
    expect(problems.map((problem) => problem.found)).toEqual([found]);
    expect(problems[0]?.line).toBeGreaterThan(12);
  });
});
