import earcut, { flatten } from "earcut";
import type { PolygonRings } from "../geometry.ts";
import { type MercatorPoint, projectMercator } from "../mercator.ts";

/** Triangles of shared corners. */
export interface TriangleMesh {
  /** x and y of each corner, on the Web Mercator square. */
  readonly corners: readonly number[];
  /** Three numbers of corners for each triangle. */
  readonly triangles: readonly number[];
}

/** A polygon in degrees as triangles with no corners but its own. */
export function triangulate(polygon: PolygonRings): TriangleMesh {
  const rings = polygon.map((ring) =>
    ring.slice(1).map(([lng = 0, lat = 0]) => [...projectMercator([lng, lat])]),
  );
  const { vertices, holes, dimensions } = flatten(rings);
  return { corners: vertices, triangles: earcut(vertices, holes, dimensions) };
}

/**
 * The same ground in smaller triangles: no edge is longer than `longest`. Whether an edge is halved depends on its length
 * alone, so that triangles which shared an edge share both of its halves.
 */
export function refine({ corners: given, triangles: coarse }: TriangleMesh, longest: number): TriangleMesh {
  const corners = [...given];
  const middles = new Map<string, number>();
  const pointAt = (corner: number): MercatorPoint => [corners[2 * corner] ?? 0, corners[2 * corner + 1] ?? 0];
  const halve = (one: number, other: number): number | undefined => {
    const [[ax, ay], [bx, by]] = [pointAt(one), pointAt(other)];
    if (Math.hypot(ax - bx, ay - by) <= longest) return undefined;
    const name = one < other ? `${one} ${other}` : `${other} ${one}`;
    const known = middles.get(name);
    if (known !== undefined) return known;
    corners.push((ax + bx) / 2, (ay + by) / 2);
    const middle = corners.length / 2 - 1;
    middles.set(name, middle);
    return middle;
  };
  const triangles: number[] = [];
  const waiting: (readonly [number, number, number])[] = [];
  for (let index = 0; index < coarse.length; index += 3) {
    waiting.push([coarse[index] ?? 0, coarse[index + 1] ?? 0, coarse[index + 2] ?? 0]);
  }
  for (let triangle = waiting.pop(); triangle; triangle = waiting.pop()) {
    const [a, b, c] = triangle;
    const [ab, bc, ca] = [halve(a, b), halve(b, c), halve(c, a)];
    if (ab === undefined && bc === undefined && ca === undefined) triangles.push(a, b, c);
    else waiting.push(...split(triangle, [ab, bc, ca]));
  }
  return { corners, triangles };
}

type Triangle = readonly [number, number, number];
type Middles = readonly [number | undefined, number | undefined, number | undefined];

/** A triangle cut through those middles of its edges that there are. */
function split([a, b, c]: Triangle, [ab, bc, ca]: Middles): Triangle[] {
  // Turned so that the first edge is halved, and where two are, the last is not.
  if (ab === undefined || (bc === undefined && ca !== undefined)) return split([b, c, a], [bc, ca, ab]);
  if (bc === undefined) {
    return [
      [a, ab, c],
      [ab, b, c],
    ];
  }
  const corner: Triangle = [ab, b, bc];
  if (ca === undefined) return [corner, [a, ab, bc], [a, bc, c]];
  return [corner, [a, ab, ca], [ca, bc, c], [ab, bc, ca]];
}
