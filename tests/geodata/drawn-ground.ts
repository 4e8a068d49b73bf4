import type { Polygon } from "geojson";
import { isInside, type Position } from "../../src/core/geometry.ts";
import { buildMesh, type Mesh } from "../../geodata/build/mesh.ts";

/** A step of the drawn grid: about 2.2 km. */
export const STEP = 0.02;
const [WEST, SOUTH] = [36, 35.7] as const;

/** A grid of places, pushed a little off its lines: four places on a circle have no one triangulation. */
export function drawGrid(columns: number, rows: number): { mesh: Mesh; positions: readonly Position[] } {
  const positions = Array.from({ length: columns * rows }, (_, index): Position => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const push = (seed: number) => (((index * seed) % 97) / 97 - 0.5) * STEP * 0.2;
    return [WEST + (column * STEP) / 0.811 + push(31), SOUTH + row * STEP + push(57)];
  });
  return { mesh: buildMesh(positions), positions };
}

/** The holders of a grid, drawn as rows of letters from north to south. */
export function readHolders(...rows: readonly string[]): string[] {
  return rows.toReversed().flatMap((row) => [...row]);
}

/** The same from the holders, to compare pictures. */
export function writeHolders(holders: readonly string[], columns: number): string[] {
  const count = Math.ceil(holders.length / columns);
  return Array.from({ length: count }, (_, row) =>
    holders.slice(row * columns, (row + 1) * columns).join(""),
  ).toReversed();
}

/** The box round places, this many degrees inside (negative: outside) of the outermost. */
export function drawBox(positions: readonly Position[], inset: number): Polygon {
  const [lngs, lats] = [positions.map(([lng]) => lng), positions.map(([, lat]) => lat)];
  const [west, east] = [Math.min(...lngs) + inset, Math.max(...lngs) - inset];
  const [south, north] = [Math.min(...lats) + inset, Math.max(...lats) - inset];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: "Polygon", coordinates: [ring] };
}

/** How many pieces the ground of a side is in, by walking from neighbour to neighbour. */
export function countPieces(mesh: Mesh, holders: readonly string[], side: string): number {
  const left = new Set(holders.flatMap((holder, site) => (holder === side ? [site] : [])));
  let pieces = 0;
  while (left.size > 0) {
    const [start = 0] = left;
    const open = [start];
    left.delete(start);
    pieces++;
    for (const site of open) {
      for (const { site: next } of mesh.neighbours[site] ?? []) if (left.delete(next)) open.push(next);
    }
  }
  return pieces;
}

/** The places inside the faces that lie in a face together with one of another side. */
export function findStrays(
  faces: readonly Polygon[],
  positions: readonly Position[],
  holders: readonly string[],
): number[] {
  return faces.flatMap((face) => {
    const inside = positions.flatMap((position, site) => (isInside(position, face) ? [site] : []));
    return inside.filter((site) => holders[site] !== holders[inside[0] ?? site]);
  });
}
