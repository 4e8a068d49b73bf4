import { describe, expect, it } from "vitest";
import { parseFeatures } from "../../../src/data/geojson/geojson.ts";
import { formatProblem, type Problem } from "../../../src/data/problem.ts";

const POINT = {
  type: "Feature",
  properties: { id: "a" },
  geometry: { type: "Point", coordinates: [36, 35] },
};
const COLLECTION = { type: "FeatureCollection", features: [POINT] };

function read(value: unknown) {
  const problems: Problem[] = [];
  const { features } = parseFeatures(JSON.stringify(value), ["Point"], {
    file: "a.json",
    problems,
    bounds: [-180, -90, 180, 90],
  });
  return {
    positions: features.map(({ geometry }) => geometry.coordinates),
    lines: problems.map(formatProblem),
  };
}

describe("a collection of features", () => {
  it.each([
    ["by itself", COLLECTION],
    ["in what a service answers", { value: COLLECTION }],
    ["deeper", { status: "ok", data: { result: COLLECTION } }],
    ["as a lone feature", POINT],
  ])("is found %s", (_, value) => {
    expect(read(value)).toEqual({ positions: [[36, 35]], lines: [] });
  });

  it.each([
    ["two of them", { a: COLLECTION, b: COLLECTION }],
    ["none", { value: 3 }],
    ["one too deep", { a: { b: { c: { d: COLLECTION } } } }],
    ["a list of them", [COLLECTION]],
  ])("is not guessed among %s", (_, value) => {
    const { positions, lines } = read(value);
    expect(positions).toEqual([]);
    expect(lines).toEqual([expect.stringContaining("[not-geojson]")]);
  });

  // The metres are those that PROJ gives for 36 E 35 N.
  it.each(["urn:ogc:def:crs:EPSG::3857", "EPSG:900913", "ESRI:102100"])(
    "in %s is turned into degrees",
    (name) => {
      const metres = {
        ...POINT,
        geometry: { type: "Point", coordinates: [4007501.668557849, 4163881.144064293] },
      };
      const { positions, lines } = read({
        ...COLLECTION,
        crs: { type: "name", properties: { name } },
        features: [metres],
      });
      expect(lines).toEqual([expect.stringContaining("[turned-into-degrees]")]);
      expect(positions[0]?.[0]).toBeCloseTo(36, 9);
      expect(positions[0]?.[1]).toBeCloseTo(35, 9);
    },
  );
});
