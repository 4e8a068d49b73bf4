import { describe, expect, it } from "vitest";
import { countGains, findDayAt, layOutBars, listMonths, percentOf } from "../../src/ui/timeline/bars.ts";
import { claim, nth, tell } from "./story.ts";

const story = tell([
  claim("c1", "alpha", "red", nth(3)),
  claim("c2", "bravo", "red", nth(3), { certainty: "reported" }),
  claim("c3", "charlie", "green", nth(3)),
  claim("c4", "alpha", "blue", nth(6)),
  // Recaptured with no loss told before: the loss is implied.
  claim("c5", "delta", "red", nth(9), { action: "recaptured" }),
]);

describe("gains per day", () => {
  it("counts places by day and side, and apart those that nobody states", () => {
    const gains = countGains(story);
    expect(gains).toContainEqual({ day: nth(3), side: "red", certain: 2, uncertain: 0 });
    expect(gains).toContainEqual({ day: nth(3), side: "green", certain: 1, uncertain: 0 });
    expect(gains).toContainEqual({ day: nth(6), side: "blue", certain: 1, uncertain: 0 });
    const implied = gains.filter((gain) => gain.uncertain > 0);
    expect(implied.map((gain) => gain.side)).toContain("blue");
  });

  it("is drawn up for the first side and its ally, down for whom they fight, from one line", () => {
    const { bars, baseline } = layOutBars(story);
    const beginAt = bars.filter((bar) => Math.abs(bar.y - baseline) < 1e-9);
    const endAt = bars.filter((bar) => bar.y + bar.height < baseline + 1e-9);
    expect(new Set(beginAt.map((bar) => bar.side))).toEqual(new Set(["blue"]));
    expect(new Set(endAt.map((bar) => bar.side))).toEqual(new Set(["red", "green"]));
    expect(beginAt.length + endAt.length).toBe(bars.length);
  });

  it("stacks sides that point the same way without overlap, and stays within the chart", () => {
    const { bars } = layOutBars(story);
    const stacked = bars.filter((bar) => bar.day === nth(3)).toSorted((a, b) => a.y - b.y);
    expect(stacked.length).toBe(2);
    const [upper, lower] = stacked;
    expect((upper?.y ?? 0) + (upper?.height ?? 0)).toBeCloseTo(lower?.y ?? Number.NaN);
    for (const bar of bars) {
      expect(bar.y).toBeGreaterThanOrEqual(-1e-9);
      expect(bar.y + bar.height).toBeLessThanOrEqual(100 + 1e-9);
    }
  });

  it("has no bars, and no division by zero, in a story without changes", () => {
    const { bars, baseline } = layOutBars(tell([]));
    expect(bars).toEqual([]);
    expect(Number.isFinite(baseline)).toBe(true);
  });
});

describe("positions along the line of time", () => {
  it("run from 0 on the first day to 100 on the last", () => {
    expect(percentOf(story, nth(1))).toBe(0);
    expect(percentOf(story, nth(12))).toBe(100);
  });

  it("lead back to the day they were made from", () => {
    for (const day of story.days) expect(findDayAt(story, percentOf(story, day) / 100)).toBe(day);
  });

  it("beyond either end give that end", () => {
    expect(findDayAt(story, -0.4)).toBe(nth(1));
    expect(findDayAt(story, 1.2)).toBe(nth(12));
  });

  it("have a tick where a month begins, and not where only the story does", () => {
    expect(listMonths(story)).toEqual(["2020-02-01"]);
  });
});
