import { area } from "@turf/area";
import { distance } from "@turf/distance";
import { describe, expect, it } from "vitest";
import { findCorridor, findPatrols, outlineCorridor } from "../../../src/core/measure/corridor.ts";
import type { Corridor } from "../../../src/core/records.ts";
import { addDays, day } from "../../../src/core/day.ts";
import { isInside, type Position } from "../../../src/core/geometry.ts";
import { START } from "../drawn-areas.ts";
import { buildDrawnAtlas } from "../drawn-story.ts";

const second = addDays(START, 1);
const fourth = addDays(START, 3);

function withCorridors(...corridors: readonly Pick<Corridor, "from" | "to">[]) {
  const whole = corridors.map((span) => ({
    highway: "h",
    widthKm: 6,
    source: "d1",
    patrols: undefined,
    ...span,
  }));
  return buildDrawnAtlas({ areas: [], places: [], days: [START, fourth] }, { corridors: whole }).dataset;
}

describe("findCorridor", () => {
  it("finds none before the first day and none from the day on which it ends", () => {
    const dataset = withCorridors({ from: second, to: fourth });
    expect(findCorridor(dataset, START)).toBeUndefined();
    expect(findCorridor(dataset, second)?.widthKm).toBe(6);
    expect(findCorridor(dataset, addDays(fourth, -1))?.highway).toBe("h");
    expect(findCorridor(dataset, fourth)).toBeUndefined();
  });

  it("finds one without an end on every later day", () => {
    expect(findCorridor(withCorridors({ from: second, to: undefined }), day("2050-01-01"))).toBeDefined();
  });

  it("finds none in a story that declares none", () => {
    expect(findCorridor(withCorridors(), START)).toBeUndefined();
  });
});

describe("findPatrols", () => {
  const name = { en: "Patrols", ar: "" };
  const corridor = {
    highway: "h",
    widthKm: 6,
    source: "d1",
    from: START,
    to: undefined,
    patrols: { name, note: name, source: "d1", from: second, to: fourth },
  };

  it("finds patrols from their first day to the eve of the day on which they end", () => {
    expect(findPatrols(corridor, START)).toBeUndefined();
    expect(findPatrols(corridor, second)?.name).toEqual(name);
    expect(findPatrols(corridor, addDays(fourth, -1))).toBeDefined();
    expect(findPatrols(corridor, fourth)).toBeUndefined();
  });

  it("finds none in a corridor without any", () => {
    expect(findPatrols({ ...corridor, patrols: undefined }, second)).toBeUndefined();
  });
});

describe("outlineCorridor", () => {
  /** A bend, a hairpin and a straight, at Idlib's latitude. */
  const course: readonly Position[] = [
    [36.0, 35.5],
    [36.2, 35.7],
    [36.3, 35.72],
    [36.24, 35.78],
    [36.6, 35.8],
    [36.8, 35.88],
  ];
  const outline = outlineCorridor(course, 6);

  /** By brute force: the course in steps of a few metres, measured by Turf. */
  function kmFromCourse([lng = Number.NaN, lat = Number.NaN]: readonly number[]): number {
    let nearest = Infinity;
    for (const [index, end] of course.entries()) {
      const start = course[index - 1] ?? end;
      for (let step = 0; step <= 2000; step++) {
        const at = (axis: 0 | 1) => start[axis] + ((end[axis] - start[axis]) * step) / 2000;
        nearest = Math.min(nearest, distance([at(0), at(1)], [lng, lat]));
      }
    }
    return nearest;
  }

  it("runs everywhere at the asked-for distance from the course", () => {
    const ring = outline?.coordinates[0] ?? [];
    expect(ring.length).toBeGreaterThan(40);
    for (const position of ring) expect(Math.abs(kmFromCourse(position) - 6)).toBeLessThan(0.3);
  });

  it("is one ring around the whole course", () => {
    expect(outline?.coordinates).toHaveLength(1);
    for (const position of course) expect(outline && isInside(position, outline)).toBe(true);
  });

  it("has the area of a strip with rounded ends where the course is straight", () => {
    const straight = outlineCorridor(
      [
        [36, 35.8],
        [36.5, 35.8],
      ],
      6,
    );
    const lengthKm = distance([36, 35.8], [36.5, 35.8]);
    const expected = lengthKm * 12 + Math.PI * 36;
    expect((straight ? area(straight) : 0) / 1e6 / expected).toBeCloseTo(1, 2);
  });

  it("leaves out ground that a loop of the course encloses", () => {
    const loop: readonly Position[] = [
      [36, 35],
      [37, 35],
      [37, 36],
      [36, 36],
      [36, 35],
    ];
    const ring = outlineCorridor(loop, 6);
    expect(ring?.coordinates).toHaveLength(2);
    expect(ring && isInside([36.5, 35.5], ring)).toBe(false);
    expect(ring && isInside([36.5, 35.02], ring)).toBe(true);
  });

  it("is nothing for a course without a segment", () => {
    expect(outlineCorridor([[36, 35]], 6)).toBeUndefined();
  });
});
