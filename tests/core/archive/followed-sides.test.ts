import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { followSides } from "../../../src/core/archive/followed-sides.ts";
import { anyStory, START } from "../drawn-areas.ts";
import { createArchive } from "./dated-archive.ts";

/** Each second day is missing where `hasGaps`. */
const anyWalk = fc.record({
  story: anyStory,
  hasGaps: fc.boolean(),
  steps: fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }),
});

describe("followSides", () => {
  it("gives the same answer as Turf's test of every place, on any walk through the days, missing ones too", () => {
    fc.assert(
      fc.property(anyWalk, ({ story, hasGaps, steps }) => {
        const areas = hasGaps ? story.areas.filter((_, index) => (index >> 1) % 2 === 0) : story.areas;
        const archive = createArchive(areas, []);
        const sides = followSides(
          archive,
          story.places.map(({ position }) => position),
        );
        const before: (string | undefined)[] = story.places.map(() => undefined);
        for (const step of steps) {
          const day = story.days[step % story.days.length] ?? START;
          const touched = sides.moveTo(archive.findPhase(day));
          for (const [index, { position }] of story.places.entries()) {
            const naive = areas.find(
              ({ from, to, geometry }) =>
                from <= day && day < to && booleanPointInPolygon(position as [number, number], geometry),
            )?.side;
            expect(sides.findSide(index)).toBe(naive);
            expect(naive === before[index] || touched.has(index)).toBe(true);
            before[index] = naive;
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
