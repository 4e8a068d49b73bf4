import { area } from "@turf/area";
import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { length } from "@turf/length";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findControl, listAreasOn } from "../../../src/core/atlas.ts";
import type { Claim, Figure, Highway, Region } from "../../../src/core/records.ts";
import { addDays, type Day } from "../../../src/core/day.ts";
import { measureDay } from "../../../src/core/measure/measures.ts";
import { anyStory, drawDay, START } from "../drawn-areas.ts";
import { buildDrawnAtlas, drawPlace, drawPost } from "../drawn-story.ts";

function box(west: number, south: number, east: number, north: number): Region["geometry"] {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: "Polygon", coordinates: [ring] };
}

const WEST: Region = { id: "west", name: "West", names: { en: "West" }, geometry: box(0, 0, 4, 8) };
const EAST: Region = { id: "east", name: "East", names: { en: "East" }, geometry: box(4, 0, 8, 8) };
/** Reaches as far beyond the square as into it. */
const BEYOND: Region = { id: "beyond", name: "Beyond", names: { en: "Beyond" }, geometry: box(7, 0, 9, 8) };
const AWAY: Region = { id: "away", name: "Away", names: { en: "Away" }, geometry: box(20, 0, 21, 8) };

const ROAD: Highway = {
  id: "m1",
  name: "M1",
  names: { en: "M1" },
  course: [
    [0.5, 0.5],
    [3, 7],
    [7.5, 2],
  ],
};

/** The front level at latitude 4 on two days, then at 6 on two. */
const level = (height: number) => Array.from({ length: 9 }, () => height);
const MOVED = {
  areas: [
    ...drawDay(level(4), START, addDays(START, 2)),
    ...drawDay(level(6), addDays(START, 2), addDays(START, 4)),
  ],
  places: [
    { id: "a", position: [1, 1] as const },
    { id: "b", position: [1, 5] as const },
    { id: "c", position: [1, 7] as const },
  ],
  days: [0, 1, 2, 3].map((count) => addDays(START, count)),
};

const sum = (amounts: Iterable<number>) => [...amounts].reduce((total, amount) => total + amount, 0);

describe("measureDay", () => {
  it("shares the whole theatre out among the sides, on every day of any story", () => {
    const theatreKm2 = area(box(0, 0, 8, 8)) / 1e6;
    fc.assert(
      fc.property(anyStory, (story) => {
        const atlas = buildDrawnAtlas(story);
        for (const day of story.days)
          expect(sum(measureDay(atlas, day).areaKm2.values())).toBeCloseTo(theatreKm2, 4);
      }),
      { numRuns: 40 },
    );
  });

  it("shares each region out too: two halves make the whole, and shares make one", () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const atlas = buildDrawnAtlas(story, { regions: [WEST, EAST] });
        const [day = START] = story.days;
        const { areaKm2, regions } = measureDay(atlas, day);
        for (const side of ["south", "north"]) {
          const halves = [...regions.values()].map((region) => region.areaKm2.get(side) ?? 0);
          expect(sum(halves)).toBeCloseTo(areaKm2.get(side) ?? 0, 4);
        }
        for (const { share } of regions.values()) expect(sum(share.values())).toBeCloseTo(1, 9);
      }),
      { numRuns: 40 },
    );
  });

  it("counts a region that reaches beyond the theatre with the part inside it", () => {
    const inside: Region = { ...BEYOND, id: "inside", geometry: box(7, 0, 8, 8) };
    const atlas = buildDrawnAtlas(MOVED, { regions: [BEYOND, inside] });
    const { regions } = measureDay(atlas, START);
    expect(regions.get("beyond")?.share).toEqual(regions.get("inside")?.share);
    expect(regions.get("inside")?.areaKm2.get("south")).toBeCloseTo(area(box(7, 0, 8, 4)) / 1e6, 6);
  });

  it("knows no shares of a region without any area", () => {
    const { regions } = measureDay(buildDrawnAtlas(MOVED, { regions: [AWAY] }), START);
    expect([...(regions.get("away")?.areaKm2.values() ?? [])]).toEqual([0, 0]);
    expect(regions.get("away")?.share.size).toBe(0);
  });

  it("measures within the regions it is told, else within those of the data set", () => {
    const atlas = buildDrawnAtlas(MOVED, { regions: [WEST] });
    expect([...measureDay(atlas, START).regions.keys()]).toEqual(["west"]);
    expect([...measureDay(atlas, START, { within: [EAST, AWAY] }).regions.keys()]).toEqual(["east", "away"]);
  });

  it("shares the whole length of a highway out, outside all areas included", () => {
    const coordinates = ROAD.course.map((point) => [...point]);
    const whole = length({ type: "Feature", properties: {}, geometry: { type: "LineString", coordinates } });
    fc.assert(
      fc.property(anyStory, fc.boolean(), (story, hasNorth) => {
        const areas = story.areas.filter(({ side }) => hasNorth || side === "south");
        const atlas = buildDrawnAtlas({ ...story, areas }, { highways: [ROAD] });
        const measured = measureDay(atlas, START).highways.get("m1");
        const total = sum(measured?.km.values() ?? []) + (measured?.outsideKm ?? 0);
        // Short steps along a straight line in degrees are a little longer than the great circle between its ends.
        expect(Math.abs(total - whole) / whole).toBeLessThan(1e-4);
        expect(measured?.outsideKm === 0).toBe(hasNorth);
      }),
      { numRuns: 10 },
    );
  });

  it("shares a highway out among the regions it passes: two halves make the whole, for each side", () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const atlas = buildDrawnAtlas(story, { highways: [ROAD], regions: [WEST, EAST] });
        const { highways, regions } = measureDay(atlas, START);
        for (const side of ["south", "north"]) {
          const halves = [...regions.values()].map((region) => region.highways.get("m1")?.km.get(side) ?? 0);
          expect(sum(halves)).toBeCloseTo(highways.get("m1")?.km.get(side) ?? -1, 6);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("clips a highway by the geometry of the region, and knows what of it lies outside all areas", () => {
    const straight: Highway = {
      ...ROAD,
      course: [
        [1, 2],
        [10, 2],
      ],
    };
    const atlas = buildDrawnAtlas(MOVED, { highways: [straight], regions: [WEST, BEYOND, AWAY] });
    const { regions } = measureDay(atlas, START);
    const found = (region: string) => regions.get(region)?.highways.get("m1");
    // Degrees of longitude at latitude 2 on Turf's sphere: 6,371.0088 km.
    const kmOf = (degrees: number) => ((degrees * Math.PI) / 180) * 6371.0088 * Math.cos((2 * Math.PI) / 180);
    expect(found("west")?.km.get("south")).toBeCloseTo(kmOf(3), 2);
    // Where the areas end at longitude 8, half a step of 100 metres.
    expect(Math.abs((found("beyond")?.km.get("south") ?? 0) - kmOf(1))).toBeLessThan(0.06);
    expect(Math.abs((found("beyond")?.outsideKm ?? 0) - kmOf(1))).toBeLessThan(0.06);
    expect([sum(found("away")?.km.values() ?? [1]), found("away")?.outsideKm]).toEqual([0, 0]);
  });

  it("counts settlements as a test of every place against every area does", () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const atlas = buildDrawnAtlas(story);
        for (const day of story.days) {
          const areas = listAreasOn(atlas, day);
          const sides = story.places.map(
            ({ position }) =>
              areas.find(({ geometry }) => booleanPointInPolygon([...position], geometry))?.side,
          );
          const { held, contested, unknown } = measureDay(atlas, day).settlements;
          for (const side of ["south", "north"])
            expect(held.get(side)).toBe(sides.filter((found) => found === side).length);
          expect([contested, unknown]).toEqual([0, sides.filter((found) => found === undefined).length]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("leaves out places that are there for orientation only", () => {
    const settlements = [drawPlace("a", [1, 1]), drawPlace("b", [2, 1], true)];
    const { held } = measureDay(buildDrawnAtlas(MOVED, { settlements }), START).settlements;
    expect(held).toEqual(
      new Map([
        ["south", 1],
        ["north", 0],
      ]),
    );
  });

  it("counts a contested place as contested and for no side", () => {
    const claims: Claim[] = [makeClaim("a", "contested", START)];
    const atlas = buildDrawnAtlas(MOVED, { claims });
    expect(findControl(atlas, "a", START).kind).toBe("contested");
    const { held, contested } = measureDay(atlas, START).settlements;
    expect([held.get("south"), held.get("north"), contested]).toEqual([0, 2, 1]);
    expect(measureDay(atlas, addDays(START, 1)).settlements.contested).toBe(0);
  });

  it("counts posts by documented state and, apart, those that the areas encircle", () => {
    const posts = [
      drawPost(
        "told",
        [1, 7],
        [
          ["established", "2019-01-01"],
          ["encircled", "2020-01-02"],
        ],
      ),
      drawPost("untold", [2, 2], [["established", "2019-01-01"]]),
      drawPost("later", [3, 2], [["established", "2020-01-03"]]),
      drawPost(
        "left",
        [4, 2],
        [
          ["established", "2019-01-01"],
          ["evacuated", "2020-01-01"],
        ],
      ),
    ];
    const atlas = buildDrawnAtlas(MOVED, { posts });
    expect(measureDay(atlas, addDays(START, 1)).posts).toEqual({
      byState: { established: 1, encircled: 1, relieved: 0, evacuated: 1 },
      encircledComputed: 1,
    });
    expect(measureDay(atlas, addDays(START, 2)).posts.encircledComputed).toBe(2);
  });

  it("knows the figures of the day and of every span with the day in it, both ends included", () => {
    const figures = [
      makeFigure("before", START, START),
      makeFigure("day", addDays(START, 1), addDays(START, 1)),
      makeFigure("ending", START, addDays(START, 1)),
      makeFigure("beginning", addDays(START, 1), addDays(START, 3)),
      makeFigure("after", addDays(START, 2), addDays(START, 3)),
    ];
    const atlas = buildDrawnAtlas(MOVED, { figures });
    const known = measureDay(atlas, addDays(START, 1)).figures.map(({ id }) => id);
    expect(known).toEqual(["day", "ending", "beginning"]);
  });

  it("measures days with the same areas once", () => {
    const atlas = buildDrawnAtlas(MOVED, { regions: [WEST], highways: [ROAD] });
    const [first, same, moved] = MOVED.days.map((day) => measureDay(atlas, day));
    expect(same?.areaKm2).toBe(first?.areaKm2);
    expect(same?.regions.get("west")?.areaKm2).toBe(first?.regions.get("west")?.areaKm2);
    expect(moved?.areaKm2).not.toEqual(first?.areaKm2);
  });

  it("finds nothing on a day outside the story", () => {
    const { areaKm2, settlements } = measureDay(buildDrawnAtlas(MOVED), addDays(START, 30));
    expect([...areaKm2]).toEqual([
      ["south", 0],
      ["north", 0],
    ]);
    expect(settlements.contested).toBe(0);
  });
});

function makeStatement(id: string, firstDay: Day, lastDay: Day) {
  return {
    id,
    firstDay,
    lastDay,
    dayBasis: "stated",
    attribution: "article",
    certainty: "stated",
    source: "d1",
    paragraph: 1,
    offset: 0,
    spelling: "",
    summary: id,
  } as const;
}

function makeClaim(settlement: string, action: Claim["action"], on: Day): Claim {
  const what = { settlement, action, extent: undefined, side: undefined, actor: "" };
  return { ...makeStatement("c1", on, on), ...what, contradicts: undefined };
}

function makeFigure(id: string, firstDay: Day, lastDay: Day): Figure {
  return {
    ...makeStatement(id, firstDay, lastDay),
    measure: "displaced",
    value: 1,
    valueHigh: undefined,
    unit: "persons",
    qualifier: "about",
    concerns: "",
    settlement: undefined,
    contradicts: [],
  };
}
