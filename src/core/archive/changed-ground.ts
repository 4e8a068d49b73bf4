import earcut, { flatten } from "earcut";
import {
  type AreaGeometry,
  isInside,
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
