import { area as measureArea } from "@turf/area";
import { difference } from "@turf/difference";
import { feature, featureCollection } from "@turf/helpers";
import { kinks } from "@turf/kinks";
import { Delaunay } from "d3-delaunay";
import type { MultiPolygon, Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import { findCrossings } from "../../../src/data/geojson/check-crossings.ts";
import { createRandom } from "../../bench/random.ts";

const plenty = () => ({ left: 1e9 });

function polygon(...rings: [number, number][][]): Polygon {
  return { type: "Polygon", coordinates: rings };
}

function box(west: number, south: number, east: number, north: number): [number, number][] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

function findOwn(area: Polygon | MultiPolygon): readonly (readonly [number, number])[] {
  return findCrossings([area], plenty()).own[0] ?? [];
}

function overlap(one: Polygon | MultiPolygon, other: Polygon | MultiPolygon): boolean {
  const { overlaps, isComplete } = findCrossings([one, other], plenty());
  expect(isComplete).toBe(true);
  return overlaps.length > 0;
}

/** A ring around (0, 0) whose radius jumps about, so that some are simple and those drawn out of order are not. */
function drawTangle(random: () => number, vertices: number, disorder: number): [number, number][] {
  const ring = Array.from({ length: vertices }, (_, index): [number, number] => {
    const angle = ((index + disorder * (random() - 0.5)) / vertices) * 2 * Math.PI;
    const radius = 1 + random();
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
  const [first = [0, 0]] = ring;
  return [...ring, first];
}

describe("an area that crosses itself", () => {
  it("is found where its edges cross", () => {
    const bowtie = polygon([
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
      [0, 0],
    ]);
    expect(findOwn(bowtie)).toEqual([[1, 1]]);
  });

  it("is found where an edge crosses a corner of the same ring", () => {
    const bowtie = polygon([
      [0, 0],
      [1, 1],
      [2, 2],
      [2, 0],
      [0, 2],
      [0, 0],
    ]);
    expect(findOwn(bowtie)).toEqual([[1, 1]]);
  });

  it("is not one that touches itself or has a hole that touches its ring", () => {
    const touching = polygon([
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 0],
      [0, 4],
      [0, 0],
    ]);
    expect(findOwn(touching)).toEqual([]);
    const withHole = polygon(box(0, 0, 4, 4), [
      [0, 2],
      [1, 3],
      [1, 1],
      [0, 2],
    ]);
    expect(findOwn(withHole)).toEqual([]);
  });

  it("is one whose hole crosses its ring", () => {
    expect(findOwn(polygon(box(0, 0, 4, 4), box(3, 1, 5, 2)))).toHaveLength(2);
  });

  it("crosses itself at the places that Turf finds", () => {
    const random = createRandom(4);
    let tangled = 0;
    for (let run = 0; run < 300; run++) {
      const area = polygon(drawTangle(random, 5 + Math.floor(random() * 40), 2 * (run % 3)));
      const theirs = new Set(kinks(area).features.map(({ geometry }) => toKey(geometry.coordinates)));
      const ours = new Set(findOwn(area).map(toKey));
      expect(ours).toEqual(theirs);
      if (ours.size > 0) tangled++;
    }
    expect(tangled).toBeGreaterThan(50);
    expect(tangled).toBeLessThan(280);
  });

  it("is given up when tangled beyond measure, which is told", () => {
    const star = polygon(drawTangle(createRandom(1), 2000, 2000));
    const { isComplete } = findCrossings([star], { left: 100_000 });
    expect(isComplete).toBe(false);
  });
});

function toKey([lng = 0, lat = 0]: readonly number[]): string {
  return `${lng.toFixed(7)} ${lat.toFixed(7)}`;
}

describe("two areas", () => {
  it("overlap where their edges cross, and the place is told", () => {
    const { overlaps } = findCrossings([polygon(box(0, 0, 2, 2)), polygon(box(1, 1, 3, 3))], plenty());
    expect(overlaps).toEqual([{ areas: [0, 1], at: expect.toSatisfy(isCorner) }]);
  });

  it("do not overlap where they share a border or a corner, whichever way they are wound", () => {
    const west = box(0, 0, 2, 2);
    const east = box(2, 0, 4, 2);
    expect(overlap(polygon(west), polygon(east))).toBe(false);
    expect(overlap(polygon(west.toReversed()), polygon(east))).toBe(false);
    expect(overlap(polygon(west.toReversed()), polygon(east.toReversed()))).toBe(false);
    expect(overlap(polygon(west), polygon(box(2, 2, 4, 4)))).toBe(false);
    // The neighbour has corners of its own along the common border.
    const finer = polygon([
      [2, 0],
      [4, 0],
      [4, 2],
      [2, 2],
      [2, 1.3],
      [2, 0.7],
      [2, 0],
    ]);
    expect(overlap(polygon(west), finer)).toBe(false);
  });

  it("overlap where one lies within the other, though edges be in common", () => {
    const whole = polygon(box(0, 0, 4, 4));
    expect(overlap(whole, polygon(box(1, 1, 2, 2)))).toBe(true);
    expect(overlap(whole, polygon(box(0, 0, 2, 4)))).toBe(true);
    expect(overlap(whole, polygon(box(0, 0, 4, 4).toReversed()))).toBe(true);
    // Through two corners, without any edge crossing another.
    const slanting = polygon([
      [0, 0],
      [4, 4],
      [5, 0],
      [0, 0],
    ]);
    expect(overlap(whole, slanting)).toBe(true);
  });

  it("do not overlap where one fills a hole of the other", () => {
    const holed = polygon(box(0, 0, 4, 4), box(1, 1, 2, 2).toReversed());
    expect(overlap(holed, polygon(box(1, 1, 2, 2)))).toBe(false);
    expect(overlap(holed, polygon(box(1.2, 1.2, 1.8, 1.8)))).toBe(false);
    expect(overlap(holed, polygon(box(1, 1, 2, 2.1)))).toBe(true);
  });

  it("overlap when their cut has an area, as Turf measures it", () => {
    const random = createRandom(9);
    const seen = { yes: 0, no: 0 };
    for (let run = 0; run < 300; run++) {
      const [one, other] = drawNeighbours(random, run % 2 === 0);
      const shared = measureShared(one, other);
      // Between these two the judge's own rounding decides.
      if (shared > 1e-3 && shared < 1e6) continue;
      expect(overlap(one, other), `run ${run}`).toBe(shared > 1e-3);
      seen[shared > 1e-3 ? "yes" : "no"] += 1;
    }
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(40);
  });
});

function isCorner(at: unknown): boolean {
  return ["1,2", "2,1"].includes(String(at));
}

/** Two sets of cells of one mesh, which share borders; where `isMoved`, one vertex of the second is out of place. */
function drawNeighbours(random: () => number, isMoved: boolean): [MultiPolygon, MultiPolygon] {
  const points = Array.from({ length: 14 }, (): [number, number] => [random() * 10, random() * 10]);
  const mesh = Delaunay.from(points).voronoi([0, 0, 10, 10]);
  const sides: [number, number][][][][] = [[], []];
  for (const index of points.keys()) {
    const ring = mesh.cellPolygon(index) as [number, number][];
    sides[random() < 0.5 ? 0 : 1]?.push([random() < 0.5 ? ring : ring.toReversed()]);
  }
  const [one = [], other = []] = sides;
  const ring = other[0]?.[0];
  if (isMoved && ring) {
    const at = 1 + Math.floor(random() * (ring.length - 2));
    const [lng, lat] = ring[at] ?? [0, 0];
    ring[at] = [lng + (random() - 0.5) * 2, lat + (random() - 0.5) * 2];
  }
  return [
    { type: "MultiPolygon", coordinates: one },
    { type: "MultiPolygon", coordinates: other },
  ];
}

/** In square metres. */
function measureShared(one: MultiPolygon, other: MultiPolygon): number {
  const rest = difference(featureCollection([feature(one), feature(other)]));
  return measureArea(one) - (rest ? measureArea(rest) : 0);
}
