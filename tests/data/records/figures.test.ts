import { describe, expect, it } from "vitest";
import { alterMini, loadMini } from "../../fixtures/mini.ts";

/** Problems of the mini data set after its figures have been altered. */
async function findProblems(old: string, replacement: string) {
  return (await loadMini(alterMini("figures.csv", old, replacement))).problems;
}

describe("figures.csv", () => {
  it("is read with numbers as numbers", async () => {
    const { dataset } = await loadMini();
    expect(dataset?.figures[1]).toEqual({
      id: "f2",
      measure: "fighters-killed",
      value: 3,
      valueHigh: 5,
      unit: "persons",
      qualifier: "exactly",
      firstDay: "2020-01-03",
      lastDay: "2020-01-03",
      dayBasis: "stated",
      concerns: "red",
      settlement: "middle",
      attribution: "blue media",
      certainty: "reported",
      source: "d1",
      paragraph: 6,
      offset: 0,
      spelling: "three to five",
      contradicts: ["f3"],
      summary: "Blue media count the dead.",
    });
    expect(dataset?.figures[0]).toMatchObject({ value: 12500, valueHigh: undefined, settlement: undefined });
  });

  it.each([
    ["a measure outside the vocabulary", "f2,fighters-killed", "f2,losses", 'measure "losses"'],
    [
      "a qualifier outside the vocabulary",
      "persons,exactly,2020-01-03",
      "persons,roughly,2020-01-03",
      'qualifier "roughly"',
    ],
    ["a number with a thousands separator", ",3,5,", ',"3,000",5,', 'value "3,000"'],
    ["a number in words", ",3,5,", ",three,5,", 'value "three"'],
    ["a number below zero", ",3,5,", ",-3,5,", 'value "-3"'],
    ["no number", ",3,5,", ",,5,", "no value"],
    ["a number too great to be one", ",3,5,", ",3,1e999,", 'value_high "1e999"'],
    ["an upper end below the lower", ",3,5,", ",5,3,", "value 5 and value_high 3"],
    [
      "a name that two settlements have",
      "red,middle,blue media",
      "red,centre,blue media",
      'settlement "centre", of which there are 2',
    ],
    ["an unknown settlement", "red,middle,blue media", "red,midden,blue media", 'settlement "midden"'],
    ["an unknown document", "reported,d1,6", "reported,d7,6", 'source "d7"'],
    ["a contradiction of no figure", "five,f3", "five,e3", 'contradicts "e3"'],
    ["an impossible day", "exactly,2020-01-03", "exactly,2020-13-01", 'first_day "2020-13-01"'],
  ])("refuses %s", async (_, old, replacement, found) => {
    const { dataset, problems } = await loadMini(alterMini("figures.csv", old, replacement));
    expect(problems.map(({ severity, record, found }) => [severity, record, found])).toEqual([
      ["error", "row 3 (f2)", found],
    ]);
    expect(dataset?.figures.map(({ id }) => id)).toEqual(["f1", "f3"]);
  });

  it("says which words a qualifier may be", async () => {
    const [problem] = await findProblems("persons,at-least", "persons,minimum");
    expect(problem?.expected).toBe("one of exactly, about, at-least, over, up-to, nearly");
  });

  it("refuses the second figure of an id", async () => {
    expect(await findProblems("f3,fighters-killed,0", "f2,fighters-killed,0")).toMatchObject([
      { record: "row 3 (f2)", found: 'contradicts "f3"' },
      { record: "row 4 (f2)", found: 'contradicts "f2"' },
    ]);
    expect(await findProblems("f1,displaced", "f3,displaced")).toMatchObject([
      { record: "row 4 (f3)", found: 'id "f3" again' },
    ]);
  });
});
