import { describe, expect, it } from "vitest";
import type { ControlHistory } from "../../src/core/history/control.ts";
import {
  cutHistory,
  listEntries,
  listExternalMaps,
  listRemainingClaims,
} from "../../src/ui/settlement/facts.ts";
import { orderNames } from "../../src/ui/parts/PlaceName.tsx";
import { claim, nth, tell } from "./story.ts";

const story = tell([
  claim("c1", "alpha", "red", nth(3)),
  claim("c2", "alpha", "blue", nth(6), { extent: "part" }),
  claim("c3", "alpha", "blue", nth(8)),
  claim("c4", "alpha", "red", nth(10), { action: "bombarded", extent: undefined }),
]);

function historyOf(id: string): ControlHistory {
  const history = story.histories.get(id);
  if (!history) throw new Error(`no history of ${id}`);
  return history;
}

describe("the band of a settlement", () => {
  it("covers every day of the story once, in order, changing sides where the history does", () => {
    const spans = cutHistory(historyOf("alpha"), nth(1), nth(12));
    expect(spans).toEqual([
      { from: nth(1), to: nth(3), side: "blue", isContested: false },
      { from: nth(3), to: nth(6), side: "red", isContested: false },
      { from: nth(6), to: nth(8), side: "red", isContested: true },
      { from: nth(8), to: "2020-02-06", side: "blue", isContested: false },
    ]);
  });

  it("is one span of unknown where nothing is told", () => {
    expect(cutHistory(historyOf("orient"), nth(1), nth(12))).toEqual([
      { from: nth(1), to: "2020-02-06", side: undefined, isContested: false },
    ]);
  });
});

describe("the history of a settlement", () => {
  it("lists changes and contests in order of time", () => {
    expect(listEntries(historyOf("alpha")).map(({ kind, day }) => [kind, day])).toEqual([
      ["change", nth(3)],
      ["contested", nth(6)],
      ["change", nth(8)],
    ]);
  });

  it("leaves to the other claims only what tells neither a change nor a contest", () => {
    expect(listRemainingClaims(story, historyOf("alpha")).map(({ id }) => id)).toEqual(["c4"]);
  });
});

describe("names and places", () => {
  it("put the interface's script first, and the Latin name where there is no Arabic one", () => {
    const place = { names: { en: "Saraqib", ar: "سراقب" } };
    expect(orderNames(place, "en")[0]?.text).toBe("Saraqib");
    expect(orderNames(place, "ar")).toEqual([
      { text: "سراقب", language: "ar" },
      { text: "Saraqib", language: "en" },
    ]);
    expect(orderNames({ names: { en: "Hill" } }, "ar")).toEqual([{ text: "Hill", language: "en" }]);
  });

  it("are looked up elsewhere with latitude before longitude", () => {
    const [osm, google] = listExternalMaps([36.80592, 35.86445]);
    expect(osm?.url).toContain("mlat=35.86445&mlon=36.80592");
    expect(google?.url).toContain("query=35.86445,36.80592");
  });
});
