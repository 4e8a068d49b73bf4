import { inSentence } from "../../src/words/en/forms.ts";
import { describe, expect, it } from "vitest";
import { day } from "../../src/core/day.ts";
import { pluralise } from "../../src/words/plural.ts";
import type { Words } from "../../src/words/types.ts";
import { LANGUAGES, loadWords, wordsOf } from "../../src/words/index.ts";
import type { ImportWords } from "../../src/words/import-words.ts";
import { loadImportWords } from "../../src/words/load-import-words.ts";
import { laterWordsOf } from "../../src/words/words-of-later.ts";

const en = wordsOf("en");
const ar = await loadWords("ar");
const thursday = day("2020-02-06");

describe("dates in words", () => {
  it("are full, with a comma, in both languages", () => {
    expect(en.dates.full(thursday)).toBe("Thursday, 6 February 2020");
    expect(ar.dates.full(thursday)).toBe("الخميس، 6 شباط 2020");
  });

  it("name month and year of two compared days once where they share them, with an arrow the way one reads", () => {
    const pair = (first: string, last: string) =>
      en.dates.pair(day(first), day(last)).replaceAll("\u00a0", " ");
    expect(pair("2020-02-12", "2020-02-20")).toBe("12 → 20 February 2020");
    expect(pair("2020-01-28", "2020-02-02")).toBe("28 January → 2 February 2020");
    expect(pair("2019-12-28", "2020-02-02")).toBe("28 December 2019 → 2 February 2020");
    expect(ar.dates.pair(day("2020-02-12"), day("2020-02-20"))).toMatch(/^12\s← 20\s/);
    expect(en.dates.pair(day("2020-02-12"), day("2020-02-20")).split(" ")).toHaveLength(2);
  });

  it("name a month once in a window within it, and both otherwise", () => {
    expect(en.dates.window(day("2020-01-24"), day("2020-01-26"))).toBe("between 24 and 26 January");
    expect(en.dates.window(day("2020-01-28"), day("2020-02-02"))).toBe("between 28 January and 2 February");
    expect(en.dates.window(day("2019-12-20"), day("2020-12-22"))).toContain("20 December");
  });
});

describe("plurals", () => {
  it("fall back to the general form and put the number in", () => {
    expect(pluralise("en")(1, { other: "# items" })).toBe("1 items");
    expect(pluralise("ar")(2, { two: "اثنان", other: "#" })).toBe("اثنان");
  });
});

describe("notices about the address", () => {
  it("say what was asked for, what is wrong with it and what is shown", () => {
    const problem = { parameter: "day", found: "2020-13-40", used: "2020-02-06" } as const;
    expect(laterWordsOf(en).viewProblem(problem)).toBe(
      "The address asked for day 2020-13-40, which is not a day; showing 6 February 2020.",
    );
    expect(laterWordsOf(ar).viewProblem(problem)).toContain("2020-13-40");
  });

  it("tell a day outside the story from one that is none", () => {
    const problem = { parameter: "day", found: "2021-01-01", used: "2020-03-19" } as const;
    expect(laterWordsOf(en).viewProblem(problem)).toContain("outside this story");
  });
});

describe("the Arabic interface", () => {
  it("has no text left in Latin letters but names, those of files set apart", () => {
    const left = listTexts(ar).filter((text) => /[a-z]{3}/i.test(text.replaceAll(/\u2066.*?\u2069/g, "")));
    expect(new Set(left)).toEqual(new Set());
  });
});

describe("the words of the import assistant", () => {
  it("have no text left in Latin letters in Arabic and Ukrainian, and are not those of another language", async () => {
    const english = listTexts(await loadImportWords("en"));
    for (const language of ["ar", "uk", "fr"]) {
      const texts = listTexts(await loadImportWords(language));
      expect(texts.length, language).toBe(english.length);
      const left = texts.filter((text) => language !== "fr" && /[a-z]{3}/i.test(text.replaceAll(NAMES, "")));
      expect(left, language).toEqual([]);
    }
  });

  it("say what a column, a day and a side are asked for by an example of the data", async () => {
    for (const language of Object.keys(LANGUAGES)) {
      const { question, why, nameIn } = await loadImportWords(language);
      expect(question({ about: "side", wanted: "", sample: "GOV" }), language).toContain("GOV");
      expect(question({ about: "day-order", wanted: "", sample: "1/2/2020" }), language).toContain(
        "1/2/2020",
      );
      expect(question({ about: "column", wanted: "X1", sample: "" }), language).toContain("X1");
      expect(why("column-name", "adm1"), language).toContain("adm1");
      expect(nameIn("ar"), language).not.toMatch(/: ?ar$/);
    }
  });

  it("of a language that there is none of are English", async () => {
    expect(await loadImportWords("tlh")).toBe(await loadImportWords("en"));
  });
});

/** Names of files, the same in all languages. */
const NAMES = /dataset\.json|zip|\u2066.*?\u2069/g;

function listTexts(words: Words | ImportWords): string[] {
  const texts: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === "string") texts.push(value);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(visit);
  };
  visit({ ...words, language: undefined, direction: undefined });
  return texts;
}

describe("the name of a side within a sentence", () => {
  it("begins with a small letter only where its first word is no name", () => {
    expect(inSentence("Government forces")).toBe("government forces");
    expect(inSentence("SDF and government, jointly")).toBe("SDF and government, jointly");
    expect(inSentence("Ukrainian forces")).toBe("Ukrainian forces");
    expect(inSentence("Stateside Guard")).toBe("Stateside Guard");
  });
});
