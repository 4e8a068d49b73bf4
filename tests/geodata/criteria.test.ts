import { beforeAll, describe, expect, it } from "vitest";
import { checkSides } from "../../geodata/build/report-ground.ts";
import { type ReportInput, readReportInput } from "../../geodata/build/report-input.ts";
import { measureWayPoints } from "../../geodata/build/report-way-points.ts";
import { GEODATA } from "./bundled.ts";

let input: ReportInput;
beforeAll(async () => {
  input = await readReportInput(GEODATA);
}, 60_000);

describe("criterion 1", () => {
  it("has every settlement whose holder the documents tell on the right side, on every day, contested days included", () => {
    const { settlements, checked, failures } = checkSides(input);
    expect(settlements).toBeGreaterThan(130);
    expect(checked).toBe(settlements * input.atlas.days.length);
    expect(failures).toBe(0);
  });
});

describe("criterion 3", () => {
  // Measured: 97-98 % within 2.5 km, the furthest 4.4 km off. The line may slide between the two settlements next to
  // it, and in this country those lie 2 to 4 km apart; only in the empty plain at the east end of the joint area, where
  // nothing moved and no document tells of anything, are they further.
  it.for(["first", "last"] as const)(
    "draws the %s line within 2.5 km of 19 out of 20 of its way-points, and within 6 km of all",
    (line) => {
      const distances = measureWayPoints(input, line).map(({ distanceKm }) => distanceKm);
      const near = distances.filter((km) => km <= 2.5);
      expect(distances.length).toBeGreaterThan(100);
      expect(near.length / distances.length).toBeGreaterThanOrEqual(0.95);
      expect(Math.max(...distances)).toBeLessThan(6);
    },
  );

  // Measured: all within 2.0 km. Here the line of the ceasefire has to be right, so the bound is close.
  it("draws the last line within 2.5 km of all its way-points where it is not the first line", () => {
    const known = new Set(measureWayPoints(input, "first").map(({ position }) => position.join()));
    const moved = measureWayPoints(input, "last").filter(({ position }) => !known.has(position.join()));
    expect(moved.length).toBeGreaterThan(40);
    expect(moved.filter(({ distanceKm }) => distanceKm > 2.5)).toEqual([]);
  });

  it("has a named place on both sides and a reason for every way-point inside the theatre", () => {
    const points = [...measureWayPoints(input, "first"), ...measureWayPoints(input, "last")];
    const bare = points.filter(
      ({ governmentPlace, oppositionPlace, reason }) => !governmentPlace || !oppositionPlace || !reason,
    );
    expect(bare).toEqual([]);
  });
});
