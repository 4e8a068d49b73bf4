import type { Position } from "geojson";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Atlas, buildAtlas } from "../../../src/core/atlas.ts";
import { type Day, day } from "../../../src/core/day.ts";
import { listFormerFronts, listTrailDays } from "../../../src/core/measure/trail.ts";
import { findStrength } from "../../../src/layers/trail.ts";
import { loadBundled } from "../../geodata/bundled.ts";

/** The straight pieces of the fronts of a day as texts, whichever way they run. */
function listPieces({ dataset: { control, sides } }: Atlas, asked: Day): string[] {
  const enemies = new Set(
    sides.flatMap(({ id, opponents }) => opponents.flatMap((other) => [`${id} ${other}`, `${other} ${id}`])),
  );
  const lines = control.listLines(asked).filter(({ between }) => enemies.has(between.join(" ")));
  const courses = lines.flatMap(({ geometry }) =>
    geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates,
  );
  return courses.flatMap(cutUp);
}

function cutUp(course: readonly Position[]): string[] {
  return course.slice(1).map((end, index) => [String(course[index]), String(end)].toSorted().join(" "));
}

describe("the front lines of the days before", () => {
  let story: Atlas;
  beforeAll(async () => {
    story = buildAtlas((await loadBundled()).dataset);
  });

  it("are told piece by piece, each on the last of the days that has it and on no other", () => {
    let seen = 0;
    fc.assert(
      fc.property(fc.constantFrom(...story.days), fc.constantFrom(0, 1, 3, 7, 30), (shown, count) => {
        const fronts = listFormerFronts(story, shown, listTrailDays(shown, count));
        const found = fronts.flatMap(({ day: former, courses }) =>
          courses.flatMap(cutUp).map((piece) => `${former} ${piece}`),
        );
        // The judge goes from the oldest day to the newest and keeps of every piece the day seen last.
        const last = new Map<string, Day>();
        for (const former of [...listTrailDays(shown, count).toReversed(), shown]) {
          for (const piece of listPieces(story, former)) last.set(piece, former);
        }
        const wanted = [...last].filter(([, former]) => former !== shown);
        expect(found.toSorted()).toEqual(wanted.map(([piece, former]) => `${former} ${piece}`).toSorted());
        seen += found.length;
      }),
      { numRuns: 25 },
    );
    expect(seen).toBeGreaterThan(100);
  });

  it("come from the newest day to the oldest, and not from before the data", () => {
    const shown = day("2020-02-12");
    const days = listFormerFronts(story, shown, listTrailDays(shown, 30)).map((front) => front.day);
    expect(days).toEqual(days.toSorted().toReversed());
    const [first = shown] = story.days;
    expect(listFormerFronts(story, first, listTrailDays(first, 30)).length).toBeLessThan(2);
  });

  it("fade with every day, by half where they are few, and can be seen to the last", () => {
    expect([1, 2, 3].map((age) => findStrength(age, 3))).toEqual([0.8, 0.4, 0.2]);
    for (const count of [3, 7, 30]) {
      const strengths = Array.from({ length: count }, (_, index) => findStrength(index + 1, count));
      expect(strengths.toSorted((a, b) => b - a)).toEqual(strengths);
      expect(Math.min(...strengths)).toBeGreaterThan(0.15);
    }
  });
});
