import Papa from "papaparse";
import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { type Atlas, buildAtlas, findControl, findPostEvent } from "../../src/core/atlas.ts";
import { day } from "../../src/core/day.ts";
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

  it("covers the 117 days from the prelude to two weeks into the March ceasefire", () => {
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

/** What the documents say in single sentences, read again beside the record: the line, the records, what they must have. */
const READ_AGAIN = [
  [
    "001:32, reportedly",
    ["c0073", "e0079", "e0080"],
    { certainty: "reported", attribution: "unattributed reports" },
  ],
  ["001:52, who was killed is not told", ["f0103"], { measure: "other", concerns: "" }],
  ["001:84, who was killed is not told", ["f0198"], { measure: "other", concerns: "" }],
  [
    "001:4 and 86, agreed on 5 March",
    ["e0311", "f0211", "f0212"],
    { firstDay: "2020-03-05", lastDay: "2020-03-05" },
  ],
  ["001:67, one clause", ["c0220", "c0221", "e0228", "f0142"], { attribution: "unattributed reports" }],
  ["001:82, one clause", ["c0263", "e0295"], { attribution: "article", certainty: "stated" }],
  [
    "001:87 and 000:28, left on 8 March",
    ["c0286", "c0287", "c0330", "c0331"],
    { firstDay: "2020-03-08", lastDay: "2020-03-08" },
  ],
  ["001:89, left on 7 March", ["c0292", "c0295"], { firstDay: "2020-03-07", lastDay: "2020-03-07" }],
  [
    "001:69, disputed and names no place",
    ["c0347", "c0348", "c0349", "c0350", "c0351"],
    { certainty: "disputed", ground: "Hama Governorate" },
  ],
] as const;

/** Records that may share their words with another speaker's, and why. */
const TWO_SPEAKERS: Readonly<Record<string, string>> = {
  "001:8:292": "The article has the attack on the village, state media who holds it.",
  "001:71:498": "Two accounts of whose strike it was.",
  "001:79:1027": "Two speakers of one town, which is named once.",
  "001:79:1233": "Two speakers of one city, which is named once.",
};

describe("the record, read again", () => {
  const findRecord = (id: string) => {
    const { claims, events, figures } = atlas.dataset;
    return [...claims, ...events, ...figures].find((record) => record.id === id);
  };

  it.each(READ_AGAIN)("has %s", (_, ids, expected) => {
    for (const id of ids) expect(findRecord(id), id).toMatchObject(expected);
  });

  it("says 'implied' of the five changes that rest on a sentence about all of Hama Governorate, and of no others", () => {
    const ofGround = atlas.changes.filter(({ impliedBy }) => impliedBy === "said-of-its-ground");
    expect(ofGround.map(({ settlement, day, certainty }) => [settlement, day, certainty])).toEqual(
      ["al-amiqiyah", "al-manara", "al-qahira-ghab", "ankawi", "tal-zajran"].map((id) => [
        id,
        "2020-02-27",
        "implied",
      ]),
    );
    expect(
      ofGround.every(({ settlement }) => atlas.settlementById.get(settlement)?.governorate === "Hama"),
    ).toBe(true);
  });

  it("has the two villages left by the end of 8 March, and with the government from the 12th", () => {
    for (const id of ["maarrat-muqas", "al-burayj-kafr-nabl"]) {
      for (const on of ["2020-03-08", "2020-03-11"])
        expect(findControl(atlas, id, day(on)), `${id} on ${on}`).toEqual({ kind: "held", by: "opposition" });
      expect(findControl(atlas, id, day("2020-03-12"))).toEqual({ kind: "held", by: "government" });
    }
  });

  it("has as many Turkish posts around Saraqib as the article counts: three from 1 February, four on the 6th", () => {
    const posts = atlas.dataset.posts.filter(({ id }) => id.startsWith("post-saraqib"));
    const countOn = (on: string) => posts.filter((post) => findPostEvent(post, day(on)) !== undefined).length;
    const { figures } = atlas.dataset;
    const counted = ["f0062", "f0083"].map((id) => figures.find((figure) => figure.id === id)?.value);
    expect([countOn("2020-01-31"), countOn("2020-02-01"), countOn("2020-02-06")]).toEqual([0, ...counted]);
  });

  it.each([
    ["001:31", "f0232"],
    ["001:37", "e0332"],
    ["001:51", "e0333"],
    ["001:59", "e0334"],
    ["003:17", "e0335"],
    ["001:71", "e0336"],
    ["001:108", "e0337"],
    ["001:109", "e0338"],
    ["001:109", "e0339"],
    ["002:11", "c0352"],
    ["002:12", "c0353"],
  ])("has what had been passed over in %s", (line, id) => {
    const record = findRecord(id);
    expect(`${record?.source}:${record?.paragraph}`).toBe(line);
  });

  it("names one speaker for words that stand at one place", () => {
    const { claims, events, figures } = atlas.dataset;
    const speakers = new Map<string, Set<string>>();
    for (const { source, paragraph, offset, attribution } of [...claims, ...events, ...figures]) {
      const place = [source, paragraph, offset].join(":");
      speakers.set(place, (speakers.get(place) ?? new Set()).add(attribution));
    }
    const several = [...speakers].filter(([, names]) => names.size > 1).map(([place]) => place);
    expect(several.toSorted()).toEqual(Object.keys(TWO_SPEAKERS).toSorted());
  });

  it("gives no direction where the document gives none, and does not have the M4 reopened", () => {
    const summaries = ["e0089", "e0099", "e0176", "e0274"].map((id) => findRecord(id)?.summary ?? "");
    expect(summaries.filter((text) => text === "" || /\b(north|south|east|west)/i.test(text))).toEqual([]);
    expect(atlas.dataset.description["en"]).not.toMatch(/reopen/);
    expect(atlas.dataset.description["ar"]).not.toMatch(/إعادة فتح/);
  });
});

describe("the README", () => {
  it("counts the days, settlements, claims, events and figures that there are", async () => {
    const readme = (await readFile(new URL("../../README.md", import.meta.url), "utf8")).replaceAll(
      /\s+/g,
      " ",
    );
    const { settlements, claims, events, figures, sources } = atlas.dataset;
    expect(sources.filter(({ id }) => /^\d+$/.test(id))).toHaveLength(4);
    expect(readme).toContain(
      `${atlas.days.length} days, ${settlements.length} settlements, ${claims.length} claims, ${events.length} events and ${figures.length} figures from four documents`,
    );
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
    const invented = stated.filter(
      (change) =>
        !withdrawn(change) &&
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
