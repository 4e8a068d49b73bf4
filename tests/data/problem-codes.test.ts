import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PROBLEM_CODES } from "../../src/data/problem-codes.ts";
import { formatProblemTable } from "../../tools/problem-table.ts";

describe("the catalogue of problems", () => {
  it("has short codes of plain words, and says of each what it means and what mends it, in one line", () => {
    for (const [code, { meaning, remedy }] of Object.entries(PROBLEM_CODES)) {
      expect(code).toMatch(/^[a-z]+(-[a-z0-9]+){0,5}$/);
      for (const text of [meaning, remedy])
        expect([code, text]).toEqual([code, expect.stringMatching(/^[A-Z].{9,90}[^.]$/)]);
    }
  });

  it("has no two kinds that mean the same", () => {
    const meanings = Object.values(PROBLEM_CODES).map(({ meaning }) => meaning);
    expect(new Set(meanings).size).toBe(meanings.length);
  });

  it("is the table of docs/problems.md (npm run schema writes it)", () => {
    const written = readFileSync(new URL("../../docs/problems.md", import.meta.url), "utf8");
    expect(written).toBe(formatProblemTable());
  });
});
