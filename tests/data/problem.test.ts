import { describe, expect, it } from "vitest";
import { describeValue, formatProblem, type Problem, toOneLine } from "../../src/data/problem.ts";

const PROBLEM: Problem = {
  severity: "error",
  file: "claims.csv",
  line: 14,
  column: undefined,
  record: "row 12 (c0012)",
  found: 'side "green"',
  expected: "red or blue",
  remedy: "correct side",
  count: 1,
};

describe("formatProblem", () => {
  it("is one line of file, line, record, found, expected, remedy", () => {
    expect(formatProblem(PROBLEM)).toBe(
      'claims.csv:14: row 12 (c0012): found side "green"; expected red or blue; correct side',
    );
  });

  it("leaves the record out for the file as a whole and marks a warning", () => {
    expect(formatProblem({ ...PROBLEM, record: "", severity: "warning" })).toBe(
      'warning: claims.csv:14: found side "green"; expected red or blue; correct side',
    );
  });
});

describe("what is found", () => {
  it("is named by its kind where it is no short text", () => {
    expect([undefined, null, 7, [], [1, 2], {}].map(describeValue)).toEqual([
      "nothing",
      "null",
      "7",
      "an empty list",
      "a list of 2",
      "an object",
    ]);
  });

  it("cannot steer a terminal, break the line or turn its direction", () => {
    expect(toOneLine("a\u001b[31m\r\n\u202eb\u0007")).toBe("a<U+001B>[31m<U+000D><U+000A><U+202E>b<U+0007>");
    expect(describeValue("x".repeat(200))).toHaveLength(82);
    expect(toOneLine("سراقب")).toBe("سراقب");
    // No half of a letter is left where a text is cut.
    expect(toOneLine("abc🏰def", 5)).toBe("abc…");
    const evil = { ...PROBLEM, file: "a\u001b[2J\nb.csv", record: "\u009b1" };
    expect(formatProblem(evil)).toMatch(/^a<U\+001B>\[2J<U\+000A>b\.csv:14: <U\+009B>1: found/);
  });
});
