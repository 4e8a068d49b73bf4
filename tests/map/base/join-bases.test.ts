import { readFile } from "node:fs/promises";
import type { Feature, FeatureCollection, Position as Coordinates } from "geojson";
import { beforeAll, describe, expect, it } from "vitest";
import { type Bounds, isInBounds, isInside, type Position } from "../../../src/core/geometry.ts";
import { type BaseMap, findBaseBounds, placeRegionNames } from "../../../src/map/base/base.ts";
import { createBend } from "../../../src/map/base/bend.ts";
import { drawCoasts } from "../../../src/map/base/coasts.ts";
import { cutWorld, type World } from "../../../src/map/base/cut-world.ts";
import { joinBases } from "../../../src/map/base/join-bases.ts";
import { NO_BASE } from "../../../src/app/load-base.ts";
import { readGeodata } from "../../geodata/bundled.ts";

const STORY: Bounds = [35.7, 35.05, 37.6, 36.6];
const PARTS = ["land", "borders", "rivers", "lakes", "roads"] as const;

let detail: BaseMap;
let joined: BaseMap;
let box: Bounds;

beforeAll(async () => {
  const parts = await Promise.all(
    PARTS.map(async (name) => [name, JSON.parse(await readGeodata(`base/${name}.geojson`))] as const),
  );
  const files = Object.fromEntries(parts) as unknown as BaseMap;
  box = findBaseBounds(files) ?? STORY;
  detail = { ...NO_BASE, ...files, coasts: drawCoasts(files.land, box) };
  const path = new URL("../../../node_modules/world-atlas/countries-10m.json", import.meta.url);
  joined = joinBases(detail, cutWorld(JSON.parse(await readFile(path, "utf8")) as World, STORY));
});

function listCourses({ features }: FeatureCollection): Coordinates[][] {
  return features.flatMap(({ geometry }) => {
    if (geometry.type === "LineString") return [geometry.coordinates];
    return geometry.type === "MultiLineString" ? geometry.coordinates : [];
  });
}

/** The parts that were not there in detail. */
function listAdded(whole: FeatureCollection, part: FeatureCollection): FeatureCollection {
  return { ...whole, features: whole.features.filter((feature) => !part.features.includes(feature)) };
}

const isOnEdge = ([x = 0, y = 0]: Coordinates) =>
  [box[0], box[2]].some((edge) => Math.abs(x - edge) < 1e-4) ||
  [box[1], box[3]].some((edge) => Math.abs(y - edge) < 1e-4);

const listEnds = (lines: FeatureCollection) =>
  listCourses(lines).flatMap((course) => [course[0] ?? [], course.at(-1) ?? []]);

describe("the story's ground with the world around it", () => {
  it.each(["coasts", "borders"] as const)(
    "leaves its own %s alone and draws none of the world's over them",
    (name) => {
      const added = listAdded(joined[name], detail[name]);
      expect(joined[name].features).toEqual(expect.arrayContaining([...detail[name].features]));
      const middles = listCourses(added).flatMap((course) =>
        course.slice(1).map((end, index): Position => {
          const start = course[index] ?? end;
          return [((start[0] ?? 0) + (end[0] ?? 0)) / 2, ((start[1] ?? 0) + (end[1] ?? 0)) / 2];
        }),
      );
      const [west, south, east, north] = box;
      const inner: Bounds = [west + 1e-4, south + 1e-4, east - 1e-4, north - 1e-4];
      expect(middles.filter((middle) => isInBounds(middle, inner))).toEqual([]);
      expect(middles.length).toBeGreaterThan(100);
    },
  );

  it.each([
    ["coasts", 2],
    ["borders", 2],
  ] as const)("goes on from its own %s without a step", (name, least) => {
    const isCountry = ({ properties }: Feature) => name === "coasts" || properties?.["kind"] === "country";
    const own = { ...detail[name], features: detail[name].features.filter(isCountry) };
    const ends = listEnds(own).filter(isOnEdge);
    const met = listEnds(listAdded(joined[name], detail[name])).filter((end) =>
      ends.some(([x, y]) => end[0] === x && end[1] === y),
    );
    expect(met.length).toBeGreaterThanOrEqual(least);
    // Whatever comes to the edge of the box beside these is a line that the other drawing does not have.
    const loose = listEnds(listAdded(joined[name], detail[name])).filter(
      (end) =>
        isOnEdge(end) &&
        isInBounds([end[0] ?? 0, end[1] ?? 0], [box[0] - 1e-4, box[1] - 1e-4, box[2] + 1e-4, box[3] + 1e-4]),
    );
    expect(loose.length - met.length).toBeLessThanOrEqual(2);
  });

  it("draws its own land over the world's, and says of both that they are the same country", () => {
    const order = joined.land.features.map((feature) => detail.land.features.includes(feature));
    expect(order.indexOf(true)).toBe(order.length - detail.land.features.length);
    const at = (position: Position) =>
      joined.land.features
        .filter(({ geometry }) => geometry.type === "MultiPolygon" && isInside(position, geometry))
        .map(({ properties }) => properties?.["name"]);
    expect(at([38.5, 35.5])).toContain("Syria");
    expect(at([32.8, 39.9])).toContain("Turkey");
    const { features } = placeRegionNames(joined.land, STORY, joined.bounds);
    const names = features.map(({ properties }) => String(properties?.["latin"]));
    expect(names.filter((name) => name === "Turkey")).toHaveLength(1);
    expect(names).toContain("Lebanon");
  });

  it("has no coast along the edge of what is known", () => {
    for (const { coasts, bounds = box } of [detail, joined]) {
      for (const course of listCourses(coasts)) {
        for (const [index, end] of course.entries()) {
          const start = course[index - 1] ?? [];
          const along = bounds.some((edge, side) => start[side % 2] === edge && end[side % 2] === edge);
          expect(along).toBe(false);
        }
      }
    }
  });
});

describe("a bent map", () => {
  const bend = createBend([
    { at: [10, 50], to: [10.02, 50] },
    { at: [10.4, 50], to: [10.4, 50.01] },
  ]);

  it("has every pulled position where it was pulled, and what is far from all where it was", () => {
    expect(bend([10, 50])).toEqual([10.02, 50]);
    expect(bend([10.4, 50])).toEqual([10.4, 50.01]);
    expect(bend([10.2, 51])).toEqual([10.2, 51]);
  });

  it("moves nothing further than the strongest pull, and neighbours alike", () => {
    for (let step = 0; step < 1000; step++) {
      const point = [9.6 + step / 1000, 49.9 + (step % 7) / 35];
      const near = [(point[0] ?? 0) + 1e-6, point[1] ?? 0];
      const [moved, movedNear] = [bend(point), bend(near)];
      expect(
        Math.hypot((moved[0] ?? 0) - (point[0] ?? 0), (moved[1] ?? 0) - (point[1] ?? 0)),
      ).toBeLessThanOrEqual(0.0201);
      expect(
        Math.hypot((moved[0] ?? 0) - (movedNear[0] ?? 0), (moved[1] ?? 0) - (movedNear[1] ?? 0)),
      ).toBeLessThan(1e-5);
    }
  });
});
