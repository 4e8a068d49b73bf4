import { beforeAll, describe, expect, it } from "vitest";
import { type Atlas, buildAtlas } from "../../src/core/atlas.ts";
import { countDaysBetween } from "../../src/core/day.ts";
import { listEventsOn, listPlacedEvents } from "../../src/core/measure/events.ts";
import { drawEvents, events } from "../../src/layers/events.ts";
import { listHoverMarks } from "../../src/layers/layers.ts";
import { loadBundled } from "../geodata/bundled.ts";

describe("the events on the map", () => {
  let story: Atlas;
  beforeAll(async () => {
    story = buildAtlas((await loadBundled()).dataset);
  });

  it("are on every day those of the list that have a place and are told of a week at most, each once", () => {
    let count = 0;
    for (const day of story.days) {
      const drawn = listPlacedEvents(story, day).flatMap((placed) => placed.events.map(({ id }) => id));
      // The judge reads the records alone.
      const wanted = story.dataset.events.filter(
        ({ settlement, firstDay, lastDay }) =>
          settlement !== undefined &&
          firstDay <= day &&
          day <= lastDay &&
          countDaysBetween(firstDay, lastDay) < 7,
      );
      expect([day, drawn.toSorted()]).toEqual([day, wanted.map(({ id }) => id).toSorted()]);
      const listed = new Set(listEventsOn(story, day).map(({ id }) => id));
      expect(drawn.every((id) => listed.has(id))).toBe(true);
      count += drawn.length;
    }
    expect(count).toBeGreaterThan(100);
  });

  it("lie side by side where several kinds happened at one place, and the legend names each kind once", () => {
    for (const day of story.days) {
      const placed = listPlacedEvents(story, day);
      const spots = placed.map(({ settlement, rank }) => `${settlement.id} ${rank}`);
      expect([day, new Set(spots).size]).toEqual([day, spots.length]);
      const explained =
        events.legend?.({ atlas: story, day, place: undefined }, () => true).map(({ key }) => key) ?? [];
      const named = explained.flatMap((key) => key.replace("event ", "").split(","));
      expect(named.toSorted()).toEqual([...new Set(placed.map(({ kind }) => kind))].toSorted());
    }
  });

  it("stand at the settlement, and each tells whoever points at it what happened", () => {
    const day = story.days.find((asked) => listPlacedEvents(story, asked).length > 3);
    if (day === undefined) throw new Error("The story has no day with several events.");
    const placed = listPlacedEvents(story, day);
    const points = drawEvents(placed).features.map(({ geometry }) => geometry);
    expect(points).toEqual(
      placed.map(({ settlement }) => ({ type: "Point", coordinates: [...settlement.position] })),
    );
    expect(
      events.listHoverMarks?.({ atlas: story, day, place: undefined }).map(({ names }) => names),
    ).toEqual(placed.map(({ settlement }) => settlement.names));
  });

  it("tell a pointer nothing while they are put away", () => {
    const day = story.days.find((asked) => listPlacedEvents(story, asked).length > 3);
    if (day === undefined) throw new Error("The story has no day with several events.");
    const count = (hidden: readonly string[]) => listHoverMarks(story, { day, hidden }).length;
    expect(count([]) - count(["events"])).toBe(listPlacedEvents(story, day).length);
    expect(count(["events", "posts"])).toBe(0);
  });
});
