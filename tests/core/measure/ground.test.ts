import { area } from "@turf/area";
import { length } from "@turf/length";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createArchiveBuilder } from "../../../src/core/archive/builder.ts";
import { listInForce } from "../archive/dated-archive.ts";
import { findSideAt } from "../../../src/core/archive/areas.ts";
import { addDays } from "../../../src/core/day.ts";
import { findGains } from "../../../src/core/measure/gains.ts";
import { measureWithin } from "../../../src/core/measure/ground.ts";
import { measureDay } from "../../../src/core/measure/measures.ts";
import { measureOverlapKm2 } from "../../../src/core/measure/overlap.ts";
import { buildDrawnAtlas } from "../drawn-story.ts";
import type { AreaGeometry } from "../../../src/core/geometry.ts";
import { cutIntoStretches } from "../../../src/core/measure/highways.ts";
import { anyStory, drawDay, drawSquare, START } from "../drawn-areas.ts";

describe("findGains", () => {
  it("conserves area: what one side gains and loses is the difference of what it holds", () => {
    fc.assert(
      fc.property(anyStory, ({ areas }) => {
        const [before, after] = [listInForce(areas, START), listInForce(areas, addDays(START, 1))];
        const sum = (side: string, from: typeof before) =>
          from
            .filter((item) => item.side === side)
            .reduce((total, item) => total + measure(item.geometry), 0);
        const gained = new Map(
          findGains(before, after).map(({ side, geometry }) => [side, measure(geometry)]),
        );
        const net = (gained.get("south") ?? 0) - (gained.get("north") ?? 0);
        const held = sum("south", after) - sum("south", before);
        expect(net).toBeCloseTo(held, 9);
      }),
      { numRuns: 60 },
    );
  });

  it("gives the holder of the remainder what the one drawn side lost", () => {
    fc.assert(
      fc.property(anyStory, ({ areas }) => {
        const drawn = areas.filter(({ side }) => side === "south");
        const [before, after] = [listInForce(drawn, START), listInForce(drawn, addDays(START, 1))];
        const both = [listInForce(areas, START), listInForce(areas, addDays(START, 1))] as const;
        const sizes = (gains: ReturnType<typeof findGains>) =>
          gains.map(({ side, geometry }) => [side, Math.round(measure(geometry) * 1e6)]).toSorted();
        expect(sizes(findGains(before, after, "north"))).toEqual(sizes(findGains(...both)));
      }),
      { numRuns: 60 },
    );
  });

  it("gives a newcomer all it holds, and the old side nothing", () => {
    const [south, north] = drawDay([2, 3, 2, 3, 2, 3, 2, 3, 2], START, addDays(START, 1));
    if (!south || !north) throw new Error("a drawn day has two areas");
    expect(findGains([south], [south, north]).map(({ side }) => side)).toEqual(["north"]);
    expect(findGains([], [north])).toEqual([
      { side: "north", geometry: { type: "MultiPolygon", coordinates: [north.geometry.coordinates] } },
    ]);
    expect(findGains([south, north], [south])).toEqual([]);
    expect(findGains([south, north], [south], "rest").map(({ side }) => side)).toEqual(["rest"]);
  });

  it("finds none where ground of the holder of the remainder is drawn on one day and left to it on the other", () => {
    const [south, north] = drawDay([2, 3, 2, 3, 2, 3, 2, 3, 2], START, addDays(START, 1));
    if (!south || !north) throw new Error("a drawn day has two areas");
    expect(findGains([south, north], [south], "north")).toEqual([]);
    expect(findGains([south], [south, north], "north")).toEqual([]);
    expect(findGains([south], [north], "north").map(({ side }) => side)).toEqual(["north"]);
  });

  it("finds none between a day and itself", () => {
    const areas = drawDay([2, 3, 2, 3, 2, 3, 2, 3, 2], START, addDays(START, 1));
    expect(findGains(areas, areas)).toEqual([]);
  });
});

describe("measureWithin", () => {
  const days = { from: START, to: addDays(START, 1) };
  const theatre = { type: "Polygon" as const, coordinates: [drawSquare(0, 0, 8)] };

  it("gives the remainder, within a region, what the theatre has there and no area", () => {
    fc.assert(
      fc.property(anyStory, fc.nat(9), fc.nat(9), fc.boolean(), ({ areas }, x, y, hasOutline) => {
        const builder = createArchiveBuilder();
        const drawn = listInForce(areas, START);
        builder.addPhase(
          days,
          drawn.filter(({ side }) => side === "south"),
        );
        const region = {
          id: "r",
          name: "R",
          names: { en: "R" },
          geometry: { type: "Polygon" as const, coordinates: [drawSquare(x - 2, y - 2, 3)] },
        };
        const story = { areas: drawn, places: [], days: [START] };
        const oneSided = builder.build({ side: "north", theatre, hasOutline });
        const inTwo = measureWithin(buildDrawnAtlas(story), START, region);
        const inOne = measureWithin(buildDrawnAtlas(story, { control: oneSided }), START, region);
        for (const side of ["south", "north"]) {
          expect(inOne.areaKm2.get(side)).toBeCloseTo(inTwo.areaKm2.get(side) ?? -1, 3);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("shares out a region as large as the theatre as the ground itself is", () => {
    const [south] = drawDay([2, 3, 2, 3, 2, 3, 2, 3, 2], START, days.to);
    const builder = createArchiveBuilder();
    builder.addPhase(days, south ? [south] : []);
    const control = builder.build({ side: "north", theatre, hasOutline: true });
    const regions = [{ id: "all", name: "All", names: { en: "All" }, geometry: theatre }];
    const atlas = buildDrawnAtlas({ areas: [], places: [], days: [START] }, { control, regions });
    const { areaKm2, regions: measured } = measureDay(atlas, START);
    expect(areaKm2.get("north")).toBeGreaterThan(500_000);
    for (const side of ["south", "north"]) {
      expect(measured.get("all")?.areaKm2.get(side)).toBeCloseTo(areaKm2.get(side) ?? -1, 3);
    }
  });
});

describe("measureOverlapKm2", () => {
  it("takes shapes of more vertices than a call may have arguments", () => {
    const steps = 70_000;
    const top = Array.from({ length: steps + 1 }, (_, step) => [8 - (8 * step) / steps, 4]);
    const wide = { type: "Polygon" as const, coordinates: [[[0, 0], [8, 0], ...top, [0, 0]]] };
    const narrow = { type: "Polygon" as const, coordinates: [drawSquare(1, 1, 1)] };
    expect(measureOverlapKm2(wide, narrow)).toBeCloseTo(area(narrow) / 1e6, 3);
  });
});

describe("cutIntoStretches", () => {
  const road = {
    id: "m1",
    name: "M1",
    names: { en: "M1" },
    course: [
      [1, 0.5],
      [1, 7.5],
    ] as const,
  };
  const areas = drawDay(
    Array.from({ length: 9 }, () => 3),
    START,
    addDays(START, 1),
  );
  const stretches = cutIntoStretches(road, (position) => findSideAt(position, areas));

  it("keeps the whole length, in order", () => {
    const coordinates = road.course.map((point) => [...point]);
    const whole = length({ type: "Feature", properties: {}, geometry: { type: "LineString", coordinates } });
    expect(stretches.reduce((sum, stretch) => sum + stretch.lengthKm, 0)).toBeCloseTo(whole, 3);
    expect(stretches.map(({ side }) => side)).toEqual(["south", "north"]);
  });

  it("cuts within a tenth of a kilometre of the border", () => {
    // 2.5 degrees of latitude on Turf's sphere of 6,371.0088 km.
    expect(Math.abs((stretches[0]?.lengthKm ?? 0) - 277.987)).toBeLessThan(0.1);
  });

  it("says undefined where nobody holds the ground", () => {
    expect(cutIntoStretches(road, () => undefined).map(({ side }) => side)).toEqual([undefined]);
  });
});

/** Area on the plane (the shoelace sum of each ring, holes taken off), in square degrees. */
function measure(geometry: AreaGeometry): number {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const ring = (points: number[][]) =>
    Math.abs(
      points.slice(1).reduce((sum, [x = 0, y = 0], index) => {
        const [px = 0, py = 0] = points[index] ?? [];
        return sum + (px * y - x * py) / 2;
      }, 0),
    );
  return polygons.reduce((sum, [outer = [], ...holes]) => {
    return sum + ring(outer) - holes.reduce((taken, hole) => taken + ring(hole), 0);
  }, 0);
}
