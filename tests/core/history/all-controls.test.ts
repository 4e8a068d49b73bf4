import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Atlas, buildAtlas, findControl } from "../../../src/core/atlas.ts";
import { addDays, type Day, listDays } from "../../../src/core/day.ts";
import { listControls } from "../../../src/core/history/all-controls.ts";
import { loadBundled } from "../../geodata/bundled.ts";
import { anyStory, START } from "../drawn-areas.ts";
import { buildDrawnAtlas } from "../drawn-story.ts";

function expectSame(atlas: Atlas, day: Day): void {
  const each = atlas.dataset.settlements.map(({ id }) => findControl(atlas, id, day));
  expect(listControls(atlas, day)).toEqual(each);
}

describe("who holds all settlements", () => {
  let story: Atlas;
  beforeAll(async () => {
    story = buildAtlas((await loadBundled()).dataset);
  });

  it("is what each of them tells by itself, in whatever order the days are asked for", () => {
    const around = listDays(addDays(story.dataset.firstDay, -3), addDays(story.dataset.lastDay, 3));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...around), { maxLength: 8 }), (days) => {
        for (const day of days) expectSame(story, day);
      }),
      { numRuns: 40 },
    );
  });

  it("holds where days are missing, of which nobody knows", () => {
    fc.assert(
      fc.property(anyStory, fc.array(fc.nat(8), { maxLength: 8 }), (drawn, steps) => {
        const areas = drawn.areas.filter(({ from }) => from !== drawn.days[1]);
        const atlas = buildDrawnAtlas({ ...drawn, areas });
        for (const step of steps) expectSame(atlas, addDays(START, step));
      }),
      { numRuns: 60 },
    );
  });

  it("is the same object on days between which nothing changes", () => {
    const still = story.days.find((day) => {
      const before = listControls(story, addDays(day, -1));
      return listControls(story, day) === before;
    });
    expect(still).toBeDefined();
  });
});
