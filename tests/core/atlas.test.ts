import { expect, it } from "vitest";
import { addDays, type Day, listDays } from "../../src/core/day.ts";
import { buildAtlas, listChangesOn } from "../../src/core/atlas.ts";
import { loadBundled } from "../geodata/bundled.ts";
import { claim } from "../ui/story.ts";
import { drawDay, START } from "./drawn-areas.ts";
import { buildDrawnAtlas } from "./drawn-story.ts";

const nth = (step: number): Day => addDays(START, step);
const flat = (height: number) => Array.from({ length: 9 }, () => height);

// The place lies south of the front from day 1 to day 6, north of it before and after.
const areas = [2, 4, 4, 4, 4, 4, 4, 2].flatMap((height, index) =>
  drawDay(flat(height), nth(index), nth(index + 1)),
);
const places = [{ id: "p", position: [1.5, 3] as const }];
const dates = { firstDay: nth(2), lastDay: nth(5) };
const attack = claim("c1", "p", "north", nth(3), { action: "repelled", extent: undefined, side: "south" });

it("gives the changes of each day as they are among all of them", async () => {
  const { dataset } = await loadBundled();
  const atlas = buildAtlas(dataset);
  expect(atlas.changes.length).toBeGreaterThan(100);
  for (const day of [...atlas.days, "1999-01-01" as Day]) {
    expect(listChangesOn(atlas, day)).toEqual(atlas.changes.filter((change) => change.day === day));
  }
});

it("begins with the side that the areas show on the eve of the story, whether or not a claim tells of the place", () => {
  for (const claims of [[], [attack]]) {
    const atlas = buildDrawnAtlas({ areas, places, days: listDays(START, nth(7)) }, { ...dates, claims });
    expect(atlas.histories.get("p")).toMatchObject({ isDocumented: claims.length > 0, initialSide: "south" });
  }
});

it("closes no story with what the areas show only after its last day", () => {
  const atlas = buildDrawnAtlas(
    { areas, places, days: listDays(START, nth(7)) },
    { ...dates, claims: [attack] },
  );
  expect(atlas.changes).toEqual([]);
});
