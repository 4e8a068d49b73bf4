import "@citation-js/plugin-bibtex";
import { Cite } from "@citation-js/core";
import { describe, expect, it } from "vitest";
import { day } from "../../src/core/day.ts";
import { type Citation, citeView } from "../../src/export/citation/citation.ts";
import { writeCitation } from "../../src/export/citation/forms.ts";
import { loadExportWords } from "../../src/words/export-words.ts";

const HASH = "1a2b3c4d".padEnd(64, "0");
const en = (await loadExportWords("en")).share.citation;
const ar = (await loadExportWords("ar")).share.citation;

/** All that TeX takes for something else, an unmatched brace first, and two scripts. */
const HARD = 'War} of 50 % & {more}: "A_b" #1 $5 ~x^2 \\ حرب, and peace';
const dataset = {
  title: { en: HARD, ar: "حرب {صغيرة} 50%" },
  credits: ["Wikipedia contributors (CC BY-SA), and South & North", "مركز التوثيق"],
  licence: "CC BY-SA 4.0; 100 % free",
};
const url = "https://example.org/war/?day=2020-02-06&text=%D8%AD%7B%7D%25&data=1a2b3c4d";
const cited = {
  dataset,
  view: { day: day("2020-02-06"), compared: undefined, language: "en" },
  hash: HASH,
  url,
  accessed: day("2026-11-08"),
  tool: "Frontline Atlas 0.1.0",
};
const citation = citeView(cited, en);
const arabic = citeView({ ...cited, view: { ...cited.view, language: "ar" } }, ar);

/** What Citation.js, which Wikidata and Zotero's friends use, makes of a text of either form. */
function read(text: string): Record<string, unknown> {
  const { data } = new Cite(text);
  expect(data).toHaveLength(1);
  return data[0] as Record<string, unknown>;
}

function expectWhole(item: Record<string, unknown>, { title, makers, state, notes }: Citation): void {
  expect(item["title"]).toBe(title);
  // Of one part each: it takes a whole name from BibTeX for a family's.
  const names = item["author"] as readonly Readonly<Record<string, string>>[];
  expect(names.map((name) => Object.values(name))).toEqual(makers.map((maker) => [maker]));
  expect(item["version"]).toBe(state);
  expect(item["URL"]).toBe(url);
  expect(item["accessed"]).toEqual({ "date-parts": [[2026, 11, 8]] });
  const note = String(item["note"]);
  for (const text of notes) expect(note).toContain(text.replaceAll(/[\u2066-\u2069]/g, ""));
}

describe("a citation", () => {
  it.each([
    ["English", citation, en],
    ["Arabic", arabic, ar],
  ] as const)("as BibTeX and as CSL-JSON in %s says the same to another program", (_, citation, words) => {
    for (const form of ["bibtex", "csl"] as const)
      expectWhole(read(writeCitation(citation, form, words)), citation);
  });

  it("as BibTeX has braces that match, whoever counts them, and as keys nothing but ASCII", () => {
    for (const [one, words] of [
      [citation, en],
      [arabic, ar],
    ] as const) {
      const text = writeCitation(one, "bibtex", words);
      let open = 0;
      for (const letter of text) {
        open += letter === "{" ? 1 : letter === "}" ? -1 : 0;
        expect(open).toBeGreaterThanOrEqual(0);
      }
      expect(open).toBe(0);
      // Out of an address, TeX would end the line at a percent sign.
      expect(text.replace(/^ *url = .*$/m, "")).not.toMatch(/(?<!\\)[%&#$_]/);
      expect(text).toMatch(/^@misc\{[a-z0-9-]+,\n/);
    }
  });

  it("as text says all of it in one line, and ends no address with a full stop", () => {
    const text = writeCitation(citation, "text", en);
    expect(text.trimEnd()).not.toContain("\n");
    expect(text).toContain(`${HARD}, 6 February 2020 [data set, state 1a2b3c4d, Frontline Atlas 0.1.0]`);
    for (const part of [...dataset.credits, dataset.licence, HASH, `${url} Accessed 8 November 2026.`])
      expect(text).toContain(part);
  });

  it("of two days that are compared names both, the earlier first", () => {
    const view = { ...cited.view, compared: day("2020-01-20") };
    const { title, key, notes } = citeView({ ...cited, view }, en);
    expect(title).toContain("20 January 2020 and 6 February 2020");
    expect(key).toMatch(/2020-01-20-2020-02-06$/);
    expect(notes[0]).toContain("20 January 2020");
  });

  it("leaves out what nobody knows: makers, licence, hash and address", () => {
    const bare = { title: { en: "A war" }, credits: [], licence: "" };
    const nothing = citeView({ ...cited, dataset: bare, hash: "", url: undefined }, en);
    for (const form of ["bibtex", "csl"] as const) {
      const item = read(writeCitation(nothing, form, en));
      for (const member of ["author", "version", "URL"]) expect(item).not.toHaveProperty(member);
    }
    const text = writeCitation(nothing, "text", en);
    expect(text).toBe(
      "A war, 6 February 2020 [data set, Frontline Atlas 0.1.0]. Situation at the end of 6 February 2020. Accessed 8 November 2026.\n",
    );
  });

  it("names the makers of the data, and not those of the map below", () => {
    const { makers } = citeView({ ...cited, dataset: { ...dataset, ownCredits: ["Us"] } }, en);
    expect(makers).toEqual(["Us"]);
  });
});
