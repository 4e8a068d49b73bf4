import { distance } from "@turf/distance";
import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { buildReport } from "../../geodata/build/report.ts";
import { measureToCourses } from "../../geodata/build/report-course.ts";
import { describeDifference, writeFigure } from "../../geodata/build/report-difference.ts";
import { type ReportInput, readReportInput } from "../../geodata/build/report-input.ts";
import { wrapMarkdown, writeCount, writeDays, writeNumber } from "../../geodata/build/report-text.ts";
import { findSideAt } from "../../src/core/archive/areas.ts";
import { listAreasOn } from "../../src/core/atlas.ts";
import type { Figure } from "../../src/core/records.ts";
import { addDays, day } from "../../src/core/day.ts";
import { measureDay } from "../../src/core/measure/measures.ts";
import { GEODATA } from "./bundled.ts";

let report: string;
let input: ReportInput;
beforeAll(async () => {
  [report, input] = await Promise.all([buildReport(GEODATA), readReportInput(GEODATA)]);
}, 60_000);

/** The cells of the one row of the report in which a figure of the record is compared. */
function findRow(id: string): string[] {
  const rows = report.split("\n").filter((line) => line.startsWith("|") && line.includes(`(${id}`));
  expect(rows, id).toHaveLength(1);
  return (rows[0] ?? "").split(" | ").map((cell) => cell.replaceAll(/^\| | \|$/g, ""));
}

describe("docs/reconstruction-report.md", () => {
  it("is what the generator makes: `npm run geodata -- report` changes nothing", async () => {
    const path = new URL("../../docs/reconstruction-report.md", import.meta.url);
    expect((await readFile(path, "utf8")) === report).toBe(true);
  });

  it("compares every published share, length and area, and every count of captured places", () => {
    const measures = ["share-of-governorate", "highway-captured", "highway-remaining", "area-captured"];
    const compared = input.atlas.dataset.figures.filter(
      ({ measure }) => measures.includes(measure) || measure === "settlements-captured",
    );
    expect(compared.length).toBeGreaterThan(15);
    for (const figure of compared) {
      const [published, attribution, , ...rest] = findRow(figure.id);
      expect(published).toContain(writeFigure(figure));
      expect(attribution).toBe(figure.attribution);
      expect(
        rest.some((cell) => /than published$|^none/.test(cell)),
        figure.id,
      ).toBe(true);
    }
  });

  it("names only records that exist", () => {
    const { claims, events, figures } = input.atlas.dataset;
    const known = new Set([...claims, ...events, ...figures].map(({ id }) => id));
    const named = report.match(/\b[cef]\d{4}\b/g) ?? [];
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it("has the share of Idlib governorate that the measures give", () => {
    const share =
      measureDay(input.atlas, day("2020-01-29")).regions.get("idlib")?.share.get("opposition") ?? 0;
    expect(findRow("f0052")[3]).toBe(`${Math.round(share * 100)} %`);
  });

  it("counts the unnamed villages that lie in the other side's area at the end of the days, one by one", () => {
    const [before, after] = [day("2020-02-15"), day("2020-02-16")].map((value) =>
      listAreasOn(input.atlas, value),
    );
    const captured = input.villages.filter(
      ({ position }) =>
        findSideAt(position, after ?? []) === "government" &&
        findSideAt(position, before ?? []) !== "government",
    );
    expect(findRow("f0117")[5]).toBe(String(captured.length));
  });

  it("has no number that could not be computed", () => {
    expect(report).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("keeps to 120 characters a line outside tables", () => {
    expect(report.split("\n").filter((line) => !line.startsWith("|") && line.length > 120)).toEqual([]);
  });

  it("speaks of the parties in neutral words", () => {
    const partisan = /\b(regime\b|terrorist|rebel|jihadist|militant|liberat|martyr|occup)/i;
    const prose = report.split("\n").filter((line) => !line.startsWith("|"));
    expect(prose.filter((line) => partisan.test(line) || line.includes("!"))).toEqual([]);
  });
});

describe("the difference between a computed and a published number", () => {
  const figure = (changes: Partial<Figure>): Figure => ({
    id: "f1",
    measure: "highway-captured",
    value: 40,
    valueHigh: undefined,
    unit: "km",
    qualifier: "exactly",
    concerns: "government",
    settlement: undefined,
    firstDay: day("2020-01-29"),
    lastDay: addDays(day("2020-01-29"), 0),
    dayBasis: "stated",
    attribution: "somebody",
    certainty: "reported",
    source: "001",
    paragraph: 1,
    offset: 0,
    spelling: "40",
    contradicts: [],
    summary: "",
    ...changes,
  });

  it("is said in the figure's unit and as a share of it", () => {
    expect(describeDifference(figure({}), 30)).toBe("10 km (25 %) less than published");
    expect(describeDifference(figure({}), 50.2)).toBe("10 km (26 %) more than published");
    expect(describeDifference(figure({}), 40.3)).toBe("none");
  });

  it("is none where a limit is kept, and says by how much", () => {
    expect(describeDifference(figure({ qualifier: "over" }), 50)).toBe("none: 10 km above the limit given");
    expect(describeDifference(figure({ qualifier: "over" }), 30)).toBe("10 km (25 %) less than published");
    expect(describeDifference(figure({ qualifier: "up-to" }), 30)).toBe("none: 10 km below the limit given");
    expect(describeDifference(figure({ qualifier: "up-to" }), 50)).toBe("10 km (25 %) more than published");
  });

  it("is in percentage points between shares", () => {
    const share = figure({ measure: "share-of-governorate", value: 57, unit: "percent" });
    expect(describeDifference(share, 66)).toBe("9 percentage points more than published");
  });

  it("names the figure as the document does, ranges and limits included", () => {
    expect(writeFigure(figure({ qualifier: "over" }))).toBe("over 40 km");
    expect(writeFigure(figure({ value: 1100, valueHigh: 1200, unit: "km2" }))).toBe("1,100–1,200 km²");
  });
});

describe("the distance of a point from a line", () => {
  const course = [
    [36, 35],
    [37, 35],
    [37, 36],
  ] as const;

  it("is that to the nearest point of the line, also between vertices and past the ends", () => {
    for (const [point, nearest] of [
      [
        [36.5, 35.1],
        [36.5, 35],
      ],
      [
        [37.2, 35.5],
        [37, 35.5],
      ],
      [
        [36.8, 36.3],
        [37, 36],
      ],
      [
        [36, 35],
        [36, 35],
      ],
    ] as const) {
      const expected = distance([...point], [...nearest]);
      expect(Math.abs(measureToCourses(point, [course]) - expected)).toBeLessThanOrEqual(expected * 0.015);
    }
  });

  it("is that to the nearest of several lines", () => {
    const far = course.map(([lng, lat]) => [lng + 5, lat] as const);
    expect(measureToCourses([36.5, 35.1], [far, course])).toBe(measureToCourses([36.5, 35.1], [course]));
  });
});

describe("numbers and days in words", () => {
  it("parts thousands, keeps decimals, and never writes minus nothing", () => {
    expect([writeNumber(1234567.891, 1), writeNumber(-0.04, 1), writeNumber(-1234)]).toEqual([
      "1,234,567.9",
      "0.0",
      "−1,234",
    ]);
    expect([writeCount(0, "day"), writeCount(1, "day"), writeCount(1200, "day")]).toEqual([
      "no days",
      "1 day",
      "1,200 days",
    ]);
  });

  it("names the month once where both days are of it", () => {
    expect(writeDays(day("2020-01-24"), day("2020-01-27"))).toBe("24–27 January 2020");
    expect(writeDays(day("2020-01-29"), day("2020-02-01"))).toBe("29 January 2020 – 1 February 2020");
    expect(writeDays(day("2020-02-01"), day("2020-02-01"))).toBe("1 February 2020");
  });

  it("wraps prose and list items, and leaves tables and headings alone", () => {
    const long = "word ".repeat(40).trim();
    const table = `| ${long} |\n| --- |\n| ${long} |`;
    const wrapped = wrapMarkdown(`# ${long}\n\nOne\ntwo.\n\n- ${long}\n  more\n- last\n\n${table}`);
    const lines = wrapped.split("\n");
    expect(lines.filter((line) => line.length > 120 && !/^[#|]/.test(line))).toEqual([]);
    expect(lines[0]).toBe(`# ${long}`);
    expect(wrapped).toContain("\n\nOne two.\n\n");
    expect(wrapped).toMatch(/\n {2}word.* more\n- last\n/);
    expect(wrapped.endsWith(table)).toBe(true);
  });
});
