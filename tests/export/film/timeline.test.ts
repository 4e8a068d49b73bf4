import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day } from "../../../src/core/day.ts";
import {
  countFrames,
  type FilmDay,
  type FilmShot,
  type FilmTiming,
  listSampleScenes,
  planFilm,
} from "../../../src/export/film/timeline.ts";

const DAYS = fc
  .array(fc.record({ hasChanges: fc.boolean(), movesOn: fc.boolean() }), { minLength: 1, maxLength: 40 })
  .map((days): FilmDay[] => days.map((day, index) => ({ ...day, day: addDays("2020-02-25" as Day, index) })));
const TIMING: fc.Arbitrary<FilmTiming> = fc.record({
  framesPerDay: fc.integer({ min: 1, max: 60 }),
  stopFrames: fc.nat(50),
  hasMotion: fc.boolean(),
  titleFrames: fc.nat(90),
  sourcesFrames: fc.nat(90),
});

/** The shots frame by frame. */
function spread(shots: readonly FilmShot[]) {
  return shots.flatMap(({ scene, frames }) => Array.from({ length: frames }, () => scene));
}

describe("the plan of a film", () => {
  it("gives each day exactly its frames, the cards theirs, and nothing else", () => {
    fc.assert(
      fc.property(DAYS, TIMING, (days, timing) => {
        const shots = planFilm(days, timing);
        const frames = spread(shots);
        const count = (kind: string) => frames.filter((scene) => scene.kind === kind).length;
        expect(count("title")).toBe(timing.titleFrames);
        expect(count("sources")).toBe(timing.sourcesFrames);
        for (const { day, hasChanges } of days) {
          const own = frames.filter((scene) => "day" in scene && scene.day === day);
          expect(own).toHaveLength(timing.framesPerDay + (hasChanges ? timing.stopFrames : 0));
        }
        expect(countFrames(shots)).toBe(frames.length);
        expect(shots.every((shot) => shot.frames >= 1)).toBe(true);
      }),
    );
  });

  it("goes on only: cards at the ends, days in their order, each standing before its ground moves, evenly to the next", () => {
    fc.assert(
      fc.property(DAYS, TIMING, (days, timing) => {
        const frames = spread(planFilm(days, timing));
        const times = frames.map((scene) => {
          if (scene.kind === "title") return -1;
          if (scene.kind === "sources") return days.length;
          const index = days.findIndex(({ day }) => day === scene.day);
          return index + (scene.kind === "between" ? scene.share : 0);
        });
        expect(times).toEqual(times.toSorted((one, other) => one - other));
        const last = days.at(-1)!.day;
        for (const [index, scene] of frames.entries()) {
          if (scene.kind !== "between") continue;
          expect(timing.hasMotion && days.find(({ day }) => day === scene.day)?.movesOn).toBe(true);
          expect(scene.next).toBe(addDays(scene.day, 1));
          expect(scene.day).not.toBe(last);
          expect((times[index] ?? 0) - (times[index - 1] ?? 0)).toBeCloseTo(1 / timing.framesPerDay, 9);
        }
      }),
    );
  });

  it("takes colours from the first, the middle and the last day, whatever is between, and from the cards", () => {
    const days = Array.from({ length: 9 }, (_, index) => {
      return { day: addDays("2020-02-01" as Day, index), hasChanges: false, movesOn: true };
    });
    const timing = { framesPerDay: 3, stopFrames: 0, hasMotion: true, titleFrames: 5, sourcesFrames: 0 };
    expect(listSampleScenes(planFilm(days, timing))).toEqual([
      { kind: "day", day: "2020-02-01" },
      { kind: "day", day: "2020-02-05" },
      { kind: "day", day: "2020-02-09" },
      { kind: "title" },
    ]);
    const single = planFilm(days.slice(0, 1), { ...timing, titleFrames: 0 });
    expect(listSampleScenes(single)).toEqual([{ kind: "day", day: "2020-02-01" }]);
  });
});
