import { length } from "@turf/length";
import type { Feature, FeatureCollection, LineString } from "geojson";
import { beforeAll, describe, expect, it } from "vitest";
import { buildHighwayControl } from "../../geodata/build/stretches.ts";
import type { Dataset } from "../../src/core/dataset.ts";
import type { Position } from "../../src/core/geometry.ts";
import { listDays } from "../../src/core/day.ts";
import { GEODATA, loadBundled, readGeodata } from "./bundled.ts";

let dataset: Dataset;
let stretches: readonly Feature<LineString>[];
beforeAll(async () => {
  dataset = (await loadBundled()).dataset;
  const text = await readGeodata("highway-control.geojson");
  stretches = (JSON.parse(text) as FeatureCollection<LineString>).features;
});

/** Least distance from a place to a course, in kilometres, on a plane about the place. */
function measureKmTo([lng, lat]: Position, course: readonly Position[]): number {
  const scale = Math.cos((lat * Math.PI) / 180);
  const flat = course.map(([x, y]) => [(x - lng) * scale * 111.2, (y - lat) * 111.2] as const);
  return Math.min(
    ...flat.slice(1).map(([bx, by], index) => {
      const [ax, ay] = flat[index] ?? [bx, by];
      const squared = (bx - ax) ** 2 + (by - ay) ** 2;
      const share =
        squared === 0 ? 0 : Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / squared));
      return Math.hypot(ax + share * (bx - ax), ay + share * (by - ay));
    }),
  );
}

describe("highways.geojson", () => {
  // Distances from the same positions to OpenStreetMap's motorways, measured apart from our way-points.
  it.each([
    ["m5", "maar-hattat", 0.1],
    ["m5", "morek", 0.46],
    ["m5", "saraqib", 0.71],
    ["m5", "khan-shaykhun", 0.62],
    ["m4", "urum-al-jawz", 0.42],
    ["m4", "nayrab", 0.83],
  ])("runs the %s past %s at %d km, give or take 150 m", (highway, place, km) => {
    const course = dataset.highways.find(({ id }) => id === highway)?.course ?? [];
    const position = dataset.settlements.find(({ id }) => id === place)?.position ?? [0, 0];
    expect(Math.abs(measureKmTo(position, course) - km)).toBeLessThan(0.15);
  });

  it("ends the M4 on the M5, beside Saraqib", () => {
    const [m4, m5] = ["m4", "m5"].map(
      (id) => dataset.highways.find((highway) => highway.id === id)?.course ?? [],
    );
    expect(m5?.map((point) => point.join())).toContain(m4?.at(-1)?.join());
  });
});

describe("highway-control.geojson", () => {
  it("is what the pipeline makes", async () => {
    expect((await buildHighwayControl(GEODATA)) === (await readGeodata("highway-control.geojson"))).toBe(
      true,
    );
  });

  it("covers each highway whole on every day, without overlap", () => {
    for (const { id, course } of dataset.highways) {
      const coordinates = course.map((point) => [...point]);
      const whole = length({
        type: "Feature",
        properties: {},
        geometry: { type: "LineString", coordinates },
      });
      for (const day of listDays(dataset.firstDay, dataset.lastDay)) {
        const sum = stretches
          .filter(
            ({ properties }) => properties?.highway === id && properties.from <= day && day < properties.to,
          )
          .reduce((total, { geometry }) => total + length({ type: "Feature", properties: {}, geometry }), 0);
        // Stretch ends lie on the straight line between way-points, rounded to a metre.
        expect(Math.abs(sum - whole), `${id} on ${day}`).toBeLessThan(0.02);
      }
    }
  });
});
