import { area } from "@turf/area";
import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { lineString, multiLineString, polygon } from "@turf/helpers";
import { length } from "@turf/length";
import type { LineString, MultiPolygon, Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import { buildAtlas } from "../../../src/core/atlas.ts";
import { day } from "../../../src/core/day.ts";
import { findBounds } from "../../../src/core/geometry.ts";
import { measureGround } from "../../../src/core/measure/ground.ts";
import { parseFeatures } from "../../../src/data/geojson/geojson.ts";
import { wrapLongitudes } from "../../../src/data/geojson/wrap-longitudes.ts";
import { folderFromTexts } from "../../fixtures/folder-of.ts";
import { loadDataset } from "../../../src/data/load-dataset.ts";
import { formatProblem, type Problem } from "../../../src/data/problem.ts";
import { createRandom } from "../../bench/random.ts";
import { box, collect } from "../../fixtures/small-war.ts";

type Ring = [number, number][];

/** A ring with bays, so that a meridian may cut it many times. */
function drawStar(random: () => number, middle: number): Ring {
  const ring = Array.from({ length: 12 }, (_, index): [number, number] => {
    const angle = (index / 12) * 2 * Math.PI;
    const radius = 0.5 + 4 * random();
    return [middle + radius * Math.cos(angle), radius * Math.sin(angle)];
  });
  return [...ring, ring[0] ?? [0, 0]];
}

const wrapArea = (rings: Ring[]) =>
  wrapLongitudes({ type: "Polygon", coordinates: rings }) as Polygon | MultiPolygon;
const turnBack = (lng: number) => ((((lng + 180) % 360) + 360) % 360) - 180;

describe("an area beyond 180 degrees", () => {
  const random = createRandom(5);
  const stars = Array.from({ length: 40 }, (_, run) => drawStar(random, [178, 181, -179, 185][run % 4] ?? 0));

  it("keeps its area and every place in it, and nothing lies beyond 180 any more", () => {
    for (const star of stars) {
      const wrapped = wrapArea([star]);
      // Near the equator the plane on which Turf draws edges straight is that of longitude and latitude.
      expect(area(wrapped) / area(polygon([star]))).toBeCloseTo(1, 3);
      const [west, , east] = findBounds(wrapped);
      expect([west >= -180, east <= 180]).toEqual([true, true]);
      for (let count = 0; count < 50; count++) {
        const [lng, lat] = [170 + random() * 20, random() * 10 - 5];
        const there = star.some(([x]) => x < 0) ? lng - 360 : lng;
        expect(booleanPointInPolygon([turnBack(lng), lat], wrapped)).toBe(
          booleanPointInPolygon([there, lat], polygon([star])),
        );
      }
    }
  });

  it("keeps a hole, also one that is cut", () => {
    const holed: Ring[] = [box(178, 60, 184, 64), box(179, 61, 181, 62).toReversed()];
    const wrapped = wrapArea(holed);
    expect(area(wrapped) / area(polygon(holed))).toBeCloseTo(1, 9);
    expect(booleanPointInPolygon([-179.5, 61.5], wrapped)).toBe(false);
    expect(booleanPointInPolygon([-178.5, 61.5], wrapped)).toBe(true);
  });

  it("is cut as the standard shows, and moved as a whole if it does not cross", () => {
    expect(wrapArea([box(178, 60, 182, 62)])).toMatchObject({
      type: "MultiPolygon",
      coordinates: { length: 2 },
    });
    expect(wrapArea([box(190, 60, 191, 62)])).toEqual({
      type: "Polygon",
      coordinates: [box(-170, 60, -169, 62)],
    });
  });
});

describe("a line beyond 180 degrees", () => {
  it("keeps its length and is cut wherever it crosses", () => {
    const random = createRandom(6);
    for (let run = 0; run < 40; run++) {
      const course = Array.from({ length: 8 }, (): [number, number] => [176 + random() * 8, 60 + random()]);
      const wrapped = wrapLongitudes({ type: "LineString", coordinates: course });
      const parts = wrapped.type === "LineString" ? [wrapped.coordinates] : wrapped.coordinates;
      const all = multiLineString(parts as Ring[]);
      // Along the great circle, which lies a little beside the straight line of the map.
      expect(length(all) / length(lineString(course))).toBeCloseTo(1, 3);
      expect((parts as Ring[]).flat().every(([lng]) => Math.abs(lng) <= 180)).toBe(true);
      const crossings = course.filter(
        ([lng], at) => at > 0 && lng > 180 !== (course[at - 1]?.[0] ?? lng) > 180,
      );
      expect(parts).toHaveLength(crossings.length + 1);
    }
  });

  it("that goes once around is cut at both", () => {
    const line: LineString = {
      type: "LineString",
      coordinates: [
        [-190, 0],
        [190, 0],
      ],
    };
    expect(
      wrapLongitudes({
        ...line,
        coordinates: [
          [-190, 0],
          [165, 0],
        ],
      }),
    ).toEqual({
      type: "MultiLineString",
      coordinates: [
        [
          [170, 0],
          [180, 0],
        ],
        [
          [-180, 0],
          [165, 0],
        ],
      ],
    });
  });
});

describe("a data set across the antimeridian", () => {
  const DAYS = { from: "2020-01-01", to: "2020-01-03" };
  const RED: Ring = box(178, 60, 182, 62);

  async function load(places: string, more: Readonly<Record<string, unknown>> = {}, theatre?: Ring) {
    const feature = (ring: Ring, properties: object) => ({
      type: "Feature",
      properties,
      geometry: { type: "Polygon", coordinates: [ring] },
    });
    const files = {
      settlements: "places.csv",
      control: "areas.geojson",
      ...(theatre ? { theatre: "theatre.geojson" } : {}),
    };
    const declaration = {
      format: "frontline-atlas/1",
      title: "T",
      sides: [{ id: "red" }, { id: "blue" }],
      files,
      ...more,
    };
    return loadDataset(
      folderFromTexts({
        "dataset.json": JSON.stringify(declaration),
        "places.csv": places,
        "areas.geojson": collect(feature(RED, { side: "red", ...DAYS })),
        "theatre.geojson": collect(feature(theatre ?? RED, {})),
      }),
    );
  }

  it("has every place where it lies, however its longitude is written, with notes", async () => {
    const { dataset, problems, notes } = await load("id,name,lng,lat\na,A,179,61\nb,B,-179,61\nc,C,181,61\n");
    if (!dataset) throw new Error("no data set");
    expect(problems).toEqual([]);
    expect(notes.map(formatProblem)).toEqual([
      expect.stringContaining("areas.geojson: found 1 shape beyond 180 degrees of longitude"),
      expect.stringContaining("places.csv:4: row 4 (c): found lng 181"),
    ]);
    const sides = dataset.settlements.map(({ position }) =>
      dataset.control.findSide(position, day("2020-01-01")),
    );
    expect(sides).toEqual(["red", "red", "red"]);
    const km2 = measureGround(buildAtlas(dataset), day("2020-01-01")).areaKm2.get("red");
    expect((km2 ?? 0) / (area(polygon([RED])) / 1e6)).toBeCloseTo(1, 6);
  });

  it.each<[string, Ring, readonly string[]]>([
    [
      "from 179 to -179",
      [
        [179, 60],
        [-179, 60],
        [-179, 62],
        [179, 62],
        [179, 60],
      ],
      ["write 181 for -179"],
    ],
    [
      "from -179 to 179",
      [
        [-179, 60],
        [-179, 62],
        [179, 62],
        [179, 60],
        [-179, 60],
      ],
      ["write -181 for 179"],
    ],
    ["that end at the edges of the map", box(-180, 60, 180, 62), []],
    [
      "of many short steps around the globe",
      [
        ...[-150, -50, 50, 150].map((x): [number, number] => [x, 60]),
        ...[150, 50, -50, -150].map((x): [number, number] => [x, 62]),
        [-150, 60],
      ],
      [],
    ],
  ])("tells of ground with edges %s", (_, ring, remedies) => {
    const text = collect({
      type: "Feature",
      properties: { id: "r", name: "R" },
      geometry: { type: "Polygon", coordinates: [ring] },
    });
    const problems: Problem[] = [];
    parseFeatures(text, ["Polygon"], { file: "a.geojson", bounds: [-180, -90, 180, 90], problems });
    const told = problems.filter(({ code }) => code === "edge-around-globe");
    expect(told.map((problem) => problem.severity)).toEqual(remedies.map(() => "warning"));
    expect(told.map((problem) => /write \S+ for \S+(?=,)/.exec(problem.remedy)?.[0])).toEqual(remedies);
  });

  it("has no front line where ground is merely cut", async () => {
    const { dataset } = await load(
      "id,name,lng,lat\na,A,179,61\n",
      { default_side: "blue" },
      box(170, 55, 190, 65),
    );
    const lines = dataset?.control.listLines(day("2020-01-01")) ?? [];
    const course = lines.flatMap(({ geometry }) =>
      geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates,
    );
    const along = course.flatMap((part) =>
      part.filter(([lng], at) => at > 0 && Math.abs(lng ?? 0) === 180 && part[at - 1]?.[0] === lng),
    );
    expect(course.length).toBeGreaterThan(0);
    expect(along).toEqual([]);
  });

  it("refuses metres and what is more than a turn away, as before", async () => {
    const { problems } = await load("id,name,lng,lat\na,A,400,61\nb,B,-361,61\n");
    expect(problems.map(({ found }) => found)).toEqual(['lng "400"', 'lng "-361"']);
  });
});

describe("a theatre or region whose parts overlap", () => {
  it("is counted once", async () => {
    const feature = (ring: Ring, properties: object) => ({
      type: "Feature",
      properties,
      geometry: { type: "Polygon", coordinates: [ring] },
    });
    const twice = { type: "MultiPolygon", coordinates: [[box(30, 46, 31, 47)], [box(30.5, 46, 31.5, 47)]] };
    const declaration = {
      format: "frontline-atlas/1",
      title: "T",
      sides: [{ id: "red" }, { id: "blue" }],
      default_side: "blue",
      files: {
        settlements: "places.csv",
        control: "areas.geojson",
        theatre: "theatre.geojson",
        regions: "regions.geojson",
      },
    };
    const { dataset, problems, notes } = await loadDataset(
      folderFromTexts({
        "dataset.json": JSON.stringify(declaration),
        "places.csv": "id,name,lng,lat\na,A,30.1,46.5\n",
        "areas.geojson": collect(
          feature(box(30, 46, 30.2, 47), { side: "red", from: "2020-01-01", to: "2020-01-02" }),
        ),
        "theatre.geojson": collect(feature(box(30, 46, 31, 47), {}), feature(box(30.5, 46, 31.5, 47), {})),
        "regions.geojson": collect({ type: "Feature", properties: { id: "r", name: "R" }, geometry: twice }),
      }),
    );
    if (!dataset) throw new Error("no data set");
    expect(problems).toEqual([]);
    expect(notes.map(({ file, found }) => `${file} ${found.slice(0, 26)}`)).toEqual([
      "regions.geojson ground that is drawn twice",
      "theatre.geojson ground that is drawn twice",
    ]);
    const whole = area(polygon([box(30, 46, 31.5, 47)])) / 1e6;
    const ground = measureGround(buildAtlas(dataset), day("2020-01-01")).areaKm2;
    expect((ground.get("red") ?? 0) + (ground.get("blue") ?? 0)).toBeCloseTo(whole, 6);
    expect(area(dataset.regions[0]?.geometry ?? (twice as MultiPolygon)) / 1e6).toBeCloseTo(whole, 6);
  });
});
