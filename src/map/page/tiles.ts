import type { Camera } from "../../core/view.ts";
import { type MercatorPoint, projectMercator, unprojectMercator } from "../../core/mercator.ts";
import type { Bounds } from "../../core/geometry.ts";
import { type Padding, type ScreenSize, WORLD_PX } from "../camera.ts";

/** A rectangle of a map in its CSS pixels, from its upper left corner. */
export interface Window {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A piece of a map that is drawn by itself. */
export interface Tile {
  /** What is drawn: more than is kept, so that names on the seam find the same neighbours on either side of it. */
  readonly drawn: Window;
  readonly kept: Window;
}

/** How far a tile is drawn beyond what is kept of it, in CSS pixels: about four names. */
const OVERLAP_PX = 256;

/**
 * The fewest tiles of one size that cover a map of `size` CSS pixels, of which none is drawn with more than `mostPx` pixels of the
 * file each way; one tile is the whole map. All edges lie on whole pixels of the file, the density of which is a multiple of
 * an eighth.
 */
export function planTiles(size: ScreenSize, pixelRatio: number, mostPx: number): Tile[] {
  const step = findStep(pixelRatio);
  const most = Math.max(step, Math.floor(mostPx / pixelRatio / step) * step);
  const columns = cut(size.width, most, step);
  const rows = cut(size.height, most, step);
  return rows.flatMap((row) =>
    columns.map((column) => ({
      drawn: { x: column.from, y: row.from, width: column.length, height: row.length },
      kept: {
        x: column.keptFrom,
        y: row.keptFrom,
        width: column.keptTo - column.keptFrom,
        height: row.keptTo - row.keptFrom,
      },
    })),
  );
}

/** The fewest CSS pixels that are whole pixels of the file. */
function findStep(pixelRatio: number): number {
  return [1, 2, 4].find((step) => Number.isInteger(step * pixelRatio)) ?? 8;
}

interface Cut {
  readonly from: number;
  readonly length: number;
  readonly keptFrom: number;
  readonly keptTo: number;
}

function cut(length: number, most: number, step: number): Cut[] {
  if (length <= most) return [{ from: 0, length, keptFrom: 0, keptTo: length }];
  const overlap = Math.min(OVERLAP_PX, Math.floor(most / 4 / step) * step);
  const count = Math.ceil((length - 2 * overlap) / (most - 2 * overlap));
  const onGrid = (value: number) => Math.floor(value / step) * step;
  const starts = Array.from({ length: count }, (_, index) =>
    index === count - 1
      ? Math.ceil((length - most) / step) * step
      : onGrid((index * (length - most)) / (count - 1)),
  );
  return starts.map((from, index) => {
    const [before, after] = [starts[index - 1], starts[index + 1]];
    const end = index === count - 1 ? length : from + most;
    return {
      from,
      length: end - from,
      keptFrom: before === undefined ? 0 : onGrid((before + most + from) / 2),
      keptTo: after === undefined ? length : onGrid((from + most + after) / 2),
    };
  });
}

/** The camera that shows one window of a map as `camera` shows the whole of it. */
export function aimAt({ x, y, width, height }: Window, camera: Camera, size: ScreenSize): Camera {
  const world = WORLD_PX * 2 ** camera.zoom;
  const [middleX, middleY] = projectMercator([camera.lng, camera.lat]);
  const [lng, lat] = unprojectMercator([
    middleX + (x + width / 2 - size.width / 2) / world,
    middleY + (y + height / 2 - size.height / 2) / world,
  ]);
  return { lng, lat, zoom: camera.zoom };
}

/** The camera with which a map of that size shows all of the bounds as large as the room within the padding allows. */
export function frameBounds([west, south, east, north]: Bounds, size: ScreenSize, padding: Padding): Camera {
  const [left, top] = projectMercator([west, north]);
  const [right, bottom] = projectMercator([east, south]);
  const room = {
    width: Math.max(1, size.width - padding.left - padding.right),
    height: Math.max(1, size.height - padding.top - padding.bottom),
  };
  const world = Math.min(room.width / (right - left), room.height / (bottom - top));
  const middle: MercatorPoint = [
    (left + right) / 2 + (padding.right - padding.left) / 2 / world,
    (top + bottom) / 2 + (padding.bottom - padding.top) / 2 / world,
  ];
  const [lng, lat] = unprojectMercator(middle);
  return { lng, lat, zoom: Math.min(22, Math.log2(world / WORLD_PX)) };
}
