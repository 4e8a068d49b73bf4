import earcut, { flatten } from "earcut";
import {
  type AreaGeometry,
  isInside,
  listPolygons,
  type PolygonRings,
  type Position,
  toAreaGeometry,
} from "../geometry.ts";
import {
  cancelOpposites,
  type Edge,
  followEdges,
  partByWinding,
  type Point,
  untangle,
} from "./plane-edges.ts";
import { measureSignedArea, type Ring } from "./rings.ts";
import { numberSpots } from "./spots.ts";
import { type ArchiveTables, UNITS_PER_DEGREE } from "./tables.ts";

/** Polygons in degrees, each an outline (counter-clockwise) and its holes (clockwise). */
export type Patches = readonly (readonly Ring[])[];

export interface ChangedGround {
  readonly gained: Patches;
  readonly lost: Patches;
}

/**
 * The ground that layers (their numbers; their areas must not overlap) have in phase `after` and not in `before`, and the
 * other way round.
 *
 * Only links that are in one of the two phases matter. Those of `after`, and those of `before` turned round, make up
 * closed rings that wind around a point of gained ground once counter-clockwise, around one of lost ground once
 * clockwise, and around no other. So the cost grows with what has changed and not with the length of the front.
 */
export function findChangedGround(
  tables: ArchiveTables,
  layers: readonly number[],
  before: number,
  after: number,
): ChangedGround {
  const changed = cancelOpposites(listChangedEdges(tables, layers, before, after));
  const { left, right } = partByWinding(cancelOpposites(untangle(changed)));
  const reversed = right.map(({ from, to }) => ({ from: to, to: from }));
  return { gained: drawPatches(left), lost: drawPatches(reversed) };
}

/**
 * What of `ground` lies outside `taken`, to the grain of the archive; `undefined` if nothing does. Polygons of `taken`
 * may overlap each other, those of `ground` may not.
 */
export function cutGround(ground: AreaGeometry, taken: AreaGeometry): AreaGeometry | undefined {
  const points = new Map<string, Point>();
  const edges = [...drawEdges(ground, true, points), ...drawEdges(taken, false, points)];
  const { left } = partByWinding(cancelOpposites(untangle(cancelOpposites(edges))));
  const patches = drawPatches(left);
  return patches.length === 0 ? undefined : toAreaGeometry(patches.map((rings) => [...rings]));
}

/** In units of the archive, the ground on the left of each edge, or else on its right. */
function drawEdges(ground: AreaGeometry, isLeft: boolean, points: Map<string, Point>): Edge[] {
  const pointAt = ([lng = 0, lat = 0]: readonly number[]) => {
    const [x, y] = [Math.round(lng * UNITS_PER_DEGREE), Math.round(lat * UNITS_PER_DEGREE)];
    const point = points.get(`${x} ${y}`) ?? { x, y };
    points.set(`${x} ${y}`, point);
    return point;
  };
  return listPolygons(ground).flatMap((rings) =>
    rings.flatMap((ring, number) => {
      const isOutline = number === 0;
      const course = (measureSignedArea(ring) > 0 === (isOutline === isLeft) ? ring : ring.toReversed()).map(
        pointAt,
      );
      return course.slice(1).map((to, index) => ({ from: course[index] ?? to, to }));
    }),
  );
}

/** The ground on the left of the edges. */
function drawPatches(edges: readonly Edge[]): Patches {
  return nestRings(followEdges(edges).map((ring) => ring.map(toDegrees)));
}

/** In units of the archive; those of `before` turned round. */
function listChangedEdges(
  tables: ArchiveTables,
  layers: readonly number[],
  before: number,
  after: number,
): Edge[] {
  const { links, vertices } = tables;
  const spots = numberSpots(tables);
  const points = new Map<number, Point>();
  const pointAt = (vertex: number) => {
    const spot = spots[vertex] ?? 0;
    const known = points.get(spot) ?? { x: vertices.lngs[spot] ?? 0, y: vertices.lats[spot] ?? 0 };
    points.set(spot, known);
    return known;
  };
  const edges: Edge[] = [];
  for (let link = 0; link < links.layer.length; link++) {
    if (!layers.includes(links.layer[link] ?? -1)) continue;
    const [born, died] = [links.born[link] ?? 0, links.died[link] ?? 0];
    const [wasThere, isThere] = [born <= before && before < died, born <= after && after < died];
    if (wasThere === isThere) continue;
    const [from, to] = [pointAt(links.from[link] ?? 0), pointAt(links.to[link] ?? 0)];
    edges.push(isThere ? { from, to } : { from: to, to: from });
  }
  return edges;
}

function toDegrees({ x, y }: Point): readonly [lng: number, lat: number] {
  return [x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE];
}

/** Polygons from rings that do not cross: a ring inside an even number of others is an outline, any other a hole. */
function nestRings(rings: readonly Ring[]): Ring[][] {
  const measured = rings
    .map((ring) => ({ ring, area: Math.abs(measureSignedArea(ring)) }))
    .filter(({ area }) => area > 0)
    .toSorted((one, other) => other.area - one.area);
  const placed: { readonly outline: AreaGeometry; readonly isGround: boolean; readonly parts: Ring[] }[] = [];
  for (const { ring } of measured) {
    // Rings may touch in all of their vertices, so none of these can tell.
    const inner = findInnerPoint([ring]);
    const around = placed.filter(({ outline }) => isInside(inner, outline));
    const isGround = around.length % 2 === 0;
    const parts = isGround ? [orient(ring, true)] : (around.at(-1)?.parts ?? []);
    if (!isGround) parts.push(orient(ring, false));
    placed.push({ outline: toAreaGeometry([[ring]]), isGround, parts });
  }
  return placed.filter(({ isGround }) => isGround).map(({ parts }) => parts);
}

function orient(ring: Ring, isCounterClockwise: boolean): Ring {
  return measureSignedArea(ring) > 0 === isCounterClockwise ? ring : ring.toReversed();
}

/** A point well inside a polygon: the middle of its largest triangle. */
export function findInnerPoint(patch: PolygonRings): Position {
  const { vertices, holes, dimensions } = flatten(
    patch.map((ring) => ring.slice(1).map((point) => [...point])),
  );
  const triangles = earcut(vertices, holes, dimensions);
  const cornerOf = (index: number): Position => {
    const vertex = (triangles[index] ?? 0) * dimensions;
    return [vertices[vertex] ?? 0, vertices[vertex + 1] ?? 0];
  };
  let best: { readonly area: number; readonly middle: Position } | undefined;
  for (let index = 0; index < triangles.length; index += 3) {
    const [a, b, c] = [cornerOf(index), cornerOf(index + 1), cornerOf(index + 2)];
    const area = Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]));
    if (best && best.area >= area) continue;
    best = { area, middle: [(a[0] + b[0] + c[0]) / 3, (a[1] + b[1] + c[1]) / 3] };
  }
  const [lng = 0, lat = 0] = patch[0]?.[0] ?? [];
  return best?.middle ?? [lng, lat];
}
