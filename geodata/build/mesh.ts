import { Delaunay } from "d3-delaunay";
import type { Position } from "../../src/core/geometry.ts";
import { distanceKm, toPlane } from "./plane.ts";

/** The Delaunay triangulation of the sites: who is whose neighbour, and where a line between them can run. */
export interface Mesh {
  readonly positions: readonly Position[];
  /** Corner indices of each triangle. */
  readonly triangles: readonly (readonly [number, number, number])[];
  /** Neighbours of each site with the distance to them. */
  readonly neighbours: readonly (readonly { readonly site: number; readonly km: number }[])[];
  /** Index of the site nearest to a position. */
  readonly findNearest: (position: Position) => number;
}

/** @throws RangeError if two sites share a position, because no line can run between them. */
export function buildMesh(positions: readonly Position[]): Mesh {
  const points = positions.map((position) => toPlane(position));
  const seen = new Set(points.map((point) => point.join()));
  if (seen.size !== points.length) throw new RangeError("Two sites of the reconstruction share a position");
  const delaunay = Delaunay.from(points);
  const triangles: [number, number, number][] = [];
  for (let index = 0; index < delaunay.triangles.length; index += 3) {
    const [a = 0, b = 0, c = 0] = delaunay.triangles.slice(index, index + 3);
    triangles.push([a, b, c]);
  }
  const neighbours = positions.map((position, index) =>
    [...delaunay.neighbors(index)].map((site) => ({
      site,
      km: distanceKm(position, positions[site] ?? position),
    })),
  );
  return { positions, triangles, neighbours, findNearest: (position) => delaunay.find(...toPlane(position)) };
}
