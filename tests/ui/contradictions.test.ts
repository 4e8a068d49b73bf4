import { describe, expect, it } from "vitest";
import { findContrary, hasContraryPair } from "../../src/ui/parts/contradictions.ts";
import { loadBundled } from "../geodata/bundled.ts";

const records = [
  { id: "report", contradicts: [] },
  { id: "denial", contradicts: ["report"] },
  { id: "other-denial", contradicts: ["report", "aside"] },
  { id: "aside", contradicts: ["other-denial"] },
  { id: "alone", contradicts: [] },
];
const idsAgainst = (id: string) => findContrary(records, { id, contradicts: [] }).map(({ id }) => id);

describe("what says otherwise than a record", () => {
  it("is found from both ends, though one of the two names the other", () => {
    expect(idsAgainst("denial")).toEqual(["report"]);
    expect(idsAgainst("report")).toEqual(["denial", "other-denial"]);
  });

  it("is listed once where each names the other", () => {
    expect(idsAgainst("aside")).toEqual(["other-denial"]);
    expect(idsAgainst("other-denial")).toEqual(["report", "aside"]);
  });

  it("is nothing for a record that nobody contradicts", () => {
    expect(idsAgainst("alone")).toEqual([]);
  });

  it("may be one id, as in a claim, or none", () => {
    const claims = [
      { id: "c1", contradicts: undefined },
      { id: "c2", contradicts: "c1" },
    ];
    expect(findContrary(claims, { id: "c1", contradicts: undefined })).toEqual([claims[1]]);
  });

  it("tells whether records side by side contradict each other", () => {
    const [report, denial, otherDenial, , alone] = records;
    const some = (...wanted: (typeof report)[]) => wanted.flatMap((record) => record ?? []);
    expect(hasContraryPair(records, some(report, denial))).toBe(true);
    expect(hasContraryPair(records, some(denial, otherDenial, alone))).toBe(false);
  });
});

describe("the bundled story", async () => {
  const { dataset } = await loadBundled();

  it("loses no contradiction that a document's record names", () => {
    for (const list of [dataset.events, dataset.figures, dataset.claims]) {
      for (const record of list) {
        const found = findContrary<(typeof list)[number]>(list, record).map(({ id }) => id);
        expect(found, record.id).toEqual(expect.arrayContaining([record.contradicts ?? []].flat()));
      }
    }
  });

  it("has its patrols begin on the day of an event of the same document that tells of a patrol", () => {
    const patrols = dataset.corridors.flatMap((corridor) => corridor.patrols ?? []);
    expect(patrols.length).toBeGreaterThan(0);
    for (const { from, source } of patrols) {
      expect(
        dataset.events.some(
          (event) => event.kind === "patrol" && event.firstDay === from && event.source === source,
        ),
      ).toBe(true);
    }
  });
});
