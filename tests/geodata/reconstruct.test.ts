import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import type { Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import type { Advance } from "../../geodata/build/advances.ts";
import { distanceKm } from "../../geodata/build/plane.ts";
import { type Inputs, type Period, reconstruct } from "../../geodata/build/reconstruct.ts";
import type { Claim, Settlement } from "../../src/core/records.ts";
import { addDays, day } from "../../src/core/day.ts";
import type { Bounds, Position } from "../../src/core/geometry.ts";
import { DRAWN_SIDES, drawPlace } from "../core/drawn-story.ts";

const FIRST = day("2020-01-01");
const on = (index: number) => addDays(FIRST, index - 1);

/** South holds the ground up to 35.8 before the first day, up to 35.87 at the end. */
const BOUNDS: Bounds = [36, 35.6, 36.8, 36.1];
const [OPENING, CLOSING] = [35.8, 35.87];
const THEATRE: Polygon = {
  type: "Polygon",
  coordinates: [
    [
      [36, 35.6],
      [36.8, 35.6],
      [36.8, 36.1],
      [36, 36.1],
      [36, 35.6],
    ],
  ],
};

/** Villages about 3.3 km apart, none on a line. */
const VILLAGES = Array.from({ length: 19 * 16 }, (_, index) => {
  const [column, row] = [index % 19, Math.floor(index / 19)];
  const push = (seed: number) => (((index * seed) % 89) / 89 - 0.5) * 0.004;
  const position: Position = [36.02 + column * 0.042 + push(31), 35.615 + row * 0.031 + push(57)];
  return { id: `v-${column}-${row}`, position };
});

let count = 0;
function claim(settlement: string, action: Claim["action"], side: string, index: number): Claim {
  count += 1;
  return {
    id: `c${count}`,
    settlement,
    action,
    extent: "whole",
    side,
    actor: "",
    firstDay: on(index),
    lastDay: on(index),
    dayBasis: "stated",
    attribution: "test",
    certainty: "stated",
    source: "d1",
    paragraph: 1,
    offset: 0,
    spelling: settlement,
    contradicts: undefined,
    summary: "",
  };
}

const WEST = drawPlace("west", [36.2, 35.851]);
const EAST = drawPlace("east", [36.6, 35.852]);
const ADVANCE = [claim("west", "captured", "south", 3), claim("east", "captured", "south", 6)];

interface Story {
  readonly settlements?: readonly Settlement[];
  readonly claims?: readonly Claim[];
  readonly advances?: readonly Advance[];
  /** Ground that closes with south beyond its line. */
  readonly isSouthAtEnd?: (position: Position) => boolean;
}

function draw({ settlements = [], claims = [], advances = [], isSouthAtEnd }: Story = {}): Period[] {
  const inputs: Inputs = {
    villages: VILLAGES,
    baseline: {
      initialSide: ([, lat]) => (lat < OPENING ? "south" : "north"),
      finalSide: (position) => (position[1] < CLOSING || isSouthAtEnd?.(position) ? "south" : "north"),
    },
    advances,
  };
  const told = {
    firstDay: FIRST,
    lastDay: on(10),
    bounds: BOUNDS,
    sides: DRAWN_SIDES,
    settlements: [WEST, EAST, ...settlements],
    claims: [...ADVANCE, ...claims],
    posts: [],
  };
  return reconstruct(told, inputs, THEATRE);
}

function periodOn(periods: readonly Period[], index: number): Period {
  const period = periods.find(({ from, to }) => from <= on(index) && on(index) < to);
  if (!period) throw new RangeError(`No period on day ${index}`);
  return period;
}

/** Who holds a position at the end of a day, by Turf. */
function holderOf(periods: readonly Period[], index: number, position: Position): string[] {
  return [...periodOn(periods, index).ground].flatMap(([side, faces]) =>
    faces.some((face) => booleanPointInPolygon([...position], face)) ? [side] : [],
  );
}

const verticesOf = (period: Period) =>
  new Set(period.arcs.flatMap(({ course }) => course.map((vertex) => vertex.join())));

const startsOf = (periods: readonly Period[]) => periods.map(({ from }) => from);

describe("reconstructing the lines", () => {
  it("begins on the eve, moves on the days of reports only, and has one record for the days between", () => {
    const periods = draw();
    expect(startsOf(periods)).toEqual([on(0), on(3), on(6)]);
    expect(periods.map(({ to }) => to)).toEqual([on(3), on(6), on(11)]);
  });

  it("puts every village on its side of the first and the last line, and every place on that of its claims", () => {
    const periods = draw();
    const expected = (lat: number, limit: number) => (lat < limit ? ["south"] : ["north"]);
    for (const { id, position } of VILLAGES) {
      expect(holderOf(periods, 0, position), id).toEqual(expected(position[1], OPENING));
      expect(holderOf(periods, 10, position), id).toEqual(expected(position[1], CLOSING));
    }
    expect([2, 3].map((index) => holderOf(periods, index, WEST.position))).toEqual([["north"], ["south"]]);
    expect([5, 6].map((index) => holderOf(periods, index, EAST.position))).toEqual([["north"], ["south"]]);
  });

  it("leaves the ground next to one place still while the other is taken", () => {
    const periods = draw();
    const [before, after] = [verticesOf(periodOn(periods, 2)), verticesOf(periodOn(periods, 3))];
    const moved = [...before, ...after]
      .filter((vertex) => before.has(vertex) !== after.has(vertex))
      .map((vertex) => vertex.split(",").map(Number));
    expect(moved.length).toBeGreaterThan(0);
    const nearest = moved.map(([lng = 0, lat = 0]) => distanceKm([lng, lat], EAST.position));
    expect(Math.min(...nearest)).toBeGreaterThan(10);
  });

  it("lets a lone counter-attack move little ground, and puts the line back where it was", () => {
    const deep = drawPlace("deep", [36.41, 35.793]);
    const claims = [claim("deep", "captured", "north", 8), claim("deep", "captured", "south", 9)];
    const periods = draw({ settlements: [deep], claims });
    expect(startsOf(periods)).toEqual([on(0), on(3), on(6), on(8), on(9)]);
    const lost = VILLAGES.filter(({ position }) => holderOf(periods, 8, position)[0] === "north");
    const held = VILLAGES.filter(({ position }) => holderOf(periods, 7, position)[0] === "north");
    expect(periodOn(periods, 8).ground.get("north")).toHaveLength(1);
    // Its own ground within 3 km, and a way to it over no more villages than lie in a row between.
    expect(lost.length - held.length).toBeLessThanOrEqual(8);
    expect(verticesOf(periodOn(periods, 9))).toEqual(verticesOf(periodOn(periods, 7)));
  });

  it("cuts an enclave out of the ground around it where no way leads to its side", () => {
    const far = drawPlace("far", [36.41, 36.05]);
    const periods = draw({
      settlements: [far],
      claims: [claim("far", "captured", "south", 4)],
      isSouthAtEnd: (position) => distanceKm(position, far.position) < 1,
    });
    const { ground } = periodOn(periods, 4);
    expect(ground.get("south")).toHaveLength(2);
    expect(ground.get("north")?.flatMap(({ coordinates }) => coordinates.slice(1))).toHaveLength(1);
    expect(holderOf(periods, 4, far.position)).toEqual(["south"]);
    expect(holderOf(periods, 3, far.position)).toEqual(["north"]);
  });

  it("never moves a place of which no claim tells and that begins and ends alike, however near the reports", () => {
    const silent = drawPlace("silent", [36.21, 35.905]);
    const periods = draw({ settlements: [silent] });
    for (const index of [0, 3, 6, 10]) expect(holderOf(periods, index, silent.position)).toEqual(["north"]);
  });

  it("turns counted villages on the day of the advance, and only those on its ground", () => {
    const bounds: Bounds = [36.35, 35.8, 36.45, 35.9];
    const advances = [{ id: "a", day: on(5), side: "south", bounds, record: "f1" }];
    const periods = draw({ advances });
    expect(startsOf(periods)).toEqual([on(0), on(3), on(5), on(6)]);
    const turned = VILLAGES.filter(
      ({ position }) => holderOf(periods, 4, position)[0] !== holderOf(periods, 5, position)[0],
    );
    expect(turned.length).toBeGreaterThan(3);
    for (const { id, position } of turned) {
      const [lng, lat] = position;
      expect(lng > bounds[0] && lng < bounds[2] && lat > bounds[1] && lat < bounds[3], id).toBe(true);
    }
  });

  it("covers the theatre on every day, each position once", () => {
    for (const { from, ground } of draw()) {
      const faces = [...ground.values()].flat();
      for (let lng = 36.013; lng < 36.8; lng += 0.037) {
        for (let lat = 35.607; lat < 36.1; lat += 0.029) {
          const around = faces.filter((face) => booleanPointInPolygon([lng, lat], face));
          expect(around, `${from} at ${lng}, ${lat}`).toHaveLength(1);
        }
      }
    }
  });
});
