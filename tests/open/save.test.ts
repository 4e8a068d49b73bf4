import papaparse from "papaparse";
import { describe, expect, it } from "vitest";
import type { Problem } from "../../src/data/problem.ts";
import { nameRecent } from "../../src/open/recent.ts";
import { writeProblems } from "../../src/open/save.ts";

const problem: Problem = {
  severity: "error",
  code: "wrong-value",
  file: "claims.csv",
  record: 'row 3 (=HYPERLINK("x"))',
  line: 4,
  column: undefined,
  member: "",
  found: '=1+1 with a "quote", and\na line break',
  expected: "سراقب",
  remedy: "mend it",
  count: 1,
};

describe("the saved report", () => {
  it("is a table that spreadsheets read as UTF-8, with no formula in it", async () => {
    const bytes = new Uint8Array(await (await writeProblems([problem], "csv")).arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const { data } = papaparse.parse<Record<string, string>>(new TextDecoder().decode(bytes).trimEnd(), {
      header: true,
    });
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({ severity: "error", line: "4", column: "", expected: "سراقب" });
    expect(data[0]?.["found"]).toBe(`'${problem.found}`);
  });

  it("is the same list as JSON", async () => {
    const { column: _, ...written } = problem;
    expect(JSON.parse(await (await writeProblems([problem], "json")).text())).toEqual([written]);
  });
});

describe("the name of a kept data set", () => {
  it("is made of the letters of any script", () => {
    expect(nameRecent("Mini story", "mini.zip")).toBe("mini-zip-mini-story");
    expect(nameRecent("قصة صغيرة", "")).toBe("قصة-صغيرة");
    expect(nameRecent("!", "?")).toBe("data");
  });
});
