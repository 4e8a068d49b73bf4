import { distance } from "@turf/distance";
import type { Feature, FeatureCollection, Point } from "geojson";
import { describe, expect, it } from "vitest";
import { leaveOutNamed } from "../../../src/map/base/other-places.ts";
import { drawPlace } from "../../core/drawn-story.ts";
import { createRandom } from "../../bench/random.ts";

function draw(lng: number, lat: number, names: Record<string, string>): Feature<Point> {
  return {
    type: "Feature",
    properties: { ...names, rank: 5 },
    geometry: { type: "Point", coordinates: [lng, lat] },
  };
}

const collect = (features: Feature<Point>[]): FeatureCollection => ({ type: "FeatureCollection", features });

describe("places of the base beside the settlements of a data set", () => {
  it("are left out within three kilometres of one, as measured by Turf, at any latitude", () => {
    const random = createRandom(7);
    const settlements = Array.from({ length: 60 }, (_, index) =>
      drawPlace(`s${index}`, [random() * 4, 58 + random() * 4]),
    );
    const places = collect(
      Array.from({ length: 1500 }, (_, index) =>
        draw(random() * 4, 58 + random() * 4, { latin: `p${index}` }),
      ),
    );
    const expected = places.features.filter(({ geometry }) =>
      settlements.every(({ position }) => distance([...position], geometry as Point) >= 3),
    );
    expect(leaveOutNamed(places, settlements).features).toEqual(expected);
    expect(expected.length).toBeLessThan(1500);
  });

  it("are left out further away where they have the same name, whatever marks or script it is written with", () => {
    const hama = { ...drawPlace("hama", [36.75, 35.13]), names: { en: "Hamah", ar: "حماة" } };
    const left = leaveOutNamed(
      collect([
        draw(36.82, 35.13, { latin: "Ḩamāh" }),
        draw(36.82, 35.14, { latin: "Epiphania", arabic: "حماة" }),
        draw(36.82, 35.15, { latin: "Suran" }),
        draw(37.2, 35.13, { latin: "Hamah" }),
      ]),
      [hama],
    );
    expect(left.features.map(({ properties }) => properties?.["latin"])).toEqual(["Suran", "Hamah"]);
  });
});
