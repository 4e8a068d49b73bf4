import type { ControlArea } from "./dataset.ts";
import type { Day } from "./day.ts";
import {
  type AreaGeometry,
  type Bounds,
  isInBounds,
  isInside,
  listRings,
  type Position,
} from "./geometry.ts";

/** Anything valid on every day of the half-open interval `[from, to)`. */
export interface Dated {
  readonly from: Day;
  readonly to: Day;
}

/** The records in force on `day`, in their given order. The day `to` itself is no longer part of a record. */
export function listInForce<Item extends Dated>(items: readonly Item[], day: Day): Item[] {
  return items.filter((item) => item.from <= day && day < item.to);
}

/**
 * The side whose area holds `position`, or `undefined` where no area lies.
 *
 * An edge belongs to the area, so a point exactly on a border lies in both; the first in the given order wins.
 */
export function findSideAt(position: Position, areasInForce: readonly ControlArea[]): string | undefined {
  return areasInForce.find((area) => isInside(position, area.geometry))?.side;
}

/** A place whose side is asked for, day by day. */
export interface Located {
  readonly id: string;
  readonly position: Position;
}

/** The side of each place on one day: id of the place to id of the side, `undefined` outside all areas. */
export type Holders = ReadonlyMap<string, string | undefined>;

/**
 * The side of every place on each of `days`, which must ascend but may leave days out.
 *
 * A place can only change sides inside the box around the edges that differ from the last day asked for, so only
 * the places in that box are tested again (by Turf). Edges are compared without direction, so a ring that is wound
 * the other way or starts elsewhere counts as unchanged. Days on which nothing changed share one map.
 */
export function traceHolders(
  areas: readonly ControlArea[],
  places: readonly Located[],
  days: readonly Day[],
): Holders[] {
  const traced: Holders[] = [];
  let previousAreas: ControlArea[] = [];
  let holders: Holders = new Map(places.map((place) => [place.id, undefined]));
  for (const day of days) {
    const inForce = listInForce(areas, day);
    const changed = boundChangedEdges(previousAreas, inForce);
    if (changed) {
      const next = new Map(holders);
      for (const { id, position } of places) {
        if (isInBounds(position, changed)) next.set(id, findSideAt(position, inForce));
      }
      holders = next;
    }
    traced.push(holders);
    previousAreas = inForce;
  }
  return traced;
}

/** A straight piece of some ring, with the side whose area it bounds. */
interface Edge {
  readonly side: string;
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
}

/**
 * The box around every edge that belongs to `before` or `after` but not to both under the same side;
 * `undefined` if there is none. Order matters only where areas overlap, and then the whole overlap is in the box of
 * the area that moved.
 */
function boundChangedEdges(
  before: readonly ControlArea[],
  after: readonly ControlArea[],
): Bounds | undefined {
  const staying = new Set(after.filter((area) => before.includes(area)));
  const unmatched = new Map<number, Edge[]>();
  for (const area of [...before, ...after]) {
    if (!staying.has(area)) toggleEdges(unmatched, area.side, area.geometry);
  }
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const edges of unmatched.values()) {
    for (const { ax, ay, bx, by } of edges) {
      west = Math.min(west, ax, bx);
      south = Math.min(south, ay, by);
      east = Math.max(east, ax, bx);
      north = Math.max(north, ay, by);
    }
  }
  return west <= east ? [west, south, east, north] : undefined;
}

/**
 * Adds each edge of the area that is not there and takes out each that is, either way round.
 *
 * The key only finds candidates (numbers hash several times faster than texts): it is the same for both directions,
 * and edges that happen to share it are told apart by their coordinates.
 */
function toggleEdges(unmatched: Map<number, Edge[]>, side: string, geometry: AreaGeometry): void {
  for (const ring of listRings(geometry)) {
    for (let index = 1; index < ring.length; index++) {
      const [ax = 0, ay = 0] = ring[index - 1] ?? [];
      const [bx = 0, by = 0] = ring[index] ?? [];
      const key = (ax + bx) * 7919 + (ay + by);
      const candidates = unmatched.get(key);
      const same = candidates?.findIndex(
        (edge) =>
          edge.side === side &&
          ((edge.ax === ax && edge.ay === ay && edge.bx === bx && edge.by === by) ||
            (edge.ax === bx && edge.ay === by && edge.bx === ax && edge.by === ay)),
      );
      if (!candidates || same === undefined) unmatched.set(key, [{ side, ax, ay, bx, by }]);
      else if (same < 0) candidates.push({ side, ax, ay, bx, by });
      else candidates.splice(same, 1);
    }
  }
}
