import { describe, expect, it } from "vitest";
import { isInside } from "../../../src/core/geometry.ts";
import { parseTheatre } from "../../../src/data/declaration/parse-theatre.ts";
import type { Problem } from "../../../src/data/problem.ts";

function square(west: number, south: number): readonly (readonly number[])[] {
  return [
    [west, south],
    [west + 1, south],
    [west + 1, south + 1],
    [west, south + 1],
    [west, south],
  ];
}

function read(...geometries: readonly unknown[]) {
  const problems: Problem[] = [];
  const features = geometries.map((geometry) => ({ type: "Feature", properties: {}, geometry }));
  const text = JSON.stringify({ type: "FeatureCollection", features });
  const context = { file: "theatre.geojson", problems, bounds: [-180, -90, 180, 90] as const };
  return { theatre: parseTheatre(text, context), problems };
}

describe("the theatre", () => {
  it("is all areas of the file together, whatever their properties", () => {
    const { theatre, problems } = read(
      { type: "Polygon", coordinates: [square(10, 50)] },
      { type: "MultiPolygon", coordinates: [[square(12, 50)], [square(14, 50)]] },
    );
    expect(problems).toEqual([]);
    if (!theatre) throw new Error("no theatre");
    expect([10.5, 11.5, 12.5, 13.5, 14.5].map((lng) => isInside([lng, 50.5], theatre))).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  it("leaves out what is no area, with a problem for each", () => {
    const { theatre, problems } = read(
      { type: "Polygon", coordinates: [square(10, 50)] },
      { type: "Point", coordinates: [1, 2] },
      { type: "Polygon", coordinates: [] },
    );
    expect(problems.map(({ record }) => record)).toEqual(["feature 2", "feature 3"]);
    expect(theatre).toEqual({ type: "Polygon", coordinates: [square(10, 50)] });
  });

  it("is nothing where the file has no area", () => {
    expect(read().theatre).toBeUndefined();
  });
});
