import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { projectMercator } from "../../../src/core/mercator.ts";
import { aimAt, frameBounds, planTiles } from "../../../src/map/page/tiles.ts";

const DENSITIES = [1, 1.5, 1.75, 2, 3.125, 1.375];
const sizes = fc.record({
  width: fc.integer({ min: 40, max: 5000 }),
  height: fc.integer({ min: 40, max: 5000 }),
});

describe("the tiles of a picture", () => {
  it("cover every pixel of it once, each within what it draws and what may be drawn", () => {
    fc.assert(
      fc.property(
        sizes,
        fc.constantFrom(...DENSITIES),
        fc.integer({ min: 256, max: 4096 }),
        (size, ratio, most) => {
          const tiles = planTiles(size, ratio, most);
          const area = tiles.reduce((sum, { kept }) => sum + kept.width * kept.height, 0);
          expect(area).toBe(size.width * size.height);
          for (const { drawn, kept } of tiles) {
            expect(Math.max(drawn.width, drawn.height) * ratio).toBeLessThanOrEqual(most);
            expect(kept.x).toBeGreaterThanOrEqual(drawn.x);
            expect(kept.y).toBeGreaterThanOrEqual(drawn.y);
            expect(kept.x + kept.width).toBeLessThanOrEqual(drawn.x + drawn.width);
            expect(kept.y + kept.height).toBeLessThanOrEqual(drawn.y + drawn.height);
            expect(Math.min(kept.width, kept.height)).toBeGreaterThan(0);
            for (const at of [drawn.x, drawn.y, kept.x, kept.y])
              expect(Number.isInteger(at * ratio)).toBe(true);
          }
          // Of equal areas, no two may lie over each other.
          const corners = new Set(tiles.map(({ kept }) => `${kept.x} ${kept.y}`));
          expect(corners.size).toBe(tiles.length);
        },
      ),
    );
  });

  it("are one where the whole picture fits", () => {
    const size = { width: 1300, height: 1000 };
    const whole = { x: 0, y: 0, ...size };
    expect(planTiles(size, 2, 4096)).toEqual([{ drawn: whole, kept: whole }]);
  });

  it("are drawn beyond their seams, as far as names reach", () => {
    const tiles = planTiles({ width: 4000, height: 500 }, 1, 2048);
    expect(tiles.length).toBeGreaterThan(1);
    // The outer edges are those of the picture.
    const before = tiles.slice(1).map(({ drawn, kept }) => kept.x - drawn.x);
    const after = tiles.slice(0, -1).map(({ drawn, kept }) => drawn.x + drawn.width - kept.x - kept.width);
    expect(Math.min(...before, ...after)).toBeGreaterThanOrEqual(200);
  });
});

describe("the camera of a tile", () => {
  it("puts every place where the camera of the whole picture puts it", () => {
    const size = { width: 2400, height: 1600 };
    const camera = { lng: 36.7, lat: 35.9, zoom: 9.37 };
    const place = projectMercator([36.2, 36.3]);
    const world = 512 * 2 ** camera.zoom;
    const locate = (seen: typeof camera, { width, height }: typeof size) => {
      const [x, y] = projectMercator([seen.lng, seen.lat]);
      return [(place[0] - x) * world + width / 2, (place[1] - y) * world + height / 2] as const;
    };
    const whole = locate(camera, size);
    for (const { drawn } of planTiles(size, 2, 1024)) {
      const inTile = locate(aimAt(drawn, camera, size), drawn);
      expect(inTile[0] + drawn.x).toBeCloseTo(whole[0], 6);
      expect(inTile[1] + drawn.y).toBeCloseTo(whole[1], 6);
    }
  });

  it("shows all of the bounds within the padding, and no more than it must", () => {
    const bounds = [35.5, 35, 38, 36.8] as const;
    const padding = { top: 30, right: 10, bottom: 20, left: 40 };
    const size = { width: 900, height: 500 };
    const { lng, lat, zoom } = frameBounds(bounds, size, padding);
    const world = 512 * 2 ** zoom;
    const [x, y] = projectMercator([lng, lat]);
    const corner = (at: readonly [number, number]) => {
      const [px, py] = projectMercator(at);
      return [(px - x) * world + size.width / 2, (py - y) * world + size.height / 2] as const;
    };
    const [left, top] = corner([bounds[0], bounds[3]]);
    const [right, bottom] = corner([bounds[2], bounds[1]]);
    const gaps = [left - 40, top - 30, 890 - right, 480 - bottom];
    expect(Math.min(...gaps)).toBeCloseTo(0, 6);
    expect(gaps[0]).toBeCloseTo(gaps[2] ?? Number.NaN, 6);
    expect(gaps[1]).toBeCloseTo(gaps[3] ?? Number.NaN, 6);
  });
});
