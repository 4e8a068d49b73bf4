import { describe, expect, it } from "vitest";
import { alterMini, loadMini, readMini } from "../../fixtures/mini.ts";

/** Problems of the mini data set after its first claim has been altered. */
async function findProblems(old: string, replacement: string) {
  return (await loadMini(alterMini("claims.csv", old, replacement))).problems;
}

describe("claims.csv", () => {
  it.each([
    [
      "an unknown settlement, though one is nearly spelt so",
      "c1,middle",
      "c1,Middel",
      {
        found: 'settlement "Middel"',
        expected: "the id of a settlement of the data set, or a name that only one has",
        remedy: "correct it or add the settlement",
      },
    ],
    [
      "an impossible day",
      "2020-01-01,2020-01-02",
      "2020-01-01,2020-02-30",
      {
        found: 'last_day "2020-02-30"',
        expected: "a real day from the year 1 on, written YYYY-MM-DD",
        remedy: "correct last_day",
      },
    ],
    [
      "a first day after the last",
      "2020-01-01,2020-01-02",
      "2020-01-03,2020-01-02",
      {
        found: "first_day 2020-01-03 after last_day 2020-01-02",
        expected: "first_day on or before last_day",
        remedy: "swap or correct them",
      },
    ],
    [
      "an unknown side",
      "whole,red",
      "whole,green",
      {
        found: 'side "green"',
        expected: "one of the sides red, blue",
        remedy: "correct side or declare the side in dataset.json",
      },
    ],
    [
      "a capture by nobody",
      "whole,red",
      "whole,",
      { found: "no side", expected: "one of the sides red, blue", remedy: "add side" },
    ],
    [
      "an extent outside the vocabulary",
      "whole,red",
      "half,red",
      { found: 'extent "half"', expected: "one of whole, most, part", remedy: "correct extent" },
    ],
    [
      "a basis of the day outside the vocabulary",
      "window,article",
      "guess,article",
      {
        found: 'day_basis "guess"',
        expected: "one of stated, window, by, neighbour",
        remedy: "correct day_basis",
      },
    ],
    [
      "an unknown document",
      "stated,d1,1,0",
      "stated,d9,1,0",
      { found: 'source "d9"', expected: "one of the sources d1, d2", remedy: "correct it or add the source" },
    ],
    [
      "a place in the document that is no number",
      "stated,d1,1,0",
      "stated,d1,first,0",
      { found: 'paragraph "first"', expected: "a whole number of 1 or more", remedy: "correct paragraph" },
    ],
    [
      "a contradiction of no claim",
      "Middle,,",
      "Middle,c9,",
      {
        found: 'contradicts "c9"',
        expected: "the id of another claim",
        remedy: "correct it or leave it empty",
      },
    ],
    [
      "a contradiction of itself",
      "Middle,,",
      "Middle,c1,",
      {
        found: 'contradicts "c1"',
        expected: "the id of another claim",
        remedy: "correct it or leave it empty",
      },
    ],
  ])("refuses %s", async (_, old, replacement, problem) => {
    expect(await findProblems(old, replacement)).toMatchObject([
      { severity: "error", file: "claims.csv", record: "row 2 (c1)", ...problem },
    ]);
  });

  it("refuses the second claim of an id and keeps the first", async () => {
    const { dataset, problems } = await loadMini(alterMini("claims.csv", "c2,middle", "c1,middle"));
    expect(problems).toMatchObject([
      { record: "row 3 (c1)", found: 'id "c1" again' },
      { record: "row 4 (c3)" },
    ]);
    expect(dataset?.claims.map(({ action }) => action)).toEqual(["captured"]);
  });

  it("lets a contested place be without a side", async () => {
    expect(await findProblems("captured,whole,red", "contested,,")).toEqual([]);
  });

  it("warns of days outside the story and keeps the claim", async () => {
    const { dataset, problems } = await loadMini(
      alterMini("claims.csv", "2020-01-01,2020-01-02", "2019-12-30,2020-01-02"),
    );
    expect(problems).toMatchObject([{ severity: "warning", found: "days 2019-12-30 to 2020-01-02" }]);
    expect(dataset?.claims).toHaveLength(3);
  });

  it("leaves references unchecked where the file they lead into could not be read", async () => {
    const { dataset, problems } = await loadMini({ "towns.geojson": "{", "sources.json": undefined });
    expect(problems.map(({ file }) => file)).toEqual(["towns.geojson", "sources.json"]);
    expect(dataset?.claims).toHaveLength(3);
  });
});

describe("the form of CSV files", () => {
  const [header = "", first = ""] = readMini("claims.csv").split("\n");

  it("may part cells by semicolons, as spreadsheets do where the comma is a decimal sign", async () => {
    const text = `${header.replaceAll(",", ";")}\nc1;middle;held;;red;;2020-01-01;2020-01-01;stated;he, she;stated;d1;1;0;M;;"one; two"\n`;
    const { dataset, problems } = await loadMini({ "claims.csv": text });
    expect(problems).toEqual([]);
    expect(dataset?.claims[0]).toMatchObject({ attribution: "he, she", summary: "one; two" });
  });

  it("may have its columns in any order and further ones", async () => {
    const text = readMini("claims.csv")
      .split("\n")
      .map((line, index) => (line === "" ? "" : `${index === 0 ? "remark" : "x"},${line}`))
      .join("\n");
    const { dataset, problems } = await loadMini({ "claims.csv": text });
    expect(problems).toEqual([]);
    expect(dataset?.claims).toEqual((await loadMini()).dataset?.claims);
  });

  it("counts rows as a spreadsheet does, blank ones and line breaks in a text included", async () => {
    const text = `${header}\n\n${first.replace("after a siege", "after\na siege")}\n,,\nc2,middle,seized${",".repeat(14)}\n`;
    const { problems } = await loadMini({ "claims.csv": text });
    expect(new Set(problems.map(({ record }) => record))).toEqual(new Set(["row 5 (c2)"]));
  });

  it("reads the ground of which a claim tells, from a column that need not be there", async () => {
    const text = readMini("claims.csv")
      .trimEnd()
      .split("\n")
      .map((line, index) => `${line},${["ground", "the valley"][index] ?? ""}`)
      .join("\n");
    const { dataset, problems } = await loadMini({ "claims.csv": text });
    expect(problems).toEqual([]);
    expect(dataset?.claims.map(({ ground }) => ground)).toEqual(["the valley", undefined, undefined]);
    expect((await loadMini()).dataset?.claims[0]?.ground).toBeUndefined();
  });

  it("reports missing columns once for the file", async () => {
    const { dataset, problems } = await loadMini(
      alterMini("claims.csv", "settlement,action,extent,side", "where,what,extent,who"),
    );
    expect(problems).toMatchObject([
      {
        file: "claims.csv",
        record: "",
        found: "no column settlement, side or action",
        remedy: "add the missing columns to the first row",
      },
    ]);
    expect(dataset?.claims).toEqual([]);
  });

  it("reports an empty file", async () => {
    const { problems } = await loadMini({ "claims.csv": "" });
    expect(problems).toMatchObject([{ file: "claims.csv", record: "", found: "an empty file" }]);
  });

  it("reports a row with too many cells and reads the others", async () => {
    const { dataset, problems } = await loadMini(
      alterMini("claims.csv", '"Middle: captured, after a siege."', "Middle: captured, after a siege."),
    );
    expect(problems).toMatchObject([
      {
        severity: "error",
        file: "claims.csv",
        record: "row 2 (c1)",
        found: "18 cells",
        expected: "17 cells",
        remedy: "put texts with a comma, semicolon or line break in double quotes",
      },
    ]);
    expect(dataset?.claims.map(({ id }) => id)).toEqual(["c2", "c3"]);
  });

  it("reports a quote that is never closed", async () => {
    const { problems } = await loadMini(alterMini("claims.csv", 'siege."', "siege."));
    expect(problems[0]).toMatchObject({ record: "row 2 (c1)" });
    expect(problems.some(({ found }) => found.startsWith("broken quotes"))).toBe(true);
  });
});
