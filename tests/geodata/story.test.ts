import { beforeAll, describe, expect, it } from "vitest";
import { type Atlas, buildAtlas } from "../../src/core/atlas.ts";
import { addDays, type Day } from "../../src/core/day.ts";
import { findToldRecord, type Narrative, readPassage, type ToldRecord } from "../../src/core/narrative.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import type { Problem } from "../../src/data/problem.ts";
import { loadNarrative } from "../../src/data/narrative-part.ts";
import { GEODATA, readGeodata } from "./bundled.ts";

const LANGUAGES = ["en", "ar"] as const;

let atlas: Atlas;
let narrative: Narrative;
let found: readonly Problem[];
beforeAll(async () => {
  const { dataset, later, problems } = await loadDataset(GEODATA);
  if (!dataset || !later) throw new Error("The bundled story does not load");
  found = problems;
  atlas = buildAtlas(dataset);
  narrative = await loadNarrative(later);
});

/** The sentences of a text: each ends with a full stop and its marks. */
function listSentences(text: string): string[] {
  return text.split(/(?<=\.\s*(?:\[[^\]]*\]))\s+/).filter((sentence) => sentence.trim() !== "");
}

/** The numbers in a text without its marks, in their own order: languages put them in different ones. */
function listNumbers(text: string): string[] {
  const spoken = readPassage(text)
    .map((passage) => passage.text)
    .join("");
  return [...spoken.matchAll(/\d+(?:[,:.]\d+)*/g)].map(([digits]) => digits).toSorted();
}

/** The first and last day of which a record tells; a highway has none. */
function daysOf({ kind, record }: ToldRecord): readonly Day[] {
  if (kind === "highway") return [];
  if (kind === "post") return record.events.map(({ day }) => day).toSorted();
  return [record.firstDay, record.lastDay];
}

describe("the story that comes with the atlas", () => {
  it("is read without a word", () => {
    expect(found).toEqual([]);
  });

  it("has 12 to 16 steps, in the order of their days, each in both languages", () => {
    const { steps } = narrative;
    expect(steps.length).toBeGreaterThanOrEqual(12);
    expect(steps.length).toBeLessThanOrEqual(16);
    expect(steps.map(({ day }) => day)).toEqual(steps.map(({ day }) => day).toSorted());
    for (const { id, heading, lead, text } of steps)
      for (const names of [heading, lead, text])
        for (const language of LANGUAGES) expect(names[language] ?? "", id).not.toBe("");
  });

  it("has one sentence that stands out and two to four more in each step", () => {
    for (const { id, lead, text } of narrative.steps) {
      for (const language of LANGUAGES) {
        expect(listSentences(lead[language] ?? ""), id).toHaveLength(1);
        const { length } = listSentences(text[language] ?? "");
        expect([2, 3, 4], `${id} in ${language}`).toContain(length);
      }
    }
  });

  it("rests each sentence on a record, the same in both languages", () => {
    for (const { id, lead, text } of narrative.steps) {
      for (const names of [lead, text]) {
        const marks = LANGUAGES.map((language) =>
          listSentences(names[language] ?? "").map((sentence) =>
            readPassage(sentence).flatMap(({ records }) => records),
          ),
        );
        for (const ids of marks.flat()) expect(ids, id).not.toEqual([]);
        expect(marks[1], id).toEqual(marks[0]);
        for (const record of marks.flat(2))
          expect(findToldRecord(atlas, record), `${id} ${record}`).toBeDefined();
      }
    }
  });

  it("tells nothing that lies after the day it shows, and something of the days just before it", () => {
    for (const { id, day, lead, text } of narrative.steps) {
      const ids = [lead, text].flatMap(({ en = "" }) => readPassage(en).flatMap(({ records }) => records));
      const told = ids.flatMap((record) => {
        const found = findToldRecord(atlas, record);
        const days = found ? daysOf(found) : [];
        // Of a post some state must have been there.
        return days.length === 0 ? [] : [{ record, first: days[0] ?? day, last: days.at(-1) ?? day }];
      });
      for (const { record, first } of told) expect(first <= day, `${id} ${record}`).toBe(true);
      const recent = told.filter(({ last }) => last >= addDays(day, -7));
      expect(recent.length, id).toBeGreaterThanOrEqual(2);
    }
  });

  it("has the same numbers in both languages", () => {
    for (const { id, heading, lead, text } of narrative.steps)
      for (const names of [heading, lead, text])
        expect(listNumbers(names["ar"] ?? ""), id).toEqual(listNumbers(names["en"] ?? ""));
  });

  it("gives every figure it rests on as the record has it", () => {
    for (const { id, lead, text } of narrative.steps) {
      for (const { text: spoken, records } of [lead, text].flatMap(({ en = "" }) =>
        listSentences(en).map((sentence) => {
          const passages = readPassage(sentence);
          return {
            text: passages.map((passage) => passage.text).join(""),
            records: passages.flatMap((passage) => passage.records),
          };
        }),
      )) {
        for (const record of records) {
          const found = findToldRecord(atlas, record);
          if (found?.kind !== "figure") continue;
          const { value, valueHigh = value } = found.record;
          const written = [value, valueHigh].flatMap((number) => [
            number.toLocaleString("en"),
            SMALL[number] ?? "-",
          ]);
          const says =
            written.some((number) => spoken.toLowerCase().includes(number)) || IN_NAMES.has(record);
          expect(says, `${id}: ${record} is ${value}`).toBe(true);
        }
      }
    }
  });

  it("shows settlements that the data set has", async () => {
    const { steps } = JSON.parse(await readGeodata("story.json")) as {
      steps: readonly { readonly camera?: { readonly settlements?: readonly string[] } }[];
    };
    const named = steps.flatMap(({ camera }) => camera?.settlements ?? []);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((settlement) => !atlas.settlementById.has(settlement))).toEqual([]);
  });
});

/** Newspapers write small numbers in words. */
const SMALL: Readonly<Record<number, string>> = {
  1: "a civilian contractor",
  2: "two",
  3: "three",
  4: "four",
  7: "seven",
  9: "nine",
  10: "ten",
};
/** Figures whose number stands in the names that the sentence lists: three towns, each by its name. */
const IN_NAMES: ReadonlySet<string> = new Set(["f0025"]);
