import Papa from "papaparse";
import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { type Atlas, buildAtlas, findControl } from "../../src/core/atlas.ts";
import { isInBounds } from "../../src/core/geometry.ts";
import type { Problem } from "../../src/data/problem.ts";
import { loadBundled } from "./bundled.ts";

let atlas: Atlas;
let problems: readonly Problem[];
beforeAll(async () => {
  const loaded = await loadBundled();
  problems = loaded.problems;
  atlas = buildAtlas(loaded.dataset);
});

/**
 * A second reader's list of who took what when, made from the documents without sight of the data. Left out are
 * claims that the reader too called disputed or partial, and repeats: Abu Jurayf back to the opposition on 16 January,
 * Tell Mardikh again on 3 February, Kafr Halab again on 11 February, Aleppo's outskirts on 16 February, parts of
 * Saraqib on 6 February and 2 March, Hazarin to the opposition on 2 March, and the competing date of 7 March.
 */
async function readIndependently() {
  const path = new URL("../fixtures/independent-reading.csv", import.meta.url);
  const text = await readFile(path, "utf8");
  const options = { header: true, skipEmptyLines: true } as const;
  return Papa.parse<{ settlement: string; first_day: string; last_day: string; side: string }>(text, options)
    .data;
}

describe("the bundled story", () => {
  it("loads without a problem", () => {
    expect(problems).toEqual([]);
  });

  it("covers the 117 days from the prelude to the reopening of the M4", () => {
    expect(atlas.days).toHaveLength(117);
    expect([atlas.days[0], atlas.days.at(-1)]).toEqual(["2019-11-24", "2020-03-19"]);
  });

  it("puts every settlement under the same side by its claims and by the areas, on every day", () => {
    expect(atlas.disagreements).toEqual([]);
  });

  it("has every settlement inside the map, named, with a source for its position", () => {
    for (const settlement of atlas.dataset.settlements) {
      expect(isInBounds(settlement.position, atlas.dataset.bounds), settlement.id).toBe(true);
      expect(settlement.name, settlement.id).not.toBe("");
      expect(settlement.positionSource, settlement.id).not.toBe("");
      expect(settlement.precisionKm, settlement.id).toBeGreaterThan(0);
    }
  });

  it("tells of every settlement who held it, on every day", () => {
    const unknown = atlas.dataset.settlements.filter(({ id }) =>
      atlas.days.some((day) => findControl(atlas, id, day).kind === "unknown"),
    );
    expect(unknown.map(({ id }) => id)).toEqual([]);
  });

  it("leads every claim to a document, a line and the spelling printed there", () => {
    for (const claim of atlas.dataset.claims) {
      expect(atlas.sourceById.has(claim.source), claim.id).toBe(true);
      expect(claim.paragraph, claim.id).toBeGreaterThan(0);
      expect(claim.spelling, claim.id).not.toBe("");
      expect(claim.summary, claim.id).not.toBe("");
      expect(claim.attribution, claim.id).not.toBe("");
    }
  });

  it("speaks of the parties in neutral words", () => {
    const partisan = /\b(regime\b|terrorist|rebel|jihadist|militant|liberat|martyr|occup)/i;
    const { claims, settlements, posts, sources } = atlas.dataset;
    const texts = [
      ...claims.map(({ summary }) => summary),
      ...settlements.map(({ note }) => note),
      ...posts.flatMap(({ note, events }) => [note, ...events.map(({ basis }) => basis)]),
      ...sources.map(({ note }) => note),
    ];
    expect(texts.filter((text) => partisan.test(text) || text.includes("!"))).toEqual([]);
  });

  it("says the same as contradicting claims say of each other", () => {
    const oneSided = atlas.dataset.claims.filter(
      ({ id, contradicts }) =>
        contradicts !== undefined && atlas.claimById.get(contradicts)?.contradicts !== id,
    );
    expect(oneSided).toEqual([]);
  });
});

describe("the record, against a second reader of the documents", () => {
  it("has every change of hands that the reader found, on the same days, to the same side", async () => {
    const missing = (await readIndependently()).filter(
      ({ settlement, first_day, last_day, side }) =>
        !atlas.changes.some(
          (change) =>
            change.settlement === settlement &&
            change.to === side &&
            change.day >= first_day &&
            change.firstDay <= last_day &&
            change.lastDay >= first_day,
        ),
    );
    expect(missing).toEqual([]);
  });

  it("states no change of hands that the reader did not find", async () => {
    const reading = await readIndependently();
    const stated = atlas.changes.filter(
      (change) => change.certainty !== "implied" && change.certainty !== "inferred",
    );
    const withdrawn = (change: (typeof stated)[number]) =>
      change.claims.some((id) => atlas.claimById.get(id)?.action === "withdrew");
    // The reader listed places by name; these five follow from "the entirety of Hama Governorate" (27 February).
    const isOfWholeGround = ({ claims }: (typeof stated)[number]) =>
      claims.some((id) => atlas.claimById.get(id)?.spelling === "Hama Governorate");
    expect(stated.filter(isOfWholeGround)).toHaveLength(5);
    const invented = stated.filter(
      (change) =>
        !withdrawn(change) &&
        !isOfWholeGround(change) &&
        !reading.some(
          ({ settlement, first_day, last_day, side }) =>
            settlement === change.settlement &&
            side === change.to &&
            first_day <= change.lastDay &&
            last_day >= change.firstDay,
        ),
    );
    expect(invented).toEqual([]);
  });

  it("knows the disputes: Abu Jurayf, Hazarin, and Saraqib in March", () => {
    const contestedOn = (id: string, day: string) =>
      atlas.histories.get(id)?.contested.some(({ from, to }) => from <= day && day < to);
    expect(contestedOn("abu-jurayf", "2020-01-16")).toBe(true);
    expect(contestedOn("hazarin", "2020-03-02")).toBe(true);
    expect(contestedOn("saraqib", "2020-03-02")).toBe(true);
    expect(contestedOn("saraqib", "2020-03-04")).toBe(true);
    expect(contestedOn("saraqib", "2020-02-20")).toBe(false);
  });
});
