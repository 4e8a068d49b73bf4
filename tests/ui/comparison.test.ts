import { expect, it } from "vitest";
import { compareDays } from "../../src/core/measure/comparison.ts";
import { listRows } from "../../src/ui/day/ComparisonSection.tsx";
import { toggleComparison } from "../../src/ui/state/comparison.ts";
import { claim, nth, tell } from "./story.ts";

const story = tell([claim("c1", "alpha", "red", nth(3)), claim("c2", "beta", "red", nth(5))]);

it("saves the places that are under another side, each with the two sides and days", () => {
  const [header, ...rows] = listRows(story, compareDays(story, nth(2), nth(4)));
  expect(header).toEqual(["settlement", "name", "from", "to", "first_day", "last_day"]);
  expect(rows).toEqual([["alpha", "Alpha", expect.any(String), "red", nth(2), nth(4)]]);
});

it("begins with the first day, on the first day with the last, and ends what has begun", () => {
  const toggle = toggleComparison(story);
  const { firstDay, lastDay } = story.dataset;
  const view = { day: nth(3), compared: undefined } as Parameters<typeof toggle>[0];
  expect(toggle(view)).toEqual({ compared: firstDay });
  expect(toggle({ ...view, day: firstDay })).toEqual({ compared: lastDay });
  expect(toggle({ ...view, compared: nth(1) })).toEqual({ compared: undefined });
});
