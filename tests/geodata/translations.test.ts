import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { readTranslation } from "../../src/data/translation-part.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { GEODATA, readGeodata } from "./bundled.ts";

type Row = Readonly<Record<string, string>>;

const TEXTS = {
  "claims.csv": ["summary", "attribution", "actor"],
  "events.csv": ["title", "summary", "attribution"],
  "figures.csv": ["summary", "attribution"],
} as const;

/** Every text of a record, the original with its Arabic; "article" is a word of the format and no text. */
async function listTexts() {
  const tables = await Promise.all(
    Object.entries(TEXTS).map(async ([file, columns]) => {
      const { data } = Papa.parse<Row>(await readGeodata(file), { header: true, skipEmptyLines: true });
      return data.flatMap((row) =>
        columns.map((column) => ({
          place: `${row["id"]} ${column}`,
          original: row[column] ?? "",
          arabic: row[`${column}_ar`] ?? "",
        })),
      );
    }),
  );
  return tables.flat().filter(({ original }) => original !== "" && original !== "article");
}

const texts = await listTexts();

/** Ordinals that Arabic writes out where English has digits: "Rashidin 3", "4th Division". */
const ORDINALS: Readonly<Record<string, RegExp>> = {
  3: /الثالثة/,
  4: /الرابعة/,
  5: /الخامسة|الخامس/,
};

/** What English writes out and Arabic has in digits, as it is usual there for numbers over ten. */
const WRITTEN_OUT: Readonly<Record<string, readonly string[]>> = {
  "e0018 summary": ["12"],
  "e0029 summary": ["30"],
  "e0103 summary": ["200"],
};

const listNumbers = (text: string) =>
  (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((number) => number.replaceAll(",", ""));

describe("the Arabic of the bundled story", () => {
  it("is there for every text of every record", () => {
    expect(texts.length).toBeGreaterThan(1500);
    expect(texts.filter(({ arabic }) => arabic.trim() === "")).toEqual([]);
  });

  it("is Arabic, without Latin letters", () => {
    const odd = texts.filter(
      ({ arabic }) => !/^[«\d\s]*\p{Script=Arabic}/u.test(arabic) || /\p{Script=Latin}/u.test(arabic),
    );
    expect(odd).toEqual([]);
  });

  it("has all numbers of the English, and no others", () => {
    const differing = texts.flatMap(({ place, original, arabic }) => {
      const [english, found] = [listNumbers(original), listNumbers(arabic)];
      const lost = english.filter((number) => !found.includes(number) && !ORDINALS[number]?.test(arabic));
      const added = found.filter(
        (number) => !english.includes(number) && !WRITTEN_OUT[place]?.includes(number),
      );
      return lost.length + added.length > 0 ? [{ place, lost, added, original, arabic }] : [];
    });
    expect(differing).toEqual([]);
  });

  it("takes no side where the English takes none", () => {
    const partisan = /شهيد|شهداء|إرهابي|عصابات|ميليشيا|النظام|تطهير/;
    expect(texts.filter(({ arabic }) => partisan.test(arabic))).toEqual([]);
    // In the names of two groups, and nowhere else.
    const liberation = texts.filter(({ arabic }) =>
      /تحرير/.test(arabic.replaceAll(/هيئة تحرير الشام|جبهة الوطنية للتحرير/g, "")),
    );
    expect(liberation).toEqual([]);
  });

  it("is what the page gets, documents included, and nothing is told to be missing", async () => {
    const { later, problems, notes } = await loadDataset(GEODATA);
    const codes = [...problems, ...notes].map(({ code }) => code);
    expect(codes).not.toContain("not-translated");
    expect(later?.names).toContain("translations-ar");
    const arabic = readTranslation((await later?.load("translations-ar")) ?? new Uint8Array());
    const rows = (kind: "claims" | "events" | "figures") => arabic[kind].size;
    expect([rows("claims"), rows("events"), rows("figures")]).toEqual([352, 339, 232]);
    for (const { place, original, arabic: text } of texts) {
      const [id = "", column = ""] = place.split(" ");
      const record = arabic.claims.get(id) ?? arabic.events.get(id) ?? arabic.figures.get(id);
      const found =
        column === "title" || column === "summary" ? record?.[column] : arabic.names.get(original);
      expect([place, found]).toEqual([place, text]);
    }
    expect(arabic.names.get("Wikipedia")).toBe("ويكيبيديا");
  });
});
