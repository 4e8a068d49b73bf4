import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { beforeAll, describe, expect, it } from "vitest";
import { type Atlas, buildAtlas } from "../../../src/core/atlas.ts";
import { addDays, type Day, day, listDays } from "../../../src/core/day.ts";
import type { Position } from "../../../src/core/geometry.ts";
import { findAdvance, findCut, findLastChange, listCuts } from "../../../src/core/measure/advance.ts";
import { loadBundled } from "../../geodata/bundled.ts";
import { buildDrawnAtlas } from "../drawn-story.ts";

/** Asks every day up to one who holds a position: the last day on which it is another than on the known day before. */
function findByAsking({ dataset: { control }, days }: Atlas, position: Position, until: Day) {
  const [first = until] = days;
  let before = control.findSide(position, addDays(first, -1));
  let isKnown = control.findPhase(addDays(first, -1)) >= 0;
  let found: { day: Day; side: string | undefined } | undefined;
  for (const asked of days) {
    if (asked > until) break;
    if (control.findPhase(asked) < 0) continue;
    const side = control.findSide(position, asked);
    if (isKnown && side !== before) found = { day: asked, side };
    before = side;
    isKnown = true;
  }
  return found;
}

function finish(atlas: Atlas): void {
  while (findAdvance(atlas).workOn());
}

describe("the day on which ground last changed hands", () => {
  let story: Atlas;
  beforeAll(async () => {
    story = buildAtlas((await loadBundled()).dataset);
    finish(story);
  });

  it("is the one that asking every day for the holder gives, at any point and up to any day", () => {
    const [west, south, east, north] = story.dataset.bounds;
    let moved = 0;
    for (let step = 0; step < 500; step++) {
      // Points spread without a pattern that a border could follow.
      const at = [
        west + (east - west) * ((step * 0.754877666) % 1),
        south + (north - south) * ((step * 0.569840296) % 1),
      ] as const;
      const until = story.days[(step * 37) % story.days.length] ?? story.dataset.lastDay;
      const found = findLastChange(story, at, until);
      expect([at, until, found && { day: found.day, side: found.side }]).toEqual([
        at,
        until,
        findByAsking(story, at, until),
      ]);
      if (found) moved += 1;
    }
    expect(moved).toBeGreaterThan(15);
  });

  it("is told of points that changed hands back and forth by the later day", () => {
    const { patches } = findAdvance(story);
    const twice = patches.flatMap((patch, index) => {
      const later = patches.slice(index + 1);
      const [ring] =
        patch.geometry.type === "Polygon"
          ? patch.geometry.coordinates
          : (patch.geometry.coordinates[0] ?? []);
      const inside = middle(ring ?? []);
      return later.some(({ geometry }) => booleanPointInPolygon([...inside], geometry)) ? [inside] : [];
    });
    expect(twice.length).toBeGreaterThan(3);
    for (const at of twice) {
      const found = findLastChange(story, at, story.dataset.lastDay);
      const wanted = findByAsking(story, at, story.dataset.lastDay);
      expect([at, found && { day: found.day, side: found.side }]).toEqual([at, wanted]);
    }
  });
});

/** The middle of the first three corners: near an edge, and inside or beside the shape, which does not matter here. */
function middle([a = [0, 0], b = a, c = b]: readonly (readonly number[])[]): [number, number] {
  const mean = (axis: number) => ((a[axis] ?? 0) + (b[axis] ?? 0) + (c[axis] ?? 0)) / 3;
  return [mean(0), mean(1)];
}

describe("ground of a drawn story", () => {
  const start = day("2020-01-01");
  const box = (west: number, east: number) => ({
    type: "Polygon" as const,
    coordinates: [
      [
        [west, 0],
        [east, 0],
        [east, 4],
        [west, 4],
        [west, 0],
      ],
    ],
  });
  const area = (side: string, from: number, to: number, [west, east]: [number, number]) => ({
    side,
    from: addDays(start, from),
    to: addDays(start, to),
    geometry: box(west, east),
  });
  // North goes forward, is thrown back, and leaves a strip to nobody; then two days are missing.
  const areas = [
    area("north", -1, 1, [0, 2]),
    area("south", -1, 1, [2, 8]),
    area("north", 1, 2, [0, 5]),
    area("south", 1, 2, [5, 8]),
    area("north", 2, 3, [0, 3]),
    area("south", 2, 3, [4, 8]),
    area("north", 5, 6, [0, 6]),
    area("south", 5, 6, [6, 8]),
  ];
  const atlas = buildDrawnAtlas({ areas, places: [], days: listDays(start, addDays(start, 5)) });

  it("says who took it when, what was left to nobody, and between which days where some are missing", () => {
    finish(atlas);
    const tell = (lng: number, after: number) => {
      const found = findLastChange(atlas, [lng, 2], addDays(start, after));
      return found && [found.eve.slice(8), found.day.slice(8), found.side];
    };
    expect(tell(1, 5)).toBeUndefined();
    expect(tell(2.5, 0)).toBeUndefined();
    expect(tell(2.5, 1)).toEqual(["01", "02", "north"]);
    expect(tell(3.5, 2)).toEqual(["02", "03", undefined]);
    expect(tell(4.5, 2)).toEqual(["02", "03", "south"]);
    expect(tell(3.5, 4)).toEqual(["02", "03", undefined]);
    expect(tell(3.5, 5)).toEqual(["03", "06", "north"]);
    for (let lng = 0.25; lng < 8; lng += 0.5) {
      for (let after = 0; after < 6; after++) {
        const until = addDays(start, after);
        const found = findLastChange(atlas, [lng, 2], until);
        const wanted = findByAsking(atlas, [lng, 2], until);
        expect([lng, after, found && { day: found.day, side: found.side }]).toEqual([lng, after, wanted]);
      }
    }
  });

  it("is worked out day by day, and says how far", () => {
    const fresh = buildDrawnAtlas({ areas, places: [], days: listDays(start, addDays(start, 5)) });
    const advance = findAdvance(fresh);
    expect([advance.findPercent(), advance.isKnownUntil(start)]).toEqual([0, true]);
    expect(advance.isKnownUntil(addDays(start, 1))).toBe(false);
    expect(advance.workOn()).toBe(true);
    expect([advance.findPercent(), advance.isKnownUntil(addDays(start, 1))]).toEqual([33, true]);
    expect(advance.isKnownUntil(addDays(start, 2))).toBe(false);
    while (advance.workOn());
    expect([advance.findPercent(), advance.isKnownUntil(addDays(start, 400))]).toEqual([100, true]);
  });
});

describe("the cuts of a story", () => {
  it("are weeks, months, quarters or years, so that there are few, and begin where the calendar's do", () => {
    const cut = (first: string, last: string) => listCuts(day(first), day(last));
    expect(cut("2019-11-24", "2020-03-19")).toEqual({
      unit: "month",
      starts: ["2019-11-24", "2019-12-01", "2020-01-01", "2020-02-01", "2020-03-01"],
    });
    expect(cut("2020-02-05", "2020-02-25")).toEqual({
      unit: "week",
      starts: ["2020-02-05", "2020-02-10", "2020-02-17", "2020-02-24"],
    });
    expect(cut("2022-02-24", "2024-04-02").unit).toBe("quarter");
    expect(cut("2022-02-24", "2024-04-02").starts.slice(0, 3)).toEqual([
      "2022-02-24",
      "2022-04-01",
      "2022-07-01",
    ]);
    expect(cut("2011-03-15", "2024-12-08").starts).toHaveLength(14);
    expect(cut("2020-01-01", "2020-01-01").starts).toEqual(["2020-01-01"]);
    for (const length of [1, 62, 63, 425, 426, 1460, 1461, 6000]) {
      const { starts } = listCuts(day("2011-03-15"), addDays(day("2011-03-15"), length));
      expect(starts.length).toBeLessThanOrEqual(17);
    }
  });

  it("have every day in just one", () => {
    const cuts = listCuts(day("2019-11-24"), day("2020-03-19"));
    expect(
      ["2019-11-30", "2019-12-01", "2020-02-29", "2020-03-19"].map((asked) => findCut(cuts, day(asked))),
    ).toEqual([0, 1, 3, 4]);
  });
});
