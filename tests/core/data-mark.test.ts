import { describe, expect, it } from "vitest";
import { encodeMarked, matchMark, readMark, readMarkOf, writeMark } from "../../src/core/data-mark.ts";
import type { Names } from "../../src/core/names.ts";
import { day } from "../../src/core/day.ts";
import { defaultView, parseView, type ViewContext } from "../../src/core/view.ts";

const CONTEXT: ViewContext = {
  firstDay: day("2020-01-01"),
  lastDay: day("2020-03-01"),
  defaultDay: day("2020-02-06"),
  has: () => true,
  languages: ["en"],
  scripts: ["latin"],
  layers: [],
  charts: [],
  sides: [],
  isSaidBy: () => true,
  steps: [],
};

const [one, two] = ["1a2b3c4d".padEnd(64, "0"), "ffff0000".padEnd(64, "0")];

describe("the mark of a data set", () => {
  it.each<[string, Names, string]>([
    ["first words of its title", { en: "Northern front, spring and summer" }, "northern-front-1a2b3c4d"],
    ["letters without their accents", { fr: "Été à Cité-État" }, "ete-a-cite-etat-1a2b3c4d"],
    ["English before other languages", { fr: "Une guerre", en: "A war" }, "a-war-1a2b3c4d"],
    [
      "a part of a word that is too long",
      { en: "Donaudampfschifffahrtsgesellschaft" },
      "donaudampfschifffahr-1a2b3c4d",
    ],
    ["no name where there are no Latin letters", { ar: "حرب", uk: "Війна" }, "1a2b3c4d"],
    ["no name of half a title", { uk: "Війна for all" }, "1a2b3c4d"],
    ["a name in the language that has Latin letters", { ar: "حرب", es: "Una guerra" }, "una-guerra-1a2b3c4d"],
    ["no name of digits alone", { en: "1848" }, "1a2b3c4d"],
    ["no name of a title without letters", { en: "…" }, "1a2b3c4d"],
  ])("has %s", (_, title, mark) => {
    expect(writeMark(title, one)).toBe(mark);
    expect(matchMark(readMark(mark)!, title, one)).toBe("same");
  });

  it("is none where there is no hash, and then no part of an address", () => {
    expect(writeMark({ en: "A war" }, "")).toBe("");
    const view = defaultView(CONTEXT);
    expect(encodeMarked(view, { en: "A war" }, "")).toBe("day=2020-02-06");
    expect(encodeMarked(view, { en: "A war" }, one)).toBe("day=2020-02-06&data=a-war-1a2b3c4d");
  });

  it("needs no escape in an address, and is left alone by what reads the view", () => {
    const query = encodeMarked(defaultView(CONTEXT), { en: 'A "war" & more?' }, one);
    expect(readMarkOf(`https://a.org/x?${query}`)).toEqual({ name: "a-war-more", state: "1a2b3c4d" });
    expect(parseView(query, CONTEXT)).toEqual({ view: defaultView(CONTEXT), problems: [] });
  });

  it.each(["", "a-war", "a-war-1a2b3c4", "a-war-1A2B3C4D", "a_war-1a2b3c4d", "-1a2b3c4d", "حرب-1a2b3c4d"])(
    "is not %j",
    (text) => expect(readMark(text)).toBeUndefined(),
  );
});

describe("the data that are shown", () => {
  it.each<[string, string, Names, string, string]>([
    ["the same state", "a-war-1a2b3c4d", { en: "A war" }, one, "same"],
    ["the same state under a new title", "a-war-1a2b3c4d", { en: "Another" }, one, "same"],
    ["another state", "a-war-1a2b3c4d", { en: "A war" }, two, "changed"],
    [
      "another state that has an English title now",
      "une-guerre-1a2b3c4d",
      { fr: "Une guerre", en: "A war" },
      two,
      "changed",
    ],
    ["another data set", "a-war-1a2b3c4d", { en: "Another" }, two, "other"],
    ["unknown where the mark has no name", "1a2b3c4d", { en: "A war" }, two, "unsure"],
    ["unknown where the title makes no name", "a-war-1a2b3c4d", { ar: "حرب" }, two, "unsure"],
    ["unknown where they have no hash", "a-war-1a2b3c4d", { en: "A war" }, "", "unsure"],
    ["another data set also without a hash", "a-war-1a2b3c4d", { en: "Another" }, "", "other"],
  ])("are %s", (_, mark, title, hash, match) => {
    expect(matchMark(readMark(mark)!, title, hash)).toBe(match);
  });
});
