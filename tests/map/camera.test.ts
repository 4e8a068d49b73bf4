import { expect, it } from "vitest";
import type { Bounds } from "../../src/core/geometry.ts";
import { chooseBounds, choosePadding } from "../../src/map/camera.ts";
import { loadBundled } from "../geodata/bundled.ts";

/** Of a phone's first picture, in CSS pixels: the map, and what lies over its upper edge. */
const PHONE = { width: 390, height: 485, barEnd: 53 };

/** Spherical Mercator, from its textbook formula. */
const across = (lng: number) => lng / 360;
const down = (lat: number) => -Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);

it("shows all cities of the story on a phone, below the bar and with room for their names", async () => {
  const { dataset } = await loadBundled();
  const cities = dataset.settlements.filter(({ importance }) => importance === 1);
  expect(cities.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["latakia", "hama", "afrin", "aleppo", "idlib"]),
  );
  const positions = cities.map(({ position }) => position);
  const [west, south, east, north] = chooseBounds(dataset.viewBounds, positions, PHONE.width);
  const { top, right, bottom, left } = choosePadding(PHONE.width);
  const scale = Math.min(
    (PHONE.width - left - right) / (across(east) - across(west)),
    (PHONE.height - top - bottom) / (down(south) - down(north)),
  );
  const middle = [left + (PHONE.width - left - right) / 2, top + (PHONE.height - top - bottom) / 2] as const;
  for (const [lng, lat] of positions) {
    const x = middle[0] + (across(lng) - (across(west) + across(east)) / 2) * scale;
    const y = middle[1] + (down(lat) - (down(north) + down(south)) / 2) * scale;
    expect(x).toBeGreaterThan(6);
    expect(x).toBeLessThan(PHONE.width - 44);
    expect(y).toBeGreaterThan(PHONE.barEnd + 16);
    expect(y).toBeLessThan(PHONE.height - 16);
  }
});

it("leaves the view as it is on a wide map, and where a city lies far off", () => {
  const bounds: Bounds = [36, 35, 37, 36];
  expect(chooseBounds(bounds, [[35.9, 35.5]], 1200)).toEqual(bounds);
  expect(chooseBounds(bounds, [[35.9, 35.5]], 390)).toEqual([35.9, 35, 37, 36]);
  expect(
    chooseBounds(
      bounds,
      [
        [35.9, 35.5],
        [44, 33],
      ],
      390,
    ),
  ).toEqual(bounds);
  expect(chooseBounds(bounds, [], 390)).toEqual(bounds);
});
