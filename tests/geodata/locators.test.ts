import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import { EXCEPTIONS, listBasisFaults } from "../../geodata/build/day-basis.ts";
import {
  indexDocuments,
  listRecords,
  type Located,
  type Locator,
  writeDocuments,
  writeLocators,
} from "../../geodata/build/index-documents.ts";
import { loadBundled, readGeodata } from "./bundled.ts";

async function readTable<Row>(name: string): Promise<readonly Row[]> {
  const text = await readGeodata(name);
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

describe("locators.csv", () => {
  let records: readonly Located[];
  let locators: readonly Locator[];
  beforeAll(async () => {
    records = listRecords((await loadBundled()).dataset);
    locators = await readTable<Locator>("locators.csv");
  });

  it("has one locator for every claim, event and figure, with its document, line, character and spelling, and no other", () => {
    const expected = records.map(({ id, source, paragraph, offset, spelling }) =>
      [id, source, paragraph, offset, spelling].join("|"),
    );
    const found = locators.map(({ record, source, paragraph, offset, spelling }) =>
      [record, source, paragraph, offset, spelling].join("|"),
    );
    expect(records.length).toBeGreaterThan(0);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  it("has of each sentence the days it names, and by them every record says rightly how its day is known", async () => {
    const { dataset } = await loadBundled();
    expect(locators.filter(({ sentence_days }) => sentence_days !== "").length).toBeGreaterThan(400);
    expect(listBasisFaults(dataset, locators)).toEqual([]);
    // A record that is judged by a day of something else has a reason, and there are few of them.
    expect(Object.keys(EXCEPTIONS).length).toBeLessThan(10);
    for (const reason of Object.values(EXCEPTIONS)) expect(reason).toMatch(/^[A-Z].{30,}\.$/);
  });

  it("is in order of record", () => {
    const ids = locators.map(({ record }) => record);
    expect(ids).toEqual(ids.toSorted());
  });

  it("gives each position of a document its own hash of 16 hexadecimal digits", () => {
    const positions = new Map<string, Set<string>>();
    for (const { source, paragraph, offset, context_sha256, record } of locators) {
      expect(context_sha256, record).toMatch(/^[0-9a-f]{16}$/);
      // Document 000 repeats sentences of 001, so the same words in another document may hash alike.
      const key = `${source}|${context_sha256}`;
      positions.set(key, (positions.get(key) ?? new Set()).add(`${paragraph}|${offset}`));
    }
    expect([...positions].filter(([, places]) => places.size > 1)).toEqual([]);
  });

  it("names documents that documents.csv identifies, and no line beyond their last", async () => {
    const documents = await readTable<{ source: string; sha256: string; lines: string }>("documents.csv");
    const linesOf = new Map(documents.map(({ source, lines }) => [source, Number(lines)]));
    for (const { source, sha256 } of documents) expect(sha256, source).toMatch(/^[0-9a-f]{64}$/);
    const beyond = locators.filter(
      ({ source, paragraph }) => Number(paragraph) > (linesOf.get(source) ?? 0) || Number(paragraph) < 1,
    );
    expect(beyond).toEqual([]);
  });
});

describe("indexing documents", () => {
  const second = "Forces 𐎁𐎂 reached the hill. دخلت القوات سراقب في اليوم التالي";
  const documents = new Map([["d1", `A first line, Saraqib in it.\n${second}\n`]]);
  const countCharacters = (text: string) => [...text].length;
  const at = (spelling: string, change: Partial<Located> = {}): Located => ({
    id: "c1",
    source: "d1",
    paragraph: 2,
    offset: countCharacters(second.slice(0, second.indexOf(spelling))),
    spelling,
    ...change,
  });
  const faultOf = (record: Located) => indexDocuments([record], documents).faults;

  it("finds a spelling where the record says, counting characters and not UTF-16 units", () => {
    const records = [at("𐎂", { id: "c2" }), at("سراقب"), at("reached", { id: "c3" })];
    const { locators, faults } = indexDocuments(records, documents);
    expect(faults).toEqual([]);
    expect(locators.map(({ record, offset, spelling }) => [record, offset, spelling])).toEqual([
      ["c1", "40", "سراقب"],
      ["c2", "8", "𐎂"],
      ["c3", "10", "reached"],
    ]);
    // The same position in UTF-16 units is two further on.
    expect(second.indexOf("reached")).toBe(12);
  });

  it("hashes the normalised text around the spelling, 40 characters either side, spaces run together", () => {
    const hashOf = (text: string, offset: number) => {
      const record = { id: "c1", source: "d1", paragraph: 1, offset, spelling: "Nayrab" };
      return indexDocuments([record], new Map([["d1", text]])).locators[0]?.context_sha256;
    };
    const far = "x".repeat(40);
    const plain = hashOf("caf\u00e9 Nayrab fell", 5);
    // sha256("café Nayrab fell"), first 16 digits, by coreutils.
    expect(plain).toBe("b56dc252519dca81");
    expect(hashOf("cafe\u0301 \t Nayrab  fell", 8)).toBe(plain);
    expect(hashOf(`one ${far}Nayrab${far} two`, 44)).toBe(hashOf(`${far}Nayrab${far}`, 40));
    expect(hashOf("caf\u00e9 Nayrab held", 5)).not.toBe(plain);
  });

  it("says of a spelling that is one character off where it does stand", () => {
    const { offset } = at("سراقب");
    for (const shifted of [offset - 1, offset + 1]) {
      expect(faultOf(at("سراقب", { offset: shifted }))).toEqual([
        `c1: "سراقب" does not stand in d1, line 2, at ${shifted}: in that line it stands at ${offset}`,
      ]);
    }
  });

  it("refuses another spelling, another case, an empty one, a missing line and a missing document", () => {
    expect(faultOf(at("Saraqib", { offset: 14 }))).toEqual([
      'c1: "Saraqib" does not stand in d1, line 2, at 14: not in that line',
    ]);
    expect(faultOf(at("saraqib", { paragraph: 1, offset: 14 }))).toHaveLength(1);
    expect(faultOf(at("Saraqib", { paragraph: 1, offset: 14 }))).toEqual([]);
    expect(faultOf(at("", { offset: 0 }))).toHaveLength(1);
    expect(faultOf(at("hill", { paragraph: 3 }))).toEqual([
      `c1: "hill" does not stand in d1, line 3, at ${at("hill").offset}: the document has 2 lines`,
    ]);
    expect(faultOf(at("hill", { source: "d2" }))).toEqual([
      `c1: "hill" does not stand in d2, line 2, at ${at("hill").offset}: the folder has no such document`,
    ]);
  });

  it("reports every fault and still indexes the sound records", () => {
    const { locators, faults } = indexDocuments([at("hill", { id: "c2" }), at("hole")], documents);
    expect(locators.map(({ record }) => record)).toEqual(["c2"]);
    expect(faults).toHaveLength(1);
  });

  it("writes tables that read back as they were, commas and quotes included", () => {
    const text = 'He said "Tell, Tuqan" fell';
    const record = { id: "c1", source: "d1", paragraph: 1, offset: 8, spelling: '"Tell, Tuqan"' };
    const { locators } = indexDocuments([record], new Map([["d1", text]]));
    expect(Papa.parse(writeLocators(locators).trimEnd(), { header: true }).data).toEqual(locators);
    expect(writeDocuments(new Map([["d1", new TextEncoder().encode("abc\ndef\n")]]))).toBe(
      "source,sha256,lines\nd1,924d391c158a46409fdff363063d718ea0bc00b14556f129984942af91233bbe,2\n",
    );
  });
});
