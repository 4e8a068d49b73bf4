import { area } from "@turf/area";
import { length } from "@turf/length";
import fc from "fast-check";
import { difference, type Geom, union } from "polyclip-ts";
import { describe, expect, it } from "vitest";
import { createArchiveBuilder } from "../../../src/core/archive/builder.ts";
import { listInForce } from "../archive/dated-archive.ts";
import { addDays } from "../../../src/core/day.ts";
import type { ControlArea } from "../../../src/core/records.ts";
import { findGains, type Gain } from "../../../src/core/measure/gains.ts";
import { measureWithin } from "../../../src/core/measure/ground.ts";
import { measureDay } from "../../../src/core/measure/measures.ts";
import { measureOverlapKm2 } from "../../../src/core/measure/overlap.ts";
import { buildDrawnAtlas } from "../drawn-story.ts";
import { type AreaGeometry, listRings } from "../../../src/core/geometry.ts";
import { listStretchesOn } from "../../../src/core/measure/highways.ts";
import { anyStory, drawDay, drawSquare, START } from "../drawn-areas.ts";

/** What {@link findGains} finds between two days with these areas; `remainder` holds all else. */
function gainsBetween(before: readonly ControlArea[], after: readonly ControlArea[], remainder?: string) {
  const builder = createArchiveBuilder();
  const [second, third] = [addDays(START, 1), addDays(START, 2)];
  builder.addPhase({ from: START, to: second }, before);
  builder.addPhase({ from: second, to: third }, after);
  const theatre = { type: "Polygon" as const, coordinates: [drawSquare(-1, -1, 10)] };
  const rest = remainder === undefined ? undefined : { side: remainder, theatre, hasOutline: true };
  return findGains(builder.build(rest), START, second);
}

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
          gainsBetween(before, after).map(({ side, geometry }) => [side, measure(geometry)]),
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
        const sizes = (gains: readonly Gain[]) =>
          gains.map(({ side, geometry }) => [side, Math.round(measure(geometry) * 1e6)]).toSorted();
        expect(sizes(gainsBetween(before, after, "north"))).toEqual(sizes(gainsBetween(...both)));
      }),
      { numRuns: 60 },
    );
  });

  it("gives a newcomer all it holds, and the old side nothing", () => {
    const [south, north] = drawDay([2, 3, 2, 3, 2, 3, 2, 3, 2], START, addDays(START, 1));
    if (!south || !north) throw new Error("a drawn day has two areas");
    expect(gainsBetween([south], [south, north]).map(({ side }) => side)).toEqual(["north"]);
    expect(gainsBetween([], [north])).toEqual([
      { side: "north", geometry: expect.objectContaining({ type: "Polygon" }) },
    ]);
    expect(gainsBetween([south, north], [south])).toEqual([]);
    expect(gainsBetween([south, north], [south], "rest").map(({ side }) => side)).toEqual(["rest"]);
  });

  it("finds none where ground of the holder of the remainder is drawn on one day and left to it on the other", () => {
    const [south, north] = drawDay([2, 3, 2, 3, 2, 3, 2, 3, 2], START, addDays(START, 1));
    if (!south || !north) throw new Error("a drawn day has two areas");
    expect(gainsBetween([south, north], [south], "north")).toEqual([]);
    expect(gainsBetween([south], [south, north], "north")).toEqual([]);
    expect(gainsBetween([south], [north], "north").map(({ side }) => side)).toEqual(["north"]);
  });

  /** Stars around centres of a grid: redrawn at will, they cross themselves nowhere and each other anywhere. */
  const anyStar = fc
    .record({
      x: fc.integer({ min: 2, max: 6 }),
      y: fc.integer({ min: 2, max: 6 }),
      reach: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 4, maxLength: 12 }),
    })
    .map(({ x, y, reach }) => {
      const ring = reach.map((far, index) => {
        const angle = (2 * Math.PI * index) / reach.length;
        const round = (value: number) => Math.round(value * 1e7) / 1e7;
        return [round(x + (far / 4) * Math.cos(angle)), round(y + (far / 4) * Math.sin(angle))];
      });
      return [[...ring, ring[0] ?? []]];
    });
  /** Blocks of a small grid, which touch in edges and corners. */
  const anyBlock = fc.tuple(fc.nat(3), fc.nat(3)).map(([x, y]) => [drawSquare(x, y, 1)]);
  const anyParts = fc.oneof(fc.array(anyStar, { maxLength: 4 }), fc.array(anyBlock, { maxLength: 10 }));
  const anyGround = anyParts.map((parts) => {
    const [first, ...others] = parts as Geom[];
    return first ? union(first, ...others) : [];
  });

  it("agrees with a polygon library, however the ground is redrawn", () => {
    const days = { from: START, to: addDays(START, 2) };
    const drawGround = (side: string, coordinates: number[][][][]): ControlArea[] =>
      coordinates.length === 0 ? [] : [{ side, ...days, geometry: { type: "MultiPolygon", coordinates } }];
    const sizeOf = (gains: readonly Gain[], side: string) =>
      gains.filter((gain) => gain.side === side).reduce((sum, { geometry }) => sum + measure(geometry), 0);
    const sizeOfGeom = (coordinates: number[][][][]) => measure({ type: "MultiPolygon", coordinates });
    fc.assert(
      fc.property(anyGround, anyGround, anyGround, anyGround, (a, b, c, d) => {
        const [before, after] = [
          [...drawGround("south", a), ...drawGround("west", b)],
          [...drawGround("south", c), ...drawGround("west", d)],
        ];
        const gains = gainsBetween(before, after, "north");
        expect(sizeOf(gains, "south")).toBeCloseTo(sizeOfGeom(difference(c, a)), 5);
        expect(sizeOf(gains, "west")).toBeCloseTo(sizeOfGeom(difference(d, b)), 5);
        expect(sizeOf(gains, "north")).toBeCloseTo(sizeOfGeom(difference(union(a, b), union(c, d))), 5);
        for (const { geometry } of gains) {
          expect(listRings(geometry).every((ring) => `${ring[0]}` === `${ring.at(-1)}`)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("tells gained from lost ground where both lie along the same edge", () => {
    const days = { from: START, to: addDays(START, 2) };
    const draw = (...squares: number[][][]): ControlArea[] => [
      {
        side: "south",
        ...days,
        geometry: { type: "MultiPolygon", coordinates: squares.map((ring) => [ring]) },
      },
    ];
    const gains = gainsBetween(draw(drawSquare(1, 0, 1)), draw(drawSquare(0, 0, 1)), "north");
    const cornersOf = (rings: readonly (readonly (readonly number[])[])[]) =>
      new Set(rings.flat().map(String));
    expect(gains.map(({ side, geometry }) => [side, cornersOf(listRings(geometry))])).toEqual([
      ["south", cornersOf([drawSquare(0, 0, 1)])],
      ["north", cornersOf([drawSquare(1, 0, 1)])],
    ]);
  });

  it("finds none between a day and itself", () => {
    const areas = drawDay([2, 3, 2, 3, 2, 3, 2, 3, 2], START, addDays(START, 1));
    expect(gainsBetween(areas, areas)).toEqual([]);
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

describe("listStretchesOn", () => {
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
  const still = { areas, places: [], days: [START] };
  const stretches = listStretchesOn(buildDrawnAtlas(still, { highways: [road] }), START);

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
    const away = { ...road, course: road.course.map(([lng, lat]) => [lng + 20, lat] as const) };
    const ofAway = listStretchesOn(buildDrawnAtlas(still, { highways: [away] }), START);
    expect(ofAway.map(({ side }) => side)).toEqual([undefined]);
  });

  it("is the same whichever day was asked for before", () => {
    fc.assert(
      fc.property(anyStory, fc.array(fc.nat(7), { maxLength: 6 }), (story, walk) => {
        const atlas = buildDrawnAtlas(story, { highways: [road] });
        for (const index of walk) {
          const day = story.days[index % story.days.length] ?? START;
          const alone = listStretchesOn(buildDrawnAtlas(story, { highways: [road] }), day);
          expect(listStretchesOn(atlas, day)).toEqual(alone);
          for (const { side, course } of alone) {
            const [from = road.course[0], to = from] = course;
            const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const;
            expect(side).toBe(atlas.dataset.control.findSide(middle, day));
          }
        }
      }),
      { numRuns: 20 },
    );
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
