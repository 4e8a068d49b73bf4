import { describe, expect, it } from "vitest";
import { findControl, isMissing } from "../../src/core/atlas.ts";
import { addDays, type Day, listDays } from "../../src/core/day.ts";
import { cutHistory } from "../../src/ui/settlement/facts.ts";
import { layOutGaps } from "../../src/ui/timeline/bars.ts";
import { drawDay, START } from "../core/drawn-areas.ts";
import { buildDrawnAtlas } from "../core/drawn-story.ts";

const nth = (step: number): Day => addDays(START, step);
const flat = (height: number) => Array.from({ length: 9 }, () => height);

// Known on days 0 and 1, and again on day 4 with the place on the other side: days 2 and 3 are missing.
const atlas = buildDrawnAtlas({
  areas: [...drawDay(flat(2), START, nth(2)), ...drawDay(flat(4), nth(4), nth(5))],
  places: [{ id: "p", position: [1.5, 3] }],
  days: listDays(START, nth(4)),
});

describe("days missing from the areas", () => {
  it("are told apart from days without change", () => {
    expect(atlas.days.map((day) => isMissing(atlas, day))).toEqual([false, false, true, true, false]);
    expect(findControl(atlas, "p", nth(1))).toEqual({ kind: "held", by: "north" });
    expect(findControl(atlas, "p", nth(2))).toEqual({ kind: "unknown" });
    expect(findControl(atlas, "p", nth(4))).toEqual({ kind: "held", by: "south" });
  });

  it("leave a change the days within which it happened", () => {
    expect(atlas.changes).toMatchObject([
      { settlement: "p", from: "north", to: "south", day: nth(4), firstDay: nth(2), lastDay: nth(4) },
    ]);
  });

  it("are marked in the chart, from the beginning of the first to the end of the last", () => {
    expect(layOutGaps(atlas)).toEqual([{ from: nth(2), x: 37.5, width: 50 }]);
  });

  it("are a stretch of their own in the history of a place", () => {
    const history = atlas.histories.get("p");
    const stretches = history ? cutHistory(history, START, nth(4)) : [];
    expect(stretches.map(({ from, side }) => [from, side])).toEqual([
      [START, "north"],
      [nth(2), undefined],
      [nth(4), "south"],
    ]);
  });
});
