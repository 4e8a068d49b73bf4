import { describe, expect, it } from "vitest";
import { createJudge, NO_FILTER } from "../../src/core/filter.ts";
import { buildAtlas } from "../../src/core/atlas.ts";
import { chooseTranslation, readText, translationsOf } from "../../src/core/translations.ts";
import { readCompiled, writeCompiled } from "../../src/data/compiled/compiled.ts";
import { listTranslated, namePart, readTranslation } from "../../src/data/translation-part.ts";
import { addColumns, loadMini, readMini } from "../fixtures/mini.ts";

const TRANSLATED = {
  ...addColumns("claims.csv", {
    summary_fr: { c1: "Le Milieu : pris après un siège.", c2: "  " },
    "actor:fr": { c1: "1re compagnie" },
  }),
  ...addColumns("events.csv", {
    title_fr: { e1: "Une trêve" },
    "summary:zh-Hant": { e1: "雙方同意停火兩天。" },
  }),
  ...addColumns("figures.csv", { attribution_fr: { f1: "une agence" } }),
};

async function loadTranslated(files: Parameters<typeof loadMini>[0] = TRANSLATED) {
  const loaded = await loadMini(files);
  const { dataset, later } = loaded;
  if (!dataset || !later) throw new Error("The mini data set cannot be read");
  const read = async (language: string) => readTranslation(await later.load(namePart(language)));
  return { ...loaded, dataset, later, read };
}

const codesOf = (problems: readonly { readonly code: string; readonly found: string }[]) =>
  problems.map(({ code, found }) => [code, found]);

describe("the columns of a table in other languages", () => {
  it("are read by language and record, and leave the records as they were", async () => {
    const { dataset, later, problems, read } = await loadTranslated();
    expect(problems).toEqual([]);
    expect(listTranslated(later.names)).toEqual(["fr", "zh-Hant"]);
    const { dataset: plain } = await loadMini();
    expect(dataset.claims).toEqual(plain?.claims);
    expect(dataset.events).toEqual(plain?.events);
    expect(dataset.figures).toEqual(plain?.figures);
    const french = await read("fr");
    expect(french.language).toBe("fr");
    expect(french.claims).toEqual(new Map([["c1", { summary: "Le Milieu : pris après un siège." }]]));
    expect(french.events).toEqual(new Map([["e1", { title: "Une trêve" }]]));
    expect(french.names.get("1st company")).toBe("1re compagnie");
    expect(french.names.get("an agency")).toBe("une agence");
    const chinese = await read("zh-Hant");
    expect(chinese.events.get("e1")).toEqual({ summary: "雙方同意停火兩天。" });
  });

  it("are read of documents too, whose title stays as it is printed", async () => {
    const [first, second] = JSON.parse(readMini("sources.json")) as [object, object];
    const french = { publisher_fr: "Le Journal", "note:fr": "Une note.", title_fr: "Un titre" };
    const { problems, read, dataset } = await loadTranslated({
      "sources.json": JSON.stringify([{ ...first, note: "A note.", ...french }, second]),
    });
    expect(problems).toEqual([]);
    const { names } = await read("fr");
    const [source] = dataset.sources;
    expect(names.get(source?.publisher ?? "")).toBe("Le Journal");
    expect(names.get("A note.")).toBe("Une note.");
    expect([...names.values()]).not.toContain("Un titre");
  });

  it("make no part where there are none", async () => {
    expect((await loadMini()).later?.names).toEqual([]);
  });

  it("are passed over, as any column of the file's own, where they do not name a language", async () => {
    const own = addColumns("claims.csv", {
      summary_long: { c1: "x" },
      summary_id: { c1: "7" },
      note_fr: { c1: "n" },
    });
    const { later, problems, notes } = await loadTranslated(own);
    expect([later.names, problems, notes]).toEqual([[], [], []]);
  });

  it.each(["summary:english", "actor:", "summary:qq", "summary_qq", "summary_en", "summary:en"])(
    "are warned of once and passed over where they are of no language, or of the texts' own: %s",
    async (column) => {
      const file = addColumns("claims.csv", { [column]: { c1: "x", c2: "y" } });
      const { later, problems } = await loadTranslated(file);
      expect(later.names).toEqual([]);
      expect(codesOf(problems)).toEqual([["unknown-language", `column "${column}"`]]);
      expect(problems[0]).toMatchObject({ severity: "warning", file: "claims.csv", line: 1 });
    },
  );

  it("may be of English where another language is declared for the texts", async () => {
    const declaration = readMini("dataset.json").replace("{", '{ "text_language": "uk",');
    const english = addColumns("claims.csv", { summary_en: { c1: "Captured." } });
    const { dataset, later, problems } = await loadTranslated({ ...english, "dataset.json": declaration });
    expect(problems).toEqual([]);
    expect([dataset.textLanguage, later.names]).toEqual(["uk", ["translations-en"]]);
  });

  it("are told of where there is no text that they translate", async () => {
    const { problems } = await loadTranslated(
      addColumns("claims.csv", { actor_fr: { c1: "1re compagnie", c2: "quelqu’un" } }),
    );
    expect(codesOf(problems)).toEqual([["translation-without-text", "actor_fr and no actor"]]);
    expect(problems[0]?.record).toContain("c2");
  });

  it("give one name one translation, the first", async () => {
    const { problems, read } = await loadTranslated({
      ...addColumns("claims.csv", { attribution_fr: { c2: "médias bleus" } }),
      ...addColumns("figures.csv", { attribution_fr: { f2: "presse bleue" } }),
    });
    expect(problems.map(({ code, file, record }) => [code, file, record])).toEqual([
      ["translations-differ", "figures.csv", "row 3 (f2)"],
    ]);
    expect((await read("fr")).names).toEqual(new Map([["blue media", "médias bleus"]]));
  });

  it("are noted where records of a kind lack what others have, by kind and language", async () => {
    const { notes } = await loadTranslated();
    const told = notes.filter(({ code }) => code === "not-translated");
    expect(told.map(({ file, found }) => `${file}: ${found}`)).toEqual([
      "sources.json: 1 of 2 records without all of their texts in fr",
      "claims.csv: 2 of 3 records without all of their texts in fr",
      "events.csv: 3 of 3 records without all of their texts in fr",
      "figures.csv: 3 of 3 records without all of their texts in fr",
      "sources.json: 1 of 2 records without all of their texts in zh-Hant",
      "claims.csv: 3 of 3 records without all of their texts in zh-Hant",
      "events.csv: 3 of 3 records without all of their texts in zh-Hant",
      "figures.csv: 3 of 3 records without all of their texts in zh-Hant",
    ]);
  });
});

describe("a translation", () => {
  it("is in the compiled file as a part that comes later, and the same there", async () => {
    const { read, ...loaded } = await loadTranslated();
    const { later } = await readCompiled(await writeCompiled(loaded));
    expect(later.names).toEqual(loaded.later.names);
    expect(readTranslation(await later.load("translations-fr"))).toEqual(await read("fr"));
  });

  it.each([
    "null",
    "[]",
    "{",
    '{"language":"fr"}',
    '{"language":"<b>","names":{},"claims":{},"events":{},"figures":{}}',
    '{"language":"fr","names":{},"claims":{"c1":{"summary":5}},"events":{},"figures":{}}',
    '{"language":"fr","names":{"__proto__":"x"},"claims":{},"events":{},"figures":{}}',
    '{"language":"fr","names":{},"claims":{"constructor":{}},"events":{},"figures":{}}',
  ])("that somebody has made up is refused: %s", (text) => {
    expect(() => readTranslation(new TextEncoder().encode(text))).toThrow(/./);
  });

  it("is shown text by text, and the original where it lacks one", async () => {
    const { dataset, read } = await loadTranslated();
    const [first, second] = dataset.claims;
    if (!first || !second) throw new Error("No claims");
    const french = await read("fr");
    expect(readText(first, "summary", dataset, french)).toEqual({
      text: "Le Milieu : pris après un siège.",
      language: "fr",
      original: first.summary,
    });
    const original = { text: second.summary, language: "en", original: undefined };
    expect(readText(second, "summary", dataset, french)).toEqual(original);
    expect(readText(second, "summary", dataset, undefined)).toEqual(original);
  });

  it("is chosen as a name is: the language itself, the one without its script, English", () => {
    expect(chooseTranslation("en", ["ar", "pt"], "ar")).toBe("ar");
    expect(chooseTranslation("en", ["ar", "pt"], "pt-BR")).toBe("pt");
    expect(chooseTranslation("en", ["ar"], "fr")).toBeUndefined();
    expect(chooseTranslation("en", ["ar"], "en")).toBeUndefined();
    expect(chooseTranslation("uk", ["ar", "en"], "fr")).toBe("en");
    expect(chooseTranslation("uk", ["ar"], "fr")).toBeUndefined();
  });

  it("is told to whoever watches once it is there", async () => {
    const { dataset, read } = await loadTranslated();
    const shelf = translationsOf(dataset);
    let told = 0;
    const stop = shelf.watch(() => (told += 1));
    expect(shelf.find("fr")).toBeUndefined();
    shelf.add(await read("fr"));
    stop();
    shelf.add(await read("zh-Hant"));
    expect(told).toBe(1);
    expect(shelf.find("fr")?.language).toBe("fr");
    expect(shelf.find("en")).toBeUndefined();
    expect(translationsOf(dataset)).toBe(shelf);
  });

  it("is searched by the filter's words beside the original, as soon as it is there", async () => {
    const { dataset, read } = await loadTranslated();
    const atlas = buildAtlas(dataset);
    const french = await read("fr");
    const find = (text: string, translation: typeof french | undefined) => {
      const judge = createJudge(atlas, { ...NO_FILTER, text }, translation);
      return [
        ...dataset.claims.filter(judge.claim),
        ...dataset.events.filter(judge.event),
        ...dataset.figures.filter(judge.figure),
      ].map(({ id }) => id);
    };
    for (const [text, id] of [
      ["siège", "c1"],
      ["1re compagnie", "c1"],
      ["trêve", "e1"],
      ["une agence", "f1"],
    ] as const) {
      expect([text, find(text, undefined)]).toEqual([text, []]);
      expect(find(text, french)).toContain(id);
    }
    for (const text of ["siege", "truce"]) {
      expect(find(text, undefined)).not.toEqual([]);
      expect(find(text, french)).toEqual(find(text, undefined));
    }
  });
});
