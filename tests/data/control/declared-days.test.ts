import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../../../src/core/day.ts";
import { agreeOnDays, chooseCentury, findDaysBy } from "../../../src/data/control/find-days.ts";
import { folderFromTexts } from "../../fixtures/folder-of.ts";
import { loadDataset } from "../../../src/data/load-dataset.ts";
import { formatProblem } from "../../../src/data/problem.ts";
import {
  box,
  collect,
  DECLARATION,
  drawArea,
  drawDay,
  type Files,
  PLACES,
} from "../../fixtures/small-war.ts";

const ALL = box(30, 46, 34, 48);
const WEST = box(30, 46, 32, 48);

async function load(control: unknown, files: Files, story: Readonly<Record<string, unknown>> = {}) {
  const declaration = { ...DECLARATION, ...story, files: { settlements: "places.csv", control } };
  const { dataset, problems, notes } = await loadDataset(
    folderFromTexts({ "dataset.json": JSON.stringify(declaration), "places.csv": PLACES, ...files }),
  );
  return {
    firstDay: dataset?.firstDay,
    lastDay: dataset?.lastDay,
    /** The sides that hold ground on each day from the first to the last. */
    sides: (on: string) => dataset?.control.listAreas(day(on)).map(({ side }) => side),
    phases: dataset?.control.phases.map(({ from, to }) => `${from} ${to}`),
    lines: [...problems, ...notes].map(formatProblem),
  };
}

function dated(
  ...features: readonly (readonly [
    side: string,
    days: Readonly<Record<string, unknown>>,
    ring?: typeof ALL,
  ])[]
) {
  return collect(
    ...features.map(([side, days, ring = ALL]) => ({
      ...drawArea(side, ring),
      properties: { side, ...days },
    })),
  );
}

describe("daily files named by six digits", () => {
  const name = (...names: string[]): Files =>
    Object.fromEntries(names.map((file, index) => [`daily/${file}.geojson`, drawDay(31 + index / 10)]));

  it("are read with the year first where all names agree and no other order fits", async () => {
    const { firstDay, lastDay, lines } = await load(
      "daily",
      name("221213_0000", "221214_0000", "221231_1200"),
    );
    expect([firstDay, lastDay]).toEqual(["2022-12-13", "2022-12-31"]);
    expect(lines.filter((line) => !line.includes("no area from"))).toEqual([
      expect.stringMatching(
        /^note: daily: found names such as "221213_0000.geojson", read by the pattern YYMMDD as 2022-12-13/,
      ),
    ]);
  });

  it("are warned of where another order fits as well, in favour of the one whose days lie closer together", async () => {
    const yearFirst = await load("daily", name("221209_0000"));
    expect(yearFirst.firstDay).toBe("2022-12-09");
    expect(yearFirst.lines).toEqual([
      expect.stringMatching(/^warning: daily: .*YYMMDD as 2022-12-09.*DDMMYY fits as well/),
    ]);
    const dayFirst = await load("daily", name("080322", "090322", "100322"));
    expect([dayFirst.firstDay, dayFirst.lastDay]).toEqual(["2022-03-08", "2022-03-10"]);
  });

  it("are left out, and said to have no day, where one of them is no day in that order", async () => {
    const { firstDay, lines } = await load("daily", name("221213", "221399"));
    expect(firstDay).toBeUndefined();
    expect(lines.filter((line) => line.includes("no day in the name"))).toHaveLength(2);
  });

  it("are not looked at where a file tells its day in full", async () => {
    const named = await load("daily", name("221213", "2022-12-14"));
    expect(named.firstDay).toBe("2022-12-14");
    const inside = { ...JSON.parse(drawDay(31)), date: "2024-01-05" };
    const told = await load("daily", { "daily/100101.geojson": JSON.stringify(inside) });
    expect(told.firstDay).toBe("2024-01-05");
  });

  it("are read by the pattern that is declared, in the century of the story", async () => {
    const control = { path: "daily", day_pattern: "DDMMYY" };
    const { firstDay, lines } = await load(control, name("060644", "070644"), { first_day: "1944-06-06" });
    expect(firstDay).toBe("1944-06-06");
    expect(lines).toEqual([]);
    const bad = await load({ path: "daily", day_pattern: "DD.MM.YYYY" }, name("01.02.2024", "2024-02-02"));
    expect(bad.firstDay).toBe("2024-02-01");
    expect(bad.lines).toEqual([expect.stringContaining("name it as day_pattern DD.MM.YYYY has it")]);
  });

  it("give the days that were written, in any order and with any signs", () => {
    const orders = fc.constantFrom(
      "YYYYMMDD",
      "YYMMDD",
      "DDMMYY",
      "DD.MM.YYYY",
      "MM-DD-YYYY",
      "YY_MM_DD",
      "YYMMDD_",
    );
    fc.assert(
      fc.property(fc.nat(36_000), orders, (count, pattern) => {
        const written = addDays(day("2000-01-01"), count);
        const [year = "", month = "", date = ""] = written.split("-");
        const text = pattern
          .replace("YYYY", year)
          .replace("YY", year.slice(2))
          .replace("MM", month)
          .replace("DD", date);
        expect(
          findDaysBy(
            pattern,
            `map ${text}${pattern.endsWith("_") ? "1200" : ""}`,
            chooseCentury(undefined, undefined),
          ),
        ).toEqual([written]);
      }),
    );
  });

  it("agree on a year of days written in one order, whichever it is", () => {
    for (const pattern of ["YYMMDD", "DDMMYY", "MMDDYY"]) {
      const days = Array.from({ length: 365 }, (_, index) => addDays(day("2022-02-24"), index));
      const names = days.map((on) =>
        pattern.replace("YY", on.slice(2, 4)).replace("MM", on.slice(5, 7)).replace("DD", on.slice(8)),
      );
      expect(agreeOnDays(names, chooseCentury(undefined, undefined))).toEqual({
        pattern,
        days,
        other: undefined,
      });
    }
  });
});

describe("days that are numbers", () => {
  const from = Date.UTC(2020, 0, 1);
  const to = Date.UTC(2020, 0, 3, 23, 59);

  it.each([
    ["milliseconds", from, to],
    ["milliseconds", String(from), String(to)],
    ["seconds", from / 1000, to / 1000],
    ["milliseconds", "2020-01-01", "3 January 2020"],
  ])("are instants of UTC where %s are declared: %j", async (numbers, first, end) => {
    const control = { path: "areas.geojson", day_numbers: numbers };
    const { phases, lines } = await load(control, {
      "areas.geojson": dated(["red", { from: first, to: end }]),
    });
    expect(lines).toEqual([]);
    expect(phases).toEqual(["2020-01-01 2020-01-03"]);
  });

  it.each([
    ["before the year 1", -7e13],
    ["beyond all days", 1e300],
    ["no instant", 8.65e15],
  ])("are refused %s", async (_, number) => {
    const control = { path: "areas.geojson", day_numbers: "milliseconds" };
    const { phases, lines } = await load(control, { "areas.geojson": dated(["red", { from: number, to }]) });
    expect(phases ?? []).toEqual([]);
    expect(lines[0]).toContain("found from");
  });

  it("of before 1970 are the days that Intl gives them", async () => {
    const control = { path: "areas.geojson", day_numbers: "milliseconds" };
    const instant = Date.UTC(1944, 5, 6, 6, 30);
    const { firstDay } = await load(control, { "areas.geojson": dated(["red", { date: instant }]) });
    expect(firstDay).toBe(new Intl.DateTimeFormat("sv-SE", { timeZone: "UTC" }).format(instant));
  });

  it("are the day of a daily file too", async () => {
    const text = JSON.stringify({ ...JSON.parse(drawDay(31)), date: from });
    const { firstDay } = await load(
      { path: "daily", day_numbers: "milliseconds" },
      { "daily/a.geojson": text },
    );
    expect(firstDay).toBe("2020-01-01");
  });
});

describe("an area without an end", () => {
  it.each([undefined, null, "", "9999-12-31", "9999-12-31T23:59:59Z", "99991231"])(
    "such as %j holds to the declared end of the story",
    async (to) => {
      const { phases, lines } = await load(
        "areas.geojson",
        {
          "areas.geojson": dated(
            ["red", { from: "2024-01-01", to }, WEST],
            ["blue", { from: "2024-01-01", to: "2024-01-03" }, box(32, 46, 34, 48)],
          ),
        },
        { last_day: "2024-01-05" },
      );
      expect(phases).toEqual(["2024-01-01 2024-01-03", "2024-01-03 2024-01-06"]);
      expect(lines).toEqual([
        "note: areas.geojson: found 1 feature without to; expected an end of each, or none; they are in force to 2024-01-05, the last day of the story [open-end]",
      ]);
    },
  );

  it("holds to the last day that the file tells of where no end is declared", async () => {
    const { lastDay, sides } = await load("areas.geojson", {
      "areas.geojson": dated(
        ["red", { from: "2024-01-01" }, WEST],
        ["blue", { from: "2024-01-04" }, box(32, 46, 34, 48)],
        ["blue", { from: "2024-01-02", to: "2024-01-03" }, box(32, 46, 34, 48)],
      ),
    });
    expect(lastDay).toBe("2024-01-04");
    expect(["2024-01-01", "2024-01-02", "2024-01-03", "2024-01-04"].map(sides)).toEqual([
      ["red"],
      ["red", "blue"],
      ["red"],
      ["red", "blue"],
    ]);
  });

  it("holds on its first day at least, though it begins after the story", async () => {
    const { lines } = await load(
      "areas.geojson",
      { "areas.geojson": dated(["red", { from: "2024-01-01" }], ["red", { from: "2024-03-01" }]) },
      { last_day: "2024-01-02" },
    );
    expect(lines.some((line) => line.includes("without to"))).toBe(true);
  });

  it("is a front line too", async () => {
    const line = {
      type: "Feature",
      properties: { from: "2024-01-01", between: ["red", "blue"] },
      geometry: {
        type: "LineString",
        coordinates: [
          [32, 46],
          [32, 48],
        ],
      },
    };
    const areas = JSON.parse(dated(["red", { from: "2024-01-01" }, WEST]));
    const { phases, lines } = await load(
      "areas.geojson",
      { "areas.geojson": JSON.stringify({ ...areas, features: [...areas.features, line] }) },
      { last_day: "2024-01-02" },
    );
    expect(phases).toEqual(["2024-01-01 2024-01-03"]);
    expect(lines).toEqual([expect.stringContaining("2 features without to")]);
  });
});

describe("a to that is still in force", () => {
  it("is the last day where to_inclusive is declared", async () => {
    const control = { path: "areas.geojson", to_inclusive: true };
    const { phases, lines } = await load(control, {
      "areas.geojson": dated(
        ["red", { from: "2024-01-01", to: "2024-01-02" }],
        ["red", { from: "2024-01-03", to: "2024-01-03" }, WEST],
      ),
    });
    expect(phases).toEqual(["2024-01-01 2024-01-03", "2024-01-03 2024-01-04"]);
    expect(lines).toEqual([]);
  });

  it("must not come before from, either way", async () => {
    const control = { path: "areas.geojson", to_inclusive: true };
    const { lines } = await load(control, {
      "areas.geojson": dated(["red", { from: "2024-01-02", to: "2024-01-01" }]),
    });
    expect(lines[0]).toContain("found from 2024-01-02 and to 2024-01-01; expected from on or before to");
  });
});
