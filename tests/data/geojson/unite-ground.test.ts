import { area as measureArea } from "@turf/area";
import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { polygon } from "@turf/helpers";
import { orient2d } from "robust-predicates";
import { describe, expect, it } from "vitest";
import { buildAtlas } from "../../../src/core/atlas.ts";
import { addDays, day } from "../../../src/core/day.ts";
import { measureGround } from "../../../src/core/measure/ground.ts";
import type { PolygonRings } from "../../../src/core/geometry.ts";
import { uniteGround } from "../../../src/data/geojson/unite-ground.ts";
import { folderFromTexts } from "../../fixtures/folder-of.ts";
import { loadDataset } from "../../../src/data/load-dataset.ts";
import { formatProblem } from "../../../src/data/problem.ts";
import { createRandom } from "../../bench/random.ts";
import { box, collect, declare, drawArea, drawSnarl, SMALL_WAR } from "../../fixtures/small-war.ts";

type Ring = [number, number][];

const BOWTIE: Ring = [
  [30, 46],
  [32, 47],
  [32, 46],
  [30, 47],
  [30, 46],
];

/** A ring around a middle that runs to and fro, so that it crosses itself in many places. */
function drawTangle(random: () => number, middle: number, vertices: number): Ring {
  const ring = Array.from({ length: vertices }, (_, index): [number, number] => {
    const angle = ((index + 4 * random()) / vertices) * 2 * Math.PI;
    const radius = 0.3 + random();
    return [middle + radius * Math.cos(angle), 1 + radius * Math.sin(angle)];
  });
  const [first = [0, 0]] = ring;
  return [...ring, first];
}

/** Pairs of edges that run past each other, by the signs that robust-predicates gives. */
function countCrossings(rings: readonly Ring[]): number {
  const edges = rings.flatMap((ring) => ring.slice(1).map((end, at) => [ring[at] ?? end, end] as const));
  const areApart = ([a, b]: (typeof edges)[number], [c, d]: (typeof edges)[number]) =>
    orient2d(...a, ...b, ...c) * orient2d(...a, ...b, ...d) >= 0;
  return edges.reduce(
    (sum, one, at) =>
      sum + edges.slice(at + 1).filter((other) => !areApart(one, other) && !areApart(other, one)).length,
    0,
  );
}

function isWithinAny(position: [number, number], drawn: readonly PolygonRings[]): boolean {
  return drawn.some((rings) => booleanPointInPolygon(position, polygon(rings as [number, number][][])));
}

describe("the ground of polygons that cross themselves and each other", () => {
  const random = createRandom(11);
  const runs = Array.from({ length: 40 }, (_, run): PolygonRings[] =>
    Array.from({ length: 1 + (run % 3) }, (__, at) => [
      drawTangle(random, 1 + at, 5 + Math.floor(random() * 20)),
    ]),
  );

  it("is where Turf finds a place within any of them by the even-odd rule", () => {
    let inside = 0;
    for (const drawn of runs) {
      const united = uniteGround(drawn);
      for (let count = 0; count < 200; count++) {
        const position: [number, number] = [random() * 5 - 0.5, random() * 2.6 - 0.3];
        const expected = isWithinAny(position, drawn);
        expect(isWithinAny(position, united), position.join(" ")).toBe(expected);
        if (expected) inside++;
      }
    }
    expect(inside).toBeGreaterThan(1000);
  });

  it("has the area that counting places on a grid gives, each place once", () => {
    for (const drawn of runs.slice(0, 6)) {
      const united = uniteGround(drawn);
      const step = 0.02;
      let counted = 0;
      for (let x = -1; x < 5; x += step) {
        for (let y = -0.5; y < 2.5; y += step) if (isWithinAny([x, y], drawn)) counted += step * step;
      }
      const measured = united.reduce((sum, rings) => sum + measureArea(polygon(rings as Ring[])), 0) / 1e6;
      const squareKm = counted * 111.195 ** 2 * Math.cos(Math.PI / 180);
      expect(measured / squareKm).toBeCloseTo(1, 1.5);
    }
  });

  it("crosses itself nowhere, by exact arithmetic", () => {
    for (const drawn of runs) {
      for (const rings of uniteGround(drawn)) expect(countCrossings(rings as Ring[])).toBe(0);
    }
    const tangled = runs.filter((drawn) => drawn.some((rings) => countCrossings(rings as Ring[]) > 0));
    expect(tangled.length).toBeGreaterThan(30);
  });

  it("keeps every corner that is drawn on its outline, also where the outline goes straight on", () => {
    const west: Ring = [
      [0, 0],
      [1, 0],
      [2, 0],
      [2, 0.7],
      [2, 2],
      [0, 2],
      [0, 0],
    ];
    const east = box(1.5, 0.5, 3, 1.5);
    const corners = uniteGround([[west], [east]])
      .flat(2)
      .map(String);
    expect(corners).toEqual(expect.arrayContaining(["1,0", "2,0", "0,2", "3,0.5", "3,1.5"]));
    expect(corners).not.toContain("2,0.7");
    const hole = box(0.5, 0.5, 1, 1).toReversed();
    expect(uniteGround([[box(0, 0, 2, 2), hole], [box(1.5, 0, 3, 2)]])).toMatchObject([[{}, { length: 5 }]]);
  });
});

describe("a ring that crosses itself a million times", () => {
  it("is used as drawn, and that is told at once, as nobody could wait for it to be put in order", async () => {
    const { dataset, lines } = await measure(draw("red", "2024-01-01", "2024-01-02", drawSnarl(2000)));
    expect(lines.filter((line) => !line.startsWith("note: "))).toEqual([
      expect.stringContaining("[ring-crosses-itself]"),
      expect.stringContaining("[areas-not-checked]"),
    ]);
    expect(dataset.control.listAreas(dataset.firstDay)).toHaveLength(1);
  });
});

async function measure(...features: unknown[]) {
  const files = {
    ...SMALL_WAR,
    ...declare({ files: { settlements: "places.csv", control: "areas.geojson" } }),
    "areas.geojson": collect(...features),
  };
  const { dataset, problems, notes } = await loadDataset(folderFromTexts(files));
  if (!dataset) throw new Error("no data set");
  const atlas = buildAtlas(dataset);
  const { firstDay } = dataset;
  return {
    dataset,
    km2: (side: string, on = firstDay) => measureGround(atlas, on).areaKm2.get(side) ?? 0,
    lines: [...problems, ...notes].map(formatProblem),
  };
}

function draw(side: string, from: string, to: string, ...rings: Ring[]) {
  return { ...drawArea(side, ...rings), properties: { side, from, to } };
}

const inKm2 = (...rings: Ring[]) => measureArea(polygon(rings)) / 1e6;
const [FIRST, LAST] = ["2024-01-01", "2024-01-03"];

describe("ground that one side has twice", () => {
  it("is counted once, shown as one area and noted", async () => {
    const { dataset, km2, lines } = await measure(
      draw("red", FIRST, LAST, box(30, 46, 31, 47)),
      draw("red", FIRST, LAST, box(30.5, 46, 31.5, 47)),
      draw("blue", FIRST, LAST, box(31.5, 46, 34, 47)),
    );
    expect(km2("red")).toBeCloseTo(inKm2(box(30, 46, 31.5, 47)), 6);
    expect(dataset.control.listAreas(day(FIRST)).map(({ geometry }) => geometry.type)).toEqual([
      "Polygon",
      "Polygon",
    ]);
    expect(lines).toEqual([
      expect.stringMatching(
        /^note: areas\.geojson:3:1: feature 2: found ground of "red" that is drawn twice on 2024-01-01/,
      ),
    ]);
  });

  it.each([
    ["one within the other", box(30, 46, 32, 48), box(30.5, 46.5, 31, 47)],
    ["the same twice", box(30, 46, 32, 48), box(30, 46, 32, 48)],
    ["the same wound the other way", box(30, 46, 32, 48), box(30, 46, 32, 48).toReversed()],
    ["one along an edge of the other", box(30, 46, 32, 48), box(30, 46, 31, 48)],
  ])("is counted once: %s", async (_, one, other) => {
    const { km2 } = await measure(draw("red", FIRST, LAST, one), draw("red", FIRST, LAST, other));
    expect(km2("red")).toBeCloseTo(inKm2(box(30, 46, 32, 48)), 6);
    const parts = {
      ...draw("red", FIRST, LAST),
      geometry: { type: "MultiPolygon", coordinates: [[one], [other]] },
    };
    expect((await measure(parts)).km2("red")).toBeCloseTo(inKm2(box(30, 46, 32, 48)), 6);
  });

  it("is counted once only on the days on which it is drawn twice", async () => {
    const { km2 } = await measure(
      draw("red", FIRST, "2024-01-04", box(30, 46, 31, 47)),
      draw("red", "2024-01-02", LAST, box(30.5, 46, 31.5, 47)),
    );
    const days = [0, 1, 2].map((count) => km2("red", addDays(day(FIRST), count)));
    const [one, both] = [inKm2(box(30, 46, 31, 47)), inKm2(box(30, 46, 31.5, 47))];
    for (const [at, expected] of [one, both, one].entries()) expect(days[at]).toBeCloseTo(expected, 6);
  });

  it("leaves neighbours of one side as they are drawn, without a word", async () => {
    const { dataset, lines } = await measure(
      draw("red", FIRST, LAST, box(30, 46, 31, 47)),
      draw("red", FIRST, LAST, box(31, 46, 32, 47)),
      draw("red", FIRST, LAST, box(32, 47, 33, 48)),
    );
    expect(lines).toEqual([]);
    expect(dataset.control.listAreas(day(FIRST))[0]?.geometry.coordinates).toHaveLength(3);
  });

  it("keeps the front line along the corners of the neighbour", async () => {
    const neighbour: Ring = [
      [31.5, 46],
      [34, 46],
      [34, 48],
      [31.5, 48],
      [31.5, 47],
      [31.5, 46.5],
      [31.5, 46],
    ];
    const edge: Ring = [
      [30.5, 46],
      [31.5, 46],
      [31.5, 46.5],
      [31.5, 47],
      [31.5, 48],
      [30.5, 48],
      [30.5, 46],
    ];
    const { dataset } = await measure(
      draw("red", FIRST, LAST, box(30, 46, 31, 48)),
      draw("red", FIRST, LAST, edge),
      draw("blue", FIRST, LAST, neighbour),
    );
    const [line] = dataset.control.listLines(day(FIRST));
    expect(line?.geometry.coordinates).toHaveLength(4);
  });

  it("is no front line within it, where all else is held by the other side", async () => {
    const files = { settlements: "places.csv", control: "areas.geojson" };
    const { dataset } = await loadDataset(
      folderFromTexts({
        ...SMALL_WAR,
        ...declare({ default_side: "blue", files }),
        "areas.geojson": collect(
          draw("red", FIRST, LAST, box(30, 46, 31, 47)),
          draw("red", FIRST, LAST, box(30.5, 46, 31.5, 47)),
        ),
      }),
    );
    const lines = dataset?.control.listLines(day(FIRST)) ?? [];
    const within = lines.flatMap(({ geometry }) => geometry.coordinates.flat(2)).filter((at) => at === 30.5);
    expect(lines).toHaveLength(1);
    // Corners of either area may lie on its outer edge: one below and one above.
    expect(within.length).toBeLessThanOrEqual(2);
  });
});

describe("a ring that crosses itself", () => {
  it("has the area of the even-odd rule, as Turf measures its two wings, and is warned of", async () => {
    const wings: Ring[] = [
      [
        [30, 46],
        [31, 46.5],
        [30, 47],
        [30, 46],
      ],
      [
        [32, 46],
        [32, 47],
        [31, 46.5],
        [32, 46],
      ],
    ];
    const { km2, lines } = await measure(draw("red", FIRST, LAST, BOWTIE));
    expect(km2("red")).toBeCloseTo(inKm2(wings[0] ?? []) + inKm2(wings[1] ?? []), 6);
    expect(lines).toEqual([expect.stringContaining("edges of the area that cross at 31, 46.5")]);
  });

  it("of five points has none in its middle", async () => {
    const star = [0, 2, 4, 1, 3, 0].map((corner): [number, number] => {
      const angle = (2 * Math.PI * corner) / 5;
      return [32 + Math.cos(angle), 47 + Math.sin(angle)];
    });
    const { dataset, km2 } = await measure(draw("red", FIRST, LAST, star));
    expect(dataset.control.findSide([32, 47], day(FIRST))).toBeUndefined();
    expect(booleanPointInPolygon([32, 47], polygon([star]))).toBe(false);
    let counted = 0;
    for (let x = 31; x < 33; x += 0.01) {
      for (let y = 46; y < 48; y += 0.01) if (booleanPointInPolygon([x, y], polygon([star]))) counted++;
    }
    expect(km2("red")).toBeCloseTo(counted * inKm2(box(32, 47, 32.01, 47.01)), -2);
  });
});
