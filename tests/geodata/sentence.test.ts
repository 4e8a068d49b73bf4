import { describe, expect, it } from "vitest";
import { findSentence } from "../../geodata/build/sentence.ts";

/** What the sentence around some words names. */
function daysAround(words: string, line: string): readonly string[] {
  expect(line).toContain(words);
  return findSentence(line, Array.from(line.slice(0, line.indexOf(words))).length).days;
}

describe("the days that a sentence names", () => {
  it.each([
    ["They left on 7 May.", ["05-07"]],
    ["They left on May 7, the first to do so.", ["05-07"]],
    ["On May 7, 2031, they left.", ["2031-05-07"]],
    ["They left on 7 May 2031.", ["2031-05-07"]],
    ["Between 7 and 9 May they left.", ["05-07", "05-09"]],
    ["They left on 7–9 May and on 3-4 June.", ["05-07", "05-09", "06-03", "06-04"]],
    ["By 7 May they had left.", ["by 05-07"]],
    ["By the end of 7 May they had left.", ["by 05-07"]],
    ["By the evening of May 7, they left.", ["by 05-07"]],
    ["In the week up to 7 May they left.", ["by 05-07"]],
    ["In the first two weeks of May they left.", ["month 05"]],
    ["By late May 2031 they had left, as in the April-June push.", ["month 2031-05", "month 04", "month 06"]],
    ["The same day they left.", ["counted"]],
    ["They left later in the day, or the day before; by the end of the month all had.", ["counted"]],
    ["That night they left.", ["counted"]],
    [
      "On the morning of 7 May they left; on 9 May they were back, and left again on 7 May.",
      ["05-07", "05-09"],
    ],
    ["In the evening, 70–80 of them left in 9 cars.", []],
    ["The march was long; they may leave.", []],
  ])("%s", (sentence, days) => {
    expect(findSentence(sentence, 3).days).toEqual(days);
  });
});

describe("the sentence around a character", () => {
  it("ends at a stop before a capital or a number, also where the blank is missing", () => {
    const line = "On 7 May they left.On 8 May they came back. 9 men stayed.11-12 May was calm.";
    expect(daysAround("left", line)).toEqual(["05-07"]);
    expect(daysAround("came", line)).toEqual(["05-08"]);
    expect(daysAround("men", line)).toEqual([]);
    expect(daysAround("calm", line)).toEqual(["05-11", "05-12"]);
  });

  it("ends behind quotes and reference numbers, and not in a number, an abbreviation or an address", () => {
    const line =
      'He said "no more."[12][note 3] On 7 May, 2.5 tonnes of U.S. aid came, Harbour.com wrote at 5 p.m. local time; all was well. They left.';
    expect(daysAround("no more", line)).toEqual([]);
    for (const words of ["tonnes", "aid came", "wrote", "well"])
      expect(daysAround(words, line)).toEqual(["05-07"]);
    expect(daysAround("They left", line)).toEqual([]);
  });

  it("is told by characters, not by UTF-16 units", () => {
    const line = "𐎁𐎂 left. On 7 May they came.";
    expect(findSentence(line, 2)).toEqual({ start: 0, days: [] });
    expect(findSentence(line, 9)).toEqual({ start: 9, days: ["05-07"] });
    expect(findSentence(line, 8)).toEqual({ start: 0, days: [] });
  });
});
