import { describe, expect, it } from "vitest";
import {
  describeValue,
  formatProblem,
  type Problem,
  reportOn,
  type Severity,
  toOneLine,
} from "../../src/data/problem.ts";

const PROBLEM: Problem = {
  severity: "error",
  code: "unknown-side",
  file: "claims.csv",
  line: 14,
  column: undefined,
  record: "row 12 (c0012)",
  member: "side",
  found: 'side "green"',
  expected: "red or blue",
  remedy: "correct side",
  count: 1,
};

describe("formatProblem", () => {
  it("is one line of file, line, record, found, expected, remedy, code", () => {
    expect(formatProblem(PROBLEM)).toBe(
      'claims.csv:14: row 12 (c0012): found side "green"; expected red or blue; correct side [unknown-side]',
    );
  });

  it("leaves the record out for the file as a whole and marks a warning", () => {
    expect(formatProblem({ ...PROBLEM, record: "", severity: "warning" })).toBe(
      'warning: claims.csv:14: found side "green"; expected red or blue; correct side [unknown-side]',
    );
  });
});

describe("problems of one kind", () => {
  type Fault = readonly [severity: Severity, code: "unknown-side" | "missing-member", member: string];

  /** 50 faults of each, one after the other, of which no two are worded alike. */
  function tellAll(...faults: readonly Fault[]): Problem[] {
    const problems: Problem[] = [];
    const words = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".slice(0, 50);
    for (const [index, word] of [...words].entries()) {
      const reporter = reportOn(problems, `days/${index}.geojson`, word, undefined, "days");
      for (const [severity, code, member] of faults) {
        const report = { error: "error", warning: "warn", note: "note" } as const;
        reporter.about(member)[report[severity]](code, `${word}${word}`, `not ${word}`, `mend ${word}`);
      }
    }
    return problems;
  }

  const count = (problems: readonly Problem[]) => problems.map((problem) => problem.count);

  it("are listed twenty times and then counted, however differently they are worded", () => {
    const problems = tellAll(["error", "unknown-side", "side"]);
    expect(count(problems)).toEqual([...Array.from({ length: 20 }, () => 1), 30]);
    expect(problems[20]).toMatchObject({ code: "unknown-side", member: "side", file: "days", record: "" });
    expect(problems[20]?.found).toBe("30 more like this, the first uu");
  });

  it("are counted for each code, severity and member by itself, though worded alike", () => {
    const faults: readonly Fault[] = [
      ["error", "unknown-side", "side"],
      ["error", "unknown-side", "between"],
      ["warning", "unknown-side", "side"],
      ["error", "missing-member", "side"],
    ];
    const problems = tellAll(...faults);
    expect(problems).toHaveLength(4 * 21);
    for (const [severity, code, member] of faults) {
      const same = problems.filter((problem) => problem.severity === severity && problem.code === code);
      expect(count(same.filter((problem) => problem.member === member)).at(-1)).toBe(30);
    }
  });

  it("are a record's, whichever member they are about", () => {
    const reporter = reportOn([], "x.csv");
    reporter.about("side").warn("unknown-side", "", "", "");
    expect(reporter.hasFailed()).toBe(false);
    reporter.about("side").error("unknown-side", "", "", "");
    expect(reporter.hasFailed()).toBe(true);
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
