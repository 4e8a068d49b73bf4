import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonError, parseJson } from "../../../src/data/text/json.ts";
import { type Problem, reportOn } from "../../../src/data/problem.ts";

function findProblem(text: string): string | undefined {
  const problems: Problem[] = [];
  parseJson(text, reportOn(problems, "x.json"));
  const [problem] = problems;
  return problem && `${problem.found} at line ${problem.line}, column ${problem.column}`;
}

describe("parseJson", () => {
  it.each([
    ["", "broken JSON: the end of the file at line 1, column 1"],
    ["{", "broken JSON: the end of the file at line 1, column 2"],
    ['{"a": 1,}', 'broken JSON: "}" at line 1, column 9'],
    ['{"a" 1}', 'broken JSON: "1}" at line 1, column 6'],
    ["[1 2]", 'broken JSON: "2]" at line 1, column 4'],
    ["[1,\r\n  2,\r\n  x]", 'broken JSON: "x]" at line 3, column 3'],
    ["[01]", 'broken JSON: "01]" at line 1, column 2'],
    ["[1]]", 'broken JSON: "]" at line 1, column 4'],
    ["[}", 'broken JSON: "}" at line 1, column 2'],
    ["{a: 1}", 'broken JSON: "a: 1}" at line 1, column 2'],
    ['["open]\n', 'broken JSON: "\\"open]" at line 1, column 2'],
    ["{'a': 1}", "broken JSON: \"'a': 1}\" at line 1, column 2"],
    ["[1] // note", 'broken JSON: "// note" at line 1, column 5'],
  ])("says where %j stops being JSON", (text, found) => {
    expect(findProblem(text)).toBe(found);
  });

  it("passes over a byte order mark", () => {
    expect(findProblem("\uFEFF[1]")).toBeUndefined();
    expect(findProblem("\uFEFF[x]")).toBe('broken JSON: "x]" at line 1, column 2');
  });

  it("does not fail on deep nesting or long strings", () => {
    expect(findProblem("[".repeat(200_000))).toBe(
      "broken JSON: the end of the file at line 1, column 200001",
    );
    expect(findProblem(`["${"a\\n".repeat(1_000_000)}" x]`)).toMatch(/^broken JSON: "x]"/);
  });

  it("finds no fault before the cut when JSON is cut short between two of its signs", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, seed) => {
        const text = JSON.stringify([value], null, 1);
        const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
        const cut = ends[seed % ends.length] ?? 0;
        expect(findJsonError(text.slice(0, cut))).toBe(cut);
      }),
    );
  });

  it("agrees with the engine that a text is broken, and points no further than the engine does", () => {
    const alphabet = fc.constantFrom(...'{}[]:,"\\ \n0123.eE+-truefalsn/x');
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 12 }), (text) => {
        const message = findEngineMessage(text);
        fc.pre(message !== undefined);
        const position = /at position (\d+)/.exec(message ?? "")?.[1];
        expect(findJsonError(text)).toBeLessThanOrEqual(
          position === undefined ? text.length : Number(position),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

function findEngineMessage(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return String(error);
  }
}
