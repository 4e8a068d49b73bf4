import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { findScript } from "../../src/core/names.ts";
import { PROBLEM_CODES, type ProblemCode } from "../../src/data/problem-codes.ts";
import { type Problem, reportOn } from "../../src/data/problem.ts";
import { ProblemList } from "../../src/ui/parts/ProblemList.tsx";
import { LANGUAGES, loadWords, wordsOf } from "../../src/words/index.ts";
import { nameProblem } from "../../src/words/problem-words.ts";
import type { Words } from "../../src/words/types.ts";

const catalogues: readonly (readonly [language: string, words: Words])[] = await Promise.all(
  Object.keys(LANGUAGES).map(async (language) => [language, await loadWords(language)] as const),
);

function makeProblems(): Problem[] {
  const problems: Problem[] = [];
  const reporter = reportOn(problems, "claims.csv", "row 2");
  reporter.error("unknown-side", 'side "green"', "red or blue", "correct side");
  reporter.warn("outside-story", "days 2019", "the year 2020", "check the two days");
  reporter.error("unknown-side", 'side "grey"', "red or blue", "correct side");
  return problems;
}

/** Headings and records in the order in which they are read out. */
function read(words: Words): string[] {
  const html = renderToStaticMarkup(<ProblemList problems={makeProblems()} words={words} heading="h3" />);
  const parts = html.matchAll(
    /<h3>(.*?) <code dir="ltr">([a-z-]+)<\/code><\/h3>|<bdi lang="en">((?:side|days) .*?)</g,
  );
  return [...parts].map(([, heading, code, found]) => (found === undefined ? `${heading} | ${code}` : found));
}

describe("the list of problems", () => {
  it.each(catalogues)(
    "stands under the kinds in the words of %s, with what was found in English",
    (_, words) => {
      const side = nameProblem(words, "unknown-side");
      const outside = nameProblem(words, "outside-story");
      expect(read(words)).toEqual([
        `${side} | unknown-side`,
        "side &quot;green&quot;",
        "side &quot;grey&quot;",
        `${outside} | outside-story`,
        "days 2019",
      ]);
    },
  );

  it("names a kind in the language of the reader", () => {
    const headings = ["en", "ar", "fr", "uk"].map((language) => read(wordsOf(language))[0]);
    expect(headings).toEqual([
      "A side that is not declared | unknown-side",
      "طرف غير معلَن | unknown-side",
      "Camp qui n’est pas déclaré | unknown-side",
      "Сторона, яку не оголошено | unknown-side",
    ]);
  });
});

/** One for each code, whatever a catalogue has besides. */
function listHeadings(words: Words): string[] {
  expect(Object.keys(words.problems ?? PROBLEM_CODES)).toEqual(Object.keys(PROBLEM_CODES));
  return Object.keys(PROBLEM_CODES).map((code) => nameProblem(words, code as ProblemCode));
}

describe("the headings of kinds of problems", () => {
  it.each(catalogues)("are short, of one line, and different from each other in %s", (language, words) => {
    const headings = listHeadings(words);
    expect(new Set(headings).size).toBe(headings.length);
    const odd = headings.filter((text) => text.length < 5 || text.length > 90 || /[.\n]$|\n/.test(text));
    expect(odd).toEqual([]);
    // The language's name for itself is in its own script.
    const script = findScript(LANGUAGES[language]?.label ?? "");
    const isInScript = (text: string) => [...text].some((letter) => findScript(letter) === script);
    expect(headings.filter((text) => !isInScript(text))).toEqual([]);
  });

  it("are not those of another language", () => {
    const all = catalogues.flatMap(([, words]) => listHeadings(words));
    expect(new Set(all).size).toBe(all.length);
  });
});
