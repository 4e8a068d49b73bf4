import type { FeatureCollection, LineString } from "geojson";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawCells } from "../../src/map/base/world-cells.ts";
import { cutCells } from "../../tools/world/cells.ts";
import { choosePlaces } from "../../tools/world/places.ts";
import { simplify } from "../../tools/world/simplify.ts";

const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };

/** A row of GeoNames' table: name, other names, latitude, longitude, kind, country, people. */
function row(
  name: string,
  others: string,
  at: readonly [number, number],
  code: string,
  country: string,
  people: number,
) {
  const cells = [name, name, name, others, at[1], at[0], "P", code, country, "", "", "", "", "", people];
  return cells.join("\t");
}

describe("a simplified line", () => {
  it("leaves out no point that lies further than the tolerance from it, and keeps both ends", () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }));
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 2, maxLength: 40 }),
        fc.integer({ min: 1, max: 20 }),
        (course, most) => {
          const kept = simplify(course, most);
          expect([kept[0], kept.at(-1)]).toEqual([course[0], course.at(-1)]);
          // Measured against points walked along what is left.
          const walked = kept.slice(1).flatMap(([bx, by], index) => {
            const [ax, ay] = kept[index] ?? [bx, by];
            return Array.from({ length: 301 }, (_, step) => [
              ax + ((bx - ax) * step) / 300,
              ay + ((by - ay) * step) / 300,
            ]);
          });
          for (const [x, y] of course) {
            const nearest = Math.min(...walked.map(([wx = 0, wy = 0]) => Math.hypot(wx - x, wy - y)));
            expect(nearest).toBeLessThanOrEqual(most + 0.5);
          }
        },
      ),
    );
  });
});

describe("the places that are chosen", () => {
  it("come with the larger ones first where there is room for one only, and seats of government before their like", () => {
    const table = [
      row("Village", "", [10, 50], "PPL", "XX", 900),
      row("City", "", [10.3, 50], "PPL", "XX", 900_000),
      row("Seat", "", [10.1, 50.1], "PPLA", "XX", 400_000),
      row("Quarter", "", [10.6, 50], "PPLX", "XX", 5_000_000),
      row("Far", "", [90, 10], "PPL", "XX", 900),
    ].join("\n");
    const ranks = new Map(choosePlaces(table).map(({ names, rank }) => [names["latin"], rank]));
    expect(ranks.has("Quarter")).toBe(false);
    expect(ranks.get("Seat")).toBe(3);
    expect(ranks.get("Far")).toBe(3);
    expect((ranks.get("City") ?? 0) > 3).toBe(true);
    expect((ranks.get("Village") ?? 0) >= (ranks.get("City") ?? 0)).toBe(true);
  });

  it("have of several names in a script the one that sounds like the Latin one", () => {
    const table = [
      row("Odesa", "Odessa,Одесса,Одеса,اودسا", [30.7, 46.5], "PPLA", "UA", 1_000_000),
      row("Damascus", "Dimashq,Дамаск,الشام,دمشق", [36.3, 33.5], "PPLC", "SY", 1_500_000),
    ].join("\n");
    const names = new Map(choosePlaces(table).map((place) => [place.names["latin"], place.names]));
    expect(names.get("Odesa")?.["cyrillic"]).toBe("Одеса");
    expect(names.get("Damascus")?.["arabic"]).toBe("دمشق");
  });
});

describe("lines cut into cells", () => {
  it("come together again as they were", () => {
    const course = Array.from({ length: 60 }, (_, step) => [
      15 + step / 5,
      [36, 39, 45, 42.1][step % 4] ?? 0,
    ]);
    const rivers: FeatureCollection = {
      type: "FeatureCollection",
      features: [
        {
          type: "Feature",
          properties: { name: "River", scalerank: 3 },
          geometry: { type: "LineString", coordinates: course },
        },
      ],
    };
    const cells = cutCells({ places: [], rivers, lakes: NOTHING, provinces: NOTHING });
    expect([...cells.keys()].toSorted()).toEqual(["0_20", "0_40", "20_20", "20_40"]);
    const drawn = drawCells(
      [...cells.values()].map((cell) => ({ cell, shift: 0 })),
      [-180, -90, 180, 90],
    );
    const segments = new Set(
      drawn.rivers.features.flatMap(({ geometry }) => {
        const { coordinates } = geometry as LineString;
        return coordinates.slice(1).map((end, index) => `${coordinates[index]} ${end}`);
      }),
    );
    const round = ([x = 0, y = 0]: readonly number[]) => [
      Math.round(x * 1000) / 1000,
      Math.round(y * 1000) / 1000,
    ];
    const expected = course.slice(1).map((end, index) => `${round(course[index] ?? [])} ${round(end)}`);
    expect([...segments].toSorted()).toEqual(expected.toSorted());
  });
});
