import { polygonize } from "@turf/polygonize";
import type { Polygon, Position as GeoJsonPosition } from "geojson";
import { isInside, type Position } from "../../src/core/geometry.ts";
import type { Arc } from "./lines.ts";

/** The theatre cut along the arcs: faces that share their border vertices, and the arcs inside the theatre. */
export interface Partition {
  readonly faces: readonly Polygon[];
  readonly arcs: readonly Arc[];
}

type Course = readonly (readonly [number, number])[];

/**
 * Cuts the theatre along the arcs.
 *
 * Where an arc crosses the theatre's outline both get the same new vertex; then every line is noded, and the faces
 * are what the lines enclose (`@turf/polygonize`). Neighbouring faces therefore share each other's vertices exactly.
 */
export function cutTheatre(theatre: Polygon, arcs: readonly Arc[]): Partition {
  const outline = (theatre.coordinates[0] ?? []).map(toPair);
  const crossings: Map<number, [number, number][]> = new Map();
  const inside: Arc[] = [];
  for (const arc of arcs) {
    const pieces = splitAtOutline(arc.course, outline, crossings);
    for (const course of pieces) {
      if (isInside(middleOf(course), theatre)) inside.push({ between: arc.between, course: [...course] });
    }
  }
  const islands = inside.filter(({ course }) => isClosed(course)).map(({ course }) => course);
  const open = inside.filter(({ course }) => !isClosed(course)).map(({ course }) => course);
  const lines = [...splitOutline(outline, crossings), ...open];
  const noded = polygonize({
    type: "FeatureCollection",
    features: lines.map((course) => ({
      type: "Feature" as const,
      properties: {},
      geometry: { type: "LineString" as const, coordinates: course.map((point) => [...point]) },
    })),
  });
  return {
    faces: addIslands(
      noded.features.map((feature) => feature.geometry),
      islands,
    ),
    arcs: inside,
  };
}

function isClosed(course: Course): boolean {
  return course.length > 3 && course[0]?.join() === course.at(-1)?.join();
}

/**
 * Cuts rings that touch nothing else out of the faces around them, the largest first so that a ring within a ring finds
 * its face. (`@turf/polygonize` makes the ring a face, but no hole in the face around it.)
 */
function addIslands(faces: readonly Polygon[], islands: readonly Course[]): Polygon[] {
  const result = [...faces];
  for (const island of islands.toSorted((a, b) => Math.abs(sumWinding(b)) - Math.abs(sumWinding(a)))) {
    const ring = (sumWinding(island) > 0 ? island : island.toReversed()).map((point) => [...point]);
    const [inside = [0, 0]] = island;
    const around = result.findIndex((face) => isInside(inside, face));
    const face = result[around];
    if (!face) throw new Error(`An island at ${inside.join()} lies in no face`);
    result[around] = { type: "Polygon", coordinates: [...face.coordinates, ring.toReversed()] };
    result.push({ type: "Polygon", coordinates: [ring] });
  }
  return result;
}

/** Twice the signed area: positive for a ring that runs anticlockwise. */
function sumWinding(ring: Course): number {
  return ring.reduce((sum, [x, y], index) => {
    const [px, py] = ring[index - 1] ?? [x, y];
    return sum + px * y - x * py;
  }, 0);
}

/** The pieces of a course between its crossings with the outline, which are noted under the outline's edge. */
function splitAtOutline(
  course: Course,
  outline: Course,
  crossings: Map<number, [number, number][]>,
): Course[] {
  const pieces: [number, number][][] = [];
  let piece: [number, number][] = [];
  for (const [index, end] of course.entries()) {
    const start = course[index - 1];
    const met = start ? meetOutline(start, end, outline) : [];
    for (const { point, edge } of met) {
      crossings.set(edge, [...(crossings.get(edge) ?? []), point]);
      piece.push(point);
      pieces.push(piece);
      piece = [point];
    }
    piece.push([end[0], end[1]]);
  }
  pieces.push(piece);
  return pieces.filter((points) => points.length > 1);
}

function meetOutline(
  start: readonly [number, number],
  end: readonly [number, number],
  outline: Course,
): { point: [number, number]; edge: number }[] {
  const met: { point: [number, number]; edge: number; share: number }[] = [];
  for (let edge = 0; edge + 1 < outline.length; edge++) {
    const from = outline[edge];
    const to = outline[edge + 1];
    const crossing = from && to && crossSegments(start, end, from, to);
    if (crossing) met.push({ ...crossing, edge });
  }
  return met.toSorted((a, b) => a.share - b.share);
}

/** Where segment `a`-`b` crosses `c`-`d`, rounded to 6 decimals, with the share of the way from `a`. */
function crossSegments(
  a: readonly [number, number],
  b: readonly [number, number],
  c: readonly [number, number],
  d: readonly [number, number],
): { point: [number, number]; share: number } | undefined {
  const denominator = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
  if (denominator === 0) return undefined;
  const share = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / denominator;
  const other = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / denominator;
  if (share < 0 || share > 1 || other < 0 || other > 1) return undefined;
  const round = (value: number) => Math.round(value * 1e6) / 1e6;
  return { point: [round(a[0] + share * (b[0] - a[0])), round(a[1] + share * (b[1] - a[1]))], share };
}

function splitOutline(outline: Course, crossings: ReadonlyMap<number, [number, number][]>): Course[] {
  const pieces: [number, number][][] = [];
  let piece: [number, number][] = [];
  for (const [index, point] of outline.entries()) {
    piece.push([point[0], point[1]]);
    const met = [...(crossings.get(index) ?? [])].toSorted(
      (a, b) => distance2(point, a) - distance2(point, b),
    );
    for (const crossing of met) {
      piece.push(crossing);
      pieces.push(piece);
      piece = [crossing];
    }
  }
  pieces.push(piece);
  return pieces.filter((points) => points.length > 1);
}

function distance2(a: readonly [number, number], b: readonly [number, number]): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2;
}

function middleOf(course: Course): Position {
  const index = Math.floor((course.length - 1) / 2);
  const [a, b] = [course[index], course[index + 1]];
  return a && b ? [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] : [0, 0];
}

function toPair([lng = 0, lat = 0]: GeoJsonPosition): readonly [number, number] {
  return [lng, lat];
}
