import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Atlas, buildAtlas } from "../../../src/core/atlas.ts";
import { addDays, type Day } from "../../../src/core/day.ts";
import type { Position } from "../../../src/core/geometry.ts";
import { projectMercator } from "../../../src/core/mercator.ts";
import { findSweep, type SweptPatch } from "../../../src/core/motion/sweep.ts";
import { refine, triangulate } from "../../../src/core/motion/triangles.ts";
import { loadBundled } from "../../geodata/bundled.ts";
import { anyStory, drawSquare, START } from "../drawn-areas.ts";
import { buildDrawnAtlas } from "../drawn-story.ts";

type Corner = readonly [x: number, y: number, share: number];

function listTriangles({ corners, triangles, shares }: SweptPatch): (readonly [Corner, Corner, Corner])[] {
  const cornerAt = (index: number): Corner => {
    const corner = triangles[index] ?? 0;
    return [corners[2 * corner] ?? 0, corners[2 * corner + 1] ?? 0, shares[corner] ?? 0];
  };
  return Array.from({ length: triangles.length / 3 }, (_, index) => [
    cornerAt(3 * index),
    cornerAt(3 * index + 1),
    cornerAt(3 * index + 2),
  ]);
}

/** The share of the way at which a place is passed; `undefined` where nothing moves. */
function findShare(patch: SweptPatch, position: Position): number | undefined {
  const [x, y] = projectMercator(position);
  for (const [[ax, ay, a], [bx, by, b], [cx, cy, c]] of listTriangles(patch)) {
    const whole = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
    const ofB = ((x - ax) * (cy - ay) - (cx - ax) * (y - ay)) / whole;
    const ofC = ((bx - ax) * (y - ay) - (x - ax) * (by - ay)) / whole;
    if (ofB >= 0 && ofC >= 0 && ofB + ofC <= 1) return a + ofB * (b - a) + ofC * (c - a);
  }
  return undefined;
}

/** Who holds a place when the line has gone a share of its way, by what the graphics processor does with the patches. */
function findSideBetween(atlas: Atlas, day: Day, position: Position, share: number): string | undefined {
  const passed = findSweep(atlas, day).find((patch) => {
    const at = findShare(patch, position);
    return at !== undefined && at <= share;
  });
  return passed ? passed.to : atlas.dataset.control.findSide(position, addDays(day, -1));
}

describe("swept ground", () => {
  const anyPlace = fc.tuple(
    fc.double({ min: 0.001, max: 7.999, noNaN: true }),
    fc.double({ min: 0.001, max: 7.999, noNaN: true }),
  );

  it("begins as the day before and ends as the day", () => {
    fc.assert(
      fc.property(anyStory, fc.array(anyPlace, { maxLength: 20 }), (drawn, places) => {
        const atlas = buildDrawnAtlas({ ...drawn, places: [] });
        const { control } = atlas.dataset;
        for (const day of drawn.days.slice(1)) {
          for (const place of places) {
            expect(findSideBetween(atlas, day, place, 1)).toBe(control.findSide(place, day));
            expect(findSideBetween(atlas, day, place, -1e-9)).toBe(control.findSide(place, addDays(day, -1)));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is given from one side to another and never back while the line moves on", () => {
    fc.assert(
      fc.property(anyStory, anyPlace, (drawn, place) => {
        const atlas = buildDrawnAtlas({ ...drawn, places: [] });
        for (const day of drawn.days.slice(1)) {
          const holders = [-1e-9, 0.25, 0.5, 0.75, 1].map((share) =>
            findSideBetween(atlas, day, place, share),
          );
          const turns = holders.filter((holder, index) => index > 0 && holder !== holders[index - 1]);
          expect(turns.length).toBeLessThan(2);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("moves from the old line to the new one: half of the way lies between them", () => {
    const flat = (height: number) => Array.from({ length: 9 }, () => height);
    const drawDays = (one: number, other: number) => {
      const areas = [one, other].flatMap((height, index) => {
        const [from, to] = [addDays(START, index), addDays(START, index + 1)];
        const front = flat(height).map((y, x) => [x, y]);
        return [
          {
            side: "south",
            from,
            to,
            geometry: { type: "Polygon" as const, coordinates: [[...front, [8, 0], [0, 0], front[0] ?? []]] },
          },
          {
            side: "north",
            from,
            to,
            geometry: { type: "Polygon" as const, coordinates: [[...front, [8, 8], [0, 8], front[0] ?? []]] },
          },
        ];
      });
      return buildDrawnAtlas({ areas, places: [], days: [START, addDays(START, 1)] });
    };
    const atlas = drawDays(2, 4);
    for (const share of [0.2, 0.5, 0.8]) {
      const below = findSideBetween(atlas, addDays(START, 1), [4.1, 2 + 2 * share - 0.1], share);
      const above = findSideBetween(atlas, addDays(START, 1), [4.1, 2 + 2 * share + 0.1], share);
      expect([share, below, above]).toEqual([share, "south", "north"]);
    }
  });

  it("covers what changes hands and nothing else, in the story as well", () => {
    for (const day of story.days.slice(1, -1)) {
      const sweep = findSweep(story, day);
      for (const patch of sweep) {
        expect(patch.from).not.toBe(patch.to);
        expect(patch.shares.every((share) => share >= 0 && share <= 1)).toBe(true);
        expect(patch.shares).toHaveLength(patch.corners.length / 2);
      }
    }
    expect(story.days.some((day) => findSweep(story, day).length > 3)).toBe(true);
  });

  let story: Atlas;
  beforeAll(async () => {
    story = buildAtlas((await loadBundled()).dataset);
  });
});

describe("triangles made smaller", () => {
  const polygon = [drawSquare(0, 0, 4), drawSquare(1, 1, 1).toReversed()];
  const measure = (mesh: ReturnType<typeof triangulate>) =>
    listTriangles({ ...mesh, from: "", to: "", shares: [] }).reduce(
      (sum, [[ax, ay], [bx, by], [cx, cy]]) =>
        sum + Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2,
      0,
    );

  it("cover the same ground, with no edge too long and none left hanging", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.0005, max: 0.02, noNaN: true }), (longest) => {
        const coarse = triangulate(polygon);
        const fine = refine(coarse, longest);
        expect(measure(fine)).toBeCloseTo(measure(coarse), 12);
        const counts = new Map<string, number>();
        for (const [a, b, c] of listTriangles({ ...fine, from: "", to: "", shares: [] })) {
          for (const [one, other] of [
            [a, b],
            [b, c],
            [c, a],
          ] as const) {
            expect(Math.hypot(one[0] - other[0], one[1] - other[1])).toBeLessThanOrEqual(longest + 1e-15);
            const name = [`${one[0]} ${one[1]}`, `${other[0]} ${other[1]}`].toSorted().join();
            counts.set(name, (counts.get(name) ?? 0) + 1);
          }
        }
        // An edge inside is shared by two triangles; one of a single triangle lies on the outline.
        const outline = [...counts].filter(([, count]) => count === 1).length;
        expect([...counts.values()].every((count) => count <= 2)).toBe(true);
        expect(outline).toBeGreaterThan(7);
        const lengthOfOutline = [...counts]
          .filter(([, count]) => count === 1)
          .reduce((sum, [name]) => {
            const [one = "", other = ""] = name.split(",");
            const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [one, other].map((point) =>
              point.split(" ").map(Number),
            ) as [number[], number[]];
            return sum + Math.hypot(ax - bx, ay - by);
          }, 0);
        const whole = polygon
          .flatMap((ring) => ring.slice(1).map((end, index) => [ring[index] ?? end, end] as const))
          .reduce((sum, [[ax = 0, ay = 0], [bx = 0, by = 0]]) => {
            const [one, other] = [projectMercator([ax, ay]), projectMercator([bx, by])];
            return sum + Math.hypot(one[0] - other[0], one[1] - other[1]);
          }, 0);
        expect(lengthOfOutline).toBeCloseTo(whole, 12);
      }),
      { numRuns: 20 },
    );
  });

  it("leave a hole open", () => {
    const { corners, triangles } = triangulate(polygon);
    expect(triangles.length / 3).toBe(8);
    expect(corners).toHaveLength(16);
    expect(booleanPointInPolygon([1.5, 1.5], { type: "Polygon", coordinates: polygon })).toBe(false);
  });
});
