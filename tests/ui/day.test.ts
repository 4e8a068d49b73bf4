import { findClaimCertainty } from "../../src/core/filter.ts";
import { describe, expect, it } from "vitest";
import { type Atlas, listChangesOn } from "../../src/core/atlas.ts";
import type { Day } from "../../src/core/day.ts";
import { groupChanges } from "../../src/ui/day/changes.ts";
import { groupByPlace, listAttributions, listContested, listOtherClaims } from "../../src/ui/parts/facts.ts";
import { takeFirst } from "../../src/ui/day/sections.ts";
import { summariseDay } from "../../src/core/measure/day-summary.ts";
import { countSettlements } from "../../src/core/measure/settlements.ts";
import { describeDay } from "../../src/words/day-sentence.ts";
import { loadWords, wordsOf } from "../../src/words/index.ts";
import { claim, nth, tell } from "./story.ts";

const en = wordsOf("en");
const ar = await loadWords("ar");
const story = tell([
  claim("c1", "alpha", "red", nth(3)),
  claim("c2", "bravo", "red", nth(3), { attribution: "SOHR" }),
  claim("c3", "charlie", "green", nth(3)),
  claim("c4", "delta", "red", nth(3), { action: "bombarded", extent: undefined }),
  claim("c5", "alpha", "blue", nth(6)),
  claim("c6", "bravo", "blue", nth(8), { extent: "part", attribution: "SOHR" }),
]);

describe("the sentence of the day", () => {
  const say = (atlas: Atlas, day: Day) => describeDay(summariseDay(atlas, day), atlas.dataset, en);

  it("counts places and names what each side gained, in the order of the data set", () => {
    expect(say(story, nth(3))).toBe("Three places changed hands: red forces +2, green forces +1.");
    expect(say(story, nth(6))).toBe("One place changed hands: blue forces +1.");
  });

  it("says so when nothing changed, in words of its own", () => {
    const { nothingChanged } = en.day;
    expect(say(story, nth(4))).toBe(nothingChanged);
  });

  it("counts a place that changed hands and back within the day apart", () => {
    const back = tell([
      claim("c1", "alpha", "red", nth(3)),
      claim("c2", "alpha", "blue", nth(5)),
      claim("c3", "alpha", "red", nth(5), { action: "recaptured" }),
    ]);
    expect(listChangesOn(back, nth(5)).length).toBe(2);
    expect(say(back, nth(5))).toBe("One place changed hands and back within the day.");
  });

  it("uses the dual and the plural of Arabic", () => {
    expect(en.day.balance(1)).toContain("of 1 place at");
    expect(en.day.balance(18_024)).toContain("of 18,024 places at");
    expect(ar.day.changedHands(1)).toContain("موقع واحد");
    expect(ar.day.changedHands(2)).toContain("موقعين");
    expect(ar.day.changedHands(3)).toContain("3 مواقع");
    expect(ar.day.changedHands(11)).toContain("11 موقعاً");
    expect(ar.day.changedHands(100)).toContain("100 موقع");
  });
});

describe("the lists of the day", () => {
  it("leave a claim that moved a place out of what was also reported", () => {
    expect(listOtherClaims(story, nth(3)).map(({ id }) => id)).toEqual(["c4"]);
    expect(listOtherClaims(story, nth(4))).toEqual([]);
  });

  it("leave a claim about the ground around a place out, too: it moved the place, though only by implication", () => {
    const ofGround = claim("c1", "alpha", "red", nth(3), { ground: "the valley", certainty: "disputed" });
    const valley = tell([ofGround]);
    expect(listChangesOn(valley, nth(3)).map(({ certainty }) => certainty)).toEqual(["implied"]);
    expect(listOtherClaims(valley, nth(3))).toEqual([]);
    expect([findClaimCertainty(ofGround), findClaimCertainty({ ...ofGround, ground: undefined })]).toEqual([
      "implied",
      "disputed",
    ]);
  });

  it("show a partly taken place as contested, with the claims that make it so, and not twice", () => {
    const contested = listContested(story, nth(8));
    expect(contested.map(({ settlement }) => settlement.id)).toEqual(["bravo"]);
    expect(contested[0]?.claims.map(({ id }) => id)).toEqual(["c6"]);
    expect(listOtherClaims(story, nth(8))).toEqual([]);
  });

  it("name each who says so once, and the document where it speaks for itself", () => {
    const claims = story.dataset.claims.slice(0, 3);
    expect(listAttributions(story, claims, en)).toEqual(["Gazette’s own words", "SOHR"]);
  });

  it("count every documented place exactly once, and places for orientation not at all", () => {
    for (const day of story.days) {
      const { documented, held, contested, unknown } = countSettlements(story, day);
      expect(documented).toBe(4);
      expect([...held.values()].reduce((sum, count) => sum + count, contested + unknown)).toBe(documented);
    }
    expect(countSettlements(story, nth(8)).contested).toBe(1);
  });
});

describe("the changes of a day in groups", () => {
  it("stand under who lost and who gained, the largest group first, and derived ones last in it", () => {
    const changes = listChangesOn(story, nth(3));
    const [change] = changes;
    if (!change) throw new Error("The story has no change on that day");
    const derived = { ...change, settlement: "derived", certainty: "implied" } as const;
    const back = { ...change, settlement: "back", from: "red", to: "blue" };
    const groups = groupChanges([derived, back, ...changes]);
    expect(groups[0]?.changes.at(-1)).toBe(derived);
    const sizes = groups.map((group) => group.changes.length);
    expect(sizes.toSorted((a, b) => b - a)).toEqual(sizes);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(changes.length + 2);
    for (const { from, to, changes } of groups) {
      for (const change of changes) expect([change.from, change.to]).toEqual([from, to]);
    }
  });
});

describe("a long list", () => {
  const list = (length: number) => Array.from({ length }, (_, index) => index);

  it("is cut only where that hides more than a line or two", () => {
    expect(takeFirst(list(6))).toHaveLength(6);
    expect(takeFirst(list(8))).toHaveLength(8);
    expect(takeFirst(list(9))).toEqual(list(6));
  });
});

describe("the claims of a day", () => {
  it("stand together by place, in the order in which they are told", () => {
    const claims = ["c4", "c1", "c5"].flatMap((id) => story.claimById.get(id) ?? []);
    expect(groupByPlace(claims).map(({ settlement, claims }) => [settlement, claims.length])).toEqual([
      ["delta", 1],
      ["alpha", 2],
    ]);
  });
});
