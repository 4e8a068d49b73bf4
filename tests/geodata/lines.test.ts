import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Arc, drawLines } from "../../geodata/build/lines.ts";
import { cutTheatre } from "../../geodata/build/partition.ts";
import { distanceKm } from "../../geodata/build/plane.ts";
import { drawBox, drawGrid, findStrays, readHolders, STEP } from "./drawn-ground.ts";

const COLUMNS = 24;
const ROWS = 6;
const { mesh, positions } = drawGrid(COLUMNS, ROWS);
const [west, east] = [positions[0]?.[0] ?? 0, positions.at(-1)?.[0] ?? 0];
const none: ReadonlySet<number> = new Set();

const listVertices = (arcs: readonly Arc[]) =>
  new Set(arcs.flatMap(({ course }) => course.map((vertex) => vertex.join())));

/** A front along the grid: places north of the height of their column are `o`. */
function drawFront(heights: readonly number[]): string[] {
  return positions.map((_, site) =>
    Math.floor(site / COLUMNS) >= (heights[site % COLUMNS] ?? 0) ? "o" : "g",
  );
}

describe("drawing lines", () => {
  it("runs one line between two sides, named in order, from edge to edge of the mesh", () => {
    const lines = drawLines(mesh, drawFront(Array.from({ length: COLUMNS }, () => 3)), none);
    expect(lines.map(({ between }) => between)).toEqual([["g", "o"]]);
    const ends = [lines[0]?.course[0], lines[0]?.course.at(-1)].map((vertex) => vertex?.[0] ?? 0);
    expect(Math.abs((ends[0] ?? 0) - (ends[1] ?? 0))).toBeGreaterThan(((COLUMNS - 2) * STEP) / 0.811);
  });

  it("draws a straight front nearly straight, and never nearer than a fifth of the way to a place", () => {
    const [line] = drawLines(mesh, drawFront(Array.from({ length: COLUMNS }, () => 3)), none);
    // At the mesh's own edge its triangles are long and thin: the theatre ends before that.
    const inside = (line?.course ?? []).filter(([lng]) => lng > west + STEP && lng < east - STEP);
    expect(inside.length).toBeGreaterThan(2);
    for (const vertex of inside) {
      expect(Math.abs(vertex[1] - (35.7 + 2.5 * STEP)), vertex.join()).toBeLessThan(STEP / 4);
      const nearest = Math.min(...positions.map((place) => distanceKm(place, vertex)));
      expect(nearest, vertex.join()).toBeGreaterThan(0.2 * STEP * 111.2);
    }
  });

  it("cuts an island out with a line that ends where it starts", () => {
    const holders = positions.map((_, site) => (site === 3 * COLUMNS + 12 ? "o" : "g"));
    const [island, ...others] = drawLines(mesh, holders, none);
    expect(others).toEqual([]);
    expect(island?.course[0]).toEqual(island?.course.at(-1));
    expect(island?.course.length).toBeGreaterThan(8);
  });

  it("lets a lone report move little ground: the line stays to the vertex beyond 5 places of it", () => {
    const still = Array.from({ length: COLUMNS }, () => 3);
    const before = listVertices(drawLines(mesh, drawFront(still), none));
    const after = listVertices(drawLines(mesh, drawFront(still.with(12, 4)), none));
    const lone = positions[3 * COLUMNS + 12] ?? [0, 0];
    const moved = [...before, ...after].filter((vertex) => before.has(vertex) !== after.has(vertex));
    const distances = moved.map((vertex) => {
      const [lng = 0, lat = 0] = vertex.split(",").map(Number);
      return distanceKm(lone, [lng, lat]);
    });
    expect(moved.length).toBeGreaterThan(0);
    expect(Math.max(...distances)).toBeLessThan(5 * STEP * 111.2);
    expect(before.size - moved.filter((vertex) => before.has(vertex)).length).toBeGreaterThan(5);
  });

  it("keeps every place on its side's ground, wherever the front runs", () => {
    const theatre = drawBox(positions, STEP / 2);
    const heights = fc.array(fc.integer({ min: 1, max: ROWS - 1 }), {
      minLength: COLUMNS,
      maxLength: COLUMNS,
    });
    fc.assert(
      fc.property(heights, (drawn) => {
        const holders = drawFront(drawn);
        const strays = (keepCorners: ReadonlySet<number>) =>
          findStrays(cutTheatre(theatre, drawLines(mesh, holders, keepCorners)).faces, positions, holders);
        // The second answer to a place carried across is the line with its corners kept there: that one has to hold.
        const first = new Set(strays(none).flatMap((site) => [site, ...around(site)]));
        expect(first.size > 0 ? strays(first) : []).toEqual([]);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it("meets in one point where three sides meet", () => {
    const rows = ["ooooooo", "ooooooo", "ooooooo", "gggjjjj", "gggjjjj", "gggjjjj"];
    const lines = drawLines(drawGrid(7, 6).mesh, readHolders(...rows), none);
    expect(lines.map(({ between }) => between.join("-"))).toEqual(["g-j", "g-o", "j-o"]);
    const ends = lines.map(({ course }) => new Set([course[0]?.join(), course.at(-1)?.join()]));
    const shared = [...(ends[0] ?? [])].filter((end) => ends.every((pair) => pair.has(end)));
    expect(shared).toHaveLength(1);
    const [lng = 0, lat = 0] = (shared[0] ?? "").split(",").map(Number);
    const nearest = Math.min(...drawGrid(7, 6).positions.map((place) => distanceKm(place, [lng, lat])));
    expect(nearest).toBeGreaterThan(0.4 * STEP * 111.2);
  });
});

function around(site: number): number[] {
  return (mesh.neighbours[site] ?? []).map((neighbour) => neighbour.site);
}
