import type {
  FeatureCollection,
  LineString,
  MultiLineString,
  MultiPolygon,
  Polygon,
  Position,
} from "geojson";
import { listPolygons } from "../../core/geometry.ts";
import { type MercatorPoint, projectMercator } from "../../core/mercator.ts";
import { triangulate } from "../../core/motion/triangles.ts";

/**
 * Shapes as the graphics processor takes them. Positions are on the Web Mercator square, measured from an origin near the
 * theatre, which keeps single precision finer than a decimetre.
 */
export interface AreaMesh {
  /** x and y of each corner. */
  readonly corners: Float32Array;
  readonly triangles: Uint32Array;
  /** In the order in which they are drawn: of two that overlap, the later one is seen. */
  readonly parts: readonly AreaPart[];
}

export interface AreaPart {
  readonly side: string;
  /** The place of its first number in `triangles`, and how many there are. */
  readonly first: number;
  readonly count: number;
}

/** How a piece of line is drawn. */
export const LINE_KINDS = ["front", "inferred", "quiet"] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** Straight pieces, five numbers each: x and y of both ends, and how far along its course the piece begins. */
export type LineMesh = Readonly<Record<LineKind, Float32Array>>;

/** Areas with their `side`. */
export function meshAreas({ features }: FeatureCollection, [originX, originY]: MercatorPoint): AreaMesh {
  const corners: number[] = [];
  const triangles: number[] = [];
  const parts = features.map(({ geometry, properties }): AreaPart => {
    const first = triangles.length;
    for (const polygon of listPolygons(geometry as Polygon | MultiPolygon)) {
      const mesh = triangulate(polygon);
      const base = corners.length / 2;
      for (const [index, value] of mesh.corners.entries()) {
        corners.push(value - (index % 2 === 0 ? originX : originY));
      }
      for (const corner of mesh.triangles) triangles.push(base + corner);
    }
    return { side: String(properties?.["side"]), first, count: triangles.length - first };
  });
  return { corners: Float32Array.from(corners), triangles: Uint32Array.from(triangles), parts };
}

/** Lines with `kind` and `basis`; `isKept` tells of each straight piece whether it is wanted. */
export function meshLines(
  { features }: FeatureCollection,
  [originX, originY]: MercatorPoint,
  isKept: (start: Position, end: Position) => boolean = () => true,
): LineMesh {
  const pieces: Record<LineKind, number[]> = { front: [], inferred: [], quiet: [] };
  for (const { geometry, properties } of features) {
    const isFront = properties?.["kind"] === "front";
    const kind = !isFront ? "quiet" : properties?.["basis"] === "inferred" ? "inferred" : "front";
    for (const course of listCourses(geometry as LineString | MultiLineString)) {
      let along = 0;
      for (const [index, end] of course.entries()) {
        const start = course[index - 1];
        if (!start) continue;
        const [ax, ay] = projectMercator([start[0] ?? 0, start[1] ?? 0]);
        const [bx, by] = projectMercator([end[0] ?? 0, end[1] ?? 0]);
        if (isKept(start, end))
          pieces[kind].push(ax - originX, ay - originY, bx - originX, by - originY, along);
        along += Math.hypot(bx - ax, by - ay);
      }
    }
  }
  return {
    front: Float32Array.from(pieces.front),
    inferred: Float32Array.from(pieces.inferred),
    quiet: Float32Array.from(pieces.quiet),
  };
}

function listCourses(geometry: LineString | MultiLineString): Position[][] {
  return geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
}
