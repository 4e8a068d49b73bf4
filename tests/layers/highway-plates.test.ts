import { distance } from "@turf/distance";
import { expect, it } from "vitest";
import type { Position } from "../../src/core/geometry.ts";
import { drawPlates } from "../../src/layers/highway-plates.ts";
import { drawPlace } from "../core/drawn-story.ts";

/** A degree a step, to the east along a parallel. */
const course: readonly Position[] = Array.from({ length: 5 }, (_, step) => [36 + step, 35] as const);
const highway = { id: "m1", name: "M1", names: { en: "M1" }, course };
const town = { ...drawPlace("town", [38, 35]), importance: 1 as const };

function listPlates(zoom: number, settlements = [town]): number[] {
  const plates = drawPlates({ highways: [highway], settlements }).features.filter(
    ({ properties }) => properties?.["zoom"] === zoom,
  );
  return plates.map(({ geometry }) => (geometry.type === "Point" ? (geometry.coordinates[0] ?? 0) : 0));
}

it("stand on the highway, at every zoom at least one and closer the closer one looks", () => {
  expect(listPlates(5)).toHaveLength(1);
  for (let zoom = 6; zoom <= 11; zoom++) {
    const plates = listPlates(zoom);
    expect(plates.length).toBeGreaterThanOrEqual(listPlates(zoom - 1).length);
    expect(plates).toEqual(plates.toSorted((one, other) => one - other));
    for (const lng of plates) expect(lng > 36 && lng < 40).toBe(true);
    // 240 pixels of 512 * 2 ** zoom around the earth, give or take the whole number of plates.
    const apartKm = distance([36, 35], [40, 35]) / plates.length;
    const wantedKm = (240 * 40_075 * Math.cos((35 * Math.PI) / 180)) / (512 * 2 ** zoom);
    expect(apartKm / wantedKm).toBeGreaterThan(0.6);
    expect(apartKm / wantedKm).toBeLessThan(1.6);
  }
});

it("keep away from towns with names, and care for no village", () => {
  const [freest = 0] = listPlates(5);
  expect(Math.abs(freest - 38)).toBeGreaterThan(1);
  const [amid = 0] = listPlates(5, [{ ...town, importance: 3 as unknown as 1 }]);
  expect(Math.abs(amid - 38)).toBeLessThan(0.4);
});
