import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import type { Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import type { Arc } from "../../geodata/build/lines.ts";
import { cutTheatre } from "../../geodata/build/partition.ts";

const SQUARE: Polygon = {
  type: "Polygon",
  coordinates: [
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ],
  ],
};

const arc = (...course: readonly (readonly [number, number])[]): Arc => ({ between: ["g", "o"], course });

/** By the shoelace formula, holes taken off. */
function measure({ coordinates }: Polygon): number {
  const [outer = 0, ...holes] = coordinates.map((ring) => {
    const twice = ring.reduce((sum, [x = 0, y = 0], index) => {
      const [px = x, py = y] = ring[index - 1] ?? [x, y];
      return sum + px * y - x * py;
    }, 0);
    return Math.abs(twice / 2);
  });
  return outer - holes.reduce((sum, hole) => sum + hole, 0);
}

const measureAll = (faces: readonly Polygon[]) =>
  faces.map((face) => measure(face)).toSorted((a, b) => a - b);

const ring = (low: number, high: number) =>
  arc([low, low], [high, low], [high, high], [low, high], [low, low]);

describe("cutting the theatre", () => {
  it("is the theatre itself without lines", () => {
    expect(measureAll(cutTheatre(SQUARE, []).faces)).toEqual([100]);
  });

  it("cuts a line off where it leaves, and gives both sides the crossing as a vertex", () => {
    const { faces, arcs } = cutTheatre(SQUARE, [arc([-5, 3], [5, 3], [15, 3])]);
    expect(measureAll(faces)).toEqual([30, 70]);
    expect(arcs.map(({ course }) => course)).toEqual([
      [
        [0, 3],
        [5, 3],
        [10, 3],
      ],
    ]);
    for (const face of faces) {
      const vertices = new Set(face.coordinates.flat().map((vertex) => vertex.join()));
      expect(["0,3", "5,3", "10,3"].filter((vertex) => !vertices.has(vertex))).toEqual([]);
    }
  });

  it("cuts twice where a line leaves and comes back", () => {
    const { faces, arcs } = cutTheatre(SQUARE, [arc([-1, 2], [12, 2], [12, 8], [-1, 8])]);
    expect(measureAll(faces)).toEqual([20, 20, 60]);
    expect(arcs).toHaveLength(2);
  });

  it("leaves out a line that stays outside", () => {
    const { faces, arcs } = cutTheatre(SQUARE, [arc([-5, -1], [15, -1])]);
    expect([measureAll(faces), arcs]).toEqual([[100], []]);
  });

  it("cuts an island out of the ground around it, and an island within the island", () => {
    const { faces } = cutTheatre(SQUARE, [ring(4, 6), ring(2, 8)]);
    expect(measureAll(faces)).toEqual([4, 32, 64]);
    for (const point of [
      [5, 5],
      [3, 3],
      [1, 1],
    ]) {
      expect(faces.filter((face) => booleanPointInPolygon(point, face))).toHaveLength(1);
    }
  });

  it("finds the face of an island beside a line", () => {
    const { faces } = cutTheatre(SQUARE, [arc([-1, 5], [11, 5]), ring(1, 2)]);
    expect(measureAll(faces)).toEqual([1, 49, 50]);
  });

  it("joins lines of three pairs of sides that meet inside", () => {
    const { faces } = cutTheatre(SQUARE, [arc([5, 5], [-1, 5]), arc([11, 5], [5, 5]), arc([5, -1], [5, 5])]);
    expect(measureAll(faces)).toEqual([25, 25, 50]);
  });
});
