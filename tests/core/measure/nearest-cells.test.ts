import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { distance } from "@turf/distance";
import { polygon } from "@turf/helpers";
import { describe, expect, it } from "vitest";
import type { Position } from "../../../src/core/geometry.ts";
import { chooseReachKm, findNearestCells } from "../../../src/core/measure/nearest-cells.ts";
import { createRandom } from "../../bench/random.ts";

/** Edges are great circles, and straight on the map: so far apart may the two be. */
const EDGE_KM = 0.5;

function scatter(
  count: number,
  [west, south, east, north]: readonly [number, number, number, number],
  seed: number,
) {
  const random = createRandom(seed);
  return Array.from(
    { length: count },
    (): Position => [west + (east - west) * random(), south + (north - south) * random()],
  );
}

/** Which cells a point lies in, wherever these stand from 180 degrees. */
function findHolders(point: Position, cells: ReturnType<typeof findNearestCells>): number[] {
  const [lng, lat] = point;
  return cells.flatMap(({ places: [place = -1], ring }) => {
    const shape = polygon([ring.map((position) => [...position])]);
    return [lng - 360, lng, lng + 360].some((at) => booleanPointInPolygon([at, lat], shape)) ? [place] : [];
  });
}

describe("cells of the nearest place", () => {
  it.each([
    ["a country of 300 places", scatter(300, [22, 44, 40, 52], 1), 120],
    ["the far north", scatter(60, [10, 68, 60, 76], 2), 150],
    ["both sides of 180 degrees", scatter(60, [175, -20, 185, -10], 3), 200],
    ["one place", [[36, 35]] as Position[], 50],
    [
      "two",
      [
        [36, 35],
        [36.4, 35.2],
      ] as Position[],
      50,
    ],
    [
      "three",
      [
        [36, 35],
        [36.4, 35.2],
        [36.2, 35.6],
      ] as Position[],
      50,
    ],
    ["five in a row", [0, 1, 2, 3, 4].map((step): Position => [36 + step / 5, 35]), 50],
    [
      "a grid",
      scatter(1, [0, 0, 1, 1], 4).flatMap(() =>
        [0, 1, 2, 3].flatMap((x) => [0, 1, 2, 3].map((y): Position => [30 + x / 4, 40 + y / 4])),
      ),
      40,
    ],
  ])("have every point that Turf finds nearest to their place, and no other: %s", (_, given, reachKm) => {
    const sites = given.map(([lng, lat]): Position => [lng > 180 ? lng - 360 : lng, lat]);
    const cells = findNearestCells(sites, reachKm);
    const lngs = given.map(([lng]) => lng);
    const lats = given.map(([, lat]) => lat);
    const margin = 1;
    const points = scatter(
      400,
      [
        Math.min(...lngs) - margin,
        Math.min(...lats) - margin,
        Math.max(...lngs) + margin,
        Math.max(...lats) + margin,
      ],
      5,
    );
    let compared = 0;
    for (const point of points) {
      const ranked = sites
        .map((site, index) => ({ index, km: distance([...site], [...point]) }))
        .toSorted((one, other) => one.km - other.km);
      const [first, second] = ranked;
      if (!first) throw new Error("no place");
      const isOnEdge = second !== undefined && second.km - first.km < EDGE_KM;
      // The circle has corners: within it by a hundredth is within all of it.
      const isOnCircle = first.km > 0.99 * reachKm && first.km < 1.01 * reachKm;
      if (isOnEdge || isOnCircle) continue;
      expect(findHolders(point, cells)).toEqual(first.km < reachKm ? [first.index] : []);
      compared++;
    }
    expect(compared).toBeGreaterThan(250);
  });

  it("are one for places at the same position", () => {
    const cells = findNearestCells(
      [
        [36, 35],
        [37, 35],
        [36, 35],
      ],
      20,
    );
    expect(cells.map(({ places }) => places)).toEqual([[0, 2], [1]]);
  });

  it("reach four times as far as places are from each other, within limits", () => {
    const grid = [0, 1, 2, 3].flatMap((x) => [0, 1, 2, 3].map((y): Position => [x / 20, y / 20]));
    const step = distance([0, 0], [0, 0.05]);
    expect(chooseReachKm(grid)).toBe(Math.round(4 * step));
    expect(chooseReachKm([[36, 35]])).toBe(75);
    expect(
      chooseReachKm([
        [36, 35],
        [36.0001, 35],
      ]),
    ).toBe(5);
    expect(chooseReachKm([])).toBe(75);
    expect(findNearestCells([], 75)).toEqual([]);
  });
});
