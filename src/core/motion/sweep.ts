import { findInnerPoint } from "../archive/changed-ground.ts";
import type { ControlArchive } from "../archive/control-archive.ts";
import { UNITS_PER_DEGREE } from "../archive/tables.ts";
import type { Atlas } from "../atlas.ts";
import { addDays, type Day } from "../day.ts";
import { listPolygons, type PolygonRings } from "../geometry.ts";
import { type MercatorPoint, projectMercator } from "../mercator.ts";
import { findGains, findVacated } from "../measure/gains.ts";
import { createSegmentNames } from "../measure/segments.ts";
import { rememberBetweenPhases } from "../remember.ts";
import { refine, triangulate, type TriangleMesh } from "./triangles.ts";

/** A piece of ground that one side takes from another between two days. */
export interface SweptPatch extends TriangleMesh {
  /** Who has it at the beginning, and who at the end; `undefined`: nobody that is known. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /**
   * Of each corner, at which share of the way (0 to 1) the moving line passes it: 0 on the old line, 1 on the new one, and
   * between them by the distances to both.
   */
  readonly shares: readonly number[];
}

/** How many edges of small triangles go into the longer side of a patch's box. */
const FINENESS = 14;

/**
 * The ground that changes hands between the end of the day before and that of `day`, made ready to be swept. What is in
 * between is drawn and not known: no source tells of it. At share 0 it is exactly the ground of the day before, at 1
 * exactly that of `day`.
 */
export const findSweep = rememberBetweenPhases((atlas: Atlas, day: Day): readonly SweptPatch[] => {
  const { control } = atlas.dataset;
  const eve = addDays(day, -1);
  const [then, now] = [control.findPhase(eve), control.findPhase(day)];
  if (then < 0 || now < 0 || then === now) return [];
  const classify = createLineTest(control, then, now);
  const moved = [
    ...findGains(control, eve, day).flatMap(({ side, geometry }) =>
      listPolygons(geometry).map((polygon) => ({ to: side, polygon })),
    ),
    ...findVacated(control, eve, day).map((polygon) => ({ to: undefined, polygon })),
  ];
  return moved.map(({ to, polygon }) => ({
    to,
    from: control.findSide(findInnerPoint(polygon), eve),
    ...drawShares(polygon, classify),
  }));
});

type Line = "old" | "new" | "still";
type Segment = readonly [MercatorPoint, MercatorPoint];

function drawShares(
  polygon: PolygonRings,
  classify: (start: readonly number[], end: readonly number[]) => Line,
): TriangleMesh & { readonly shares: readonly number[] } {
  const [old, coming]: [Segment[], Segment[]] = [[], []];
  for (const ring of polygon) {
    for (const [index, end] of ring.entries()) {
      const start = ring[index - 1];
      const line = start && classify(start, end);
      if (line === "old") old.push([project(start ?? end), project(end)]);
      else if (line === "new") coming.push([project(start ?? end), project(end)]);
    }
  }
  const coarse = triangulate(polygon);
  const mesh = refine(coarse, findSize(coarse) / FINENESS);
  const distances = Array.from({ length: mesh.corners.length / 2 }, (_, corner) => {
    const point = [mesh.corners[2 * corner] ?? 0, mesh.corners[2 * corner + 1] ?? 0] as const;
    return [measureTo(old, point), measureTo(coming, point)] as const;
  });
  return { ...mesh, shares: shareOut(distances) };
}

/** By the distances to the old and to the new line. Ground without one of them grows from its middle or shrinks to it. */
function shareOut(distances: readonly (readonly [old: number, coming: number])[]): number[] {
  const most = (of: 0 | 1) => distances.reduce((sum, found) => Math.max(sum, found[of]), 0);
  const [mostOld, mostComing] = [most(0), most(1)];
  if (mostOld === Infinity && mostComing === Infinity) return distances.map(() => 0.5);
  return distances.map(([old, coming]) => {
    if (mostOld === Infinity) return 1 - coming / (mostComing || 1);
    if (mostComing === Infinity) return old / (mostOld || 1);
    return old + coming === 0 ? 0.5 : old / (old + coming);
  });
}

function project([lng = 0, lat = 0]: readonly number[]): MercatorPoint {
  return projectMercator([lng, lat]);
}

function findSize({ corners }: TriangleMesh): number {
  const values = (axis: number) => corners.filter((_, index) => index % 2 === axis);
  const span = (axis: number) => {
    const [low, high] = values(axis).reduce(
      ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
      [Infinity, -Infinity],
    );
    return (high ?? 0) - (low ?? 0);
  };
  return Math.max(span(0), span(1));
}

/** Infinity without segments. */
function measureTo(segments: readonly Segment[], [x, y]: MercatorPoint): number {
  let least = Infinity;
  for (const [[ax, ay], [bx, by]] of segments) {
    const [dx, dy] = [bx - ax, by - ay];
    const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
    const share = Math.min(1, Math.max(0, along));
    const distance = (ax + share * dx - x) ** 2 + (ay + share * dy - y) ** 2;
    if (distance < least) least = distance;
  }
  return Math.sqrt(least);
}

/**
 * Tells of an edge of changed ground whether it is part of a border that goes, of one that comes, or of one that stays
 * where it is, as along a coast. Edges that were cut are told by the border that they lie on.
 */
function createLineTest(
  { tables: { links, vertices } }: ControlArchive,
  then: number,
  now: number,
): (start: readonly number[], end: readonly number[]) => Line {
  const nameSegment = createSegmentNames();
  const positionOf = (vertex: number) => [
    (vertices.lngs[vertex] ?? 0) / UNITS_PER_DEGREE,
    (vertices.lats[vertex] ?? 0) / UNITS_PER_DEGREE,
  ];
  const found = { old: new Map<number, Segment>(), new: new Map<number, Segment>() };
  for (let link = 0; link < links.layer.length; link++) {
    const [born, died] = [links.born[link] ?? 0, links.died[link] ?? 0];
    const [wasThere, isThere] = [born <= then && then < died, born <= now && now < died];
    if (wasThere === isThere) continue;
    const [start, end] = [positionOf(links.from[link] ?? 0), positionOf(links.to[link] ?? 0)];
    found[wasThere ? "old" : "new"].set(nameSegment(start, end), [project(start), project(end)]);
  }
  for (const name of [...found.old.keys()].filter((key) => found.new.has(key))) {
    found.old.delete(name);
    found.new.delete(name);
  }
  const [old, coming] = [[...found.old.values()], [...found.new.values()]];
  const known = new Set([...found.old.keys(), ...found.new.keys()]);
  return (start, end) => {
    const name = nameSegment(start, end);
    if (known.has(name)) return found.old.has(name) ? "old" : "new";
    const [[ax, ay], [bx, by]] = [project(start), project(end)];
    const middle = [(ax + bx) / 2, (ay + by) / 2] as const;
    const [toOld, toNew] = [measureTo(old, middle), measureTo(coming, middle)];
    // A thousandth of a metre or so: cut edges lie on what they were cut from.
    if (Math.min(toOld, toNew) > 1e-10) return "still";
    return toOld < toNew ? "old" : "new";
  };
}
