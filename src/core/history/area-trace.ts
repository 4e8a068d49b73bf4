import { orient2d } from "robust-predicates";
import { type ArchiveTables, UNITS_PER_DEGREE } from "../archive/tables.ts";
import type { ControlArchive } from "../archive/control-archive.ts";
import type { Day } from "../day.ts";
import { isInside, type Position } from "../geometry.ts";

/** A place whose side is asked for, day by day. */
export interface Located {
  readonly id: string;
  readonly position: Position;
}

/** A place lying in another side's area than before. `undefined`: outside all areas. */
export interface AreaChange {
  /** The first day on which the new side is known to hold the place. */
  readonly day: Day;
  /** The first day on which it can have changed: earlier than `day` if days right before it are missing. */
  readonly firstDay: Day;
  readonly settlement: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** What the areas alone tell of each place. */
export interface AreaTrace {
  /** Id of the place to id of its side on the first known day; `undefined` outside all areas. */
  readonly initialSides: ReadonlyMap<string, string | undefined>;
  /** In order of day, then in the order of the places. */
  readonly changes: readonly AreaChange[];
}

/**
 * Who holds each place at first, and every change since, from nothing but the links that came or went.
 *
 * A place lies in a side's ground if the side's rings wind around it once (counter-clockwise ground, clockwise holes)
 * or if it lies on an edge. Each link that comes winds once more, and each that goes once less, around the places that
 * see it on a line due east; those are found by their latitude. Signs are exact (Shewchuk's predicates). So the time
 * grows with the changes, not with days times places times vertices. A place wound about in any other way lies where
 * areas of one side overlap or a ring crosses itself: there Turf decides, ring by ring.
 *
 * Nothing is told about missing days: a change across them carries the days within which it happened.
 */
export function traceAreas(archive: ControlArchive, places: readonly Located[]): AreaTrace {
  const { tables, phases, remainder } = archive;
  const belt = createBelt(places);
  const windings = tables.layers.flatMap((layer, number) =>
    layer.kind === "area" ? [{ side: layer.side, number, ...createWindings(places.length) }] : [],
  );
  const windingsOf = new Map(windings.map((layer) => [layer.number, layer]));
  const remaining = places.map(({ position }) =>
    remainder && isInside(position, remainder.theatre) ? remainder.side : undefined,
  );

  function findHolder(place: number, day: Day): string | undefined {
    for (const { side, around, along } of windings) {
      const winding = around[place] ?? 0;
      if (winding === 1 || (along[place] ?? 0) > 0) return side;
      if (winding === 0) continue;
      const area = archive.listAreas(day).find((candidate) => candidate.side === side);
      const position = places[place]?.position;
      if (area && position && isInside(position, area.geometry)) return side;
    }
    return remaining[place];
  }

  const linksOf = sortByPhase(tables);
  const holders: (string | undefined)[] = [];
  const changes: AreaChange[] = [];
  for (const [number, phase] of phases.entries()) {
    const touched = new Set<number>();
    for (const link of linksOf(number)) {
      const layer = windingsOf.get(tables.links.layer[link] ?? -1);
      // A link of the phase that is not born in it ends in it.
      if (layer)
        wind(layer, belt, locateLink(tables, link), tables.links.born[link] === number ? 1 : -1, touched);
    }
    const before = phases[number - 1];
    if (!before) {
      for (const place of places.keys()) holders.push(findHolder(place, phase.from));
      continue;
    }
    for (const place of [...touched].toSorted((a, b) => a - b)) {
      const [from, to] = [holders[place], findHolder(place, phase.from)];
      const settlement = places[place]?.id;
      if (from === to || settlement === undefined) continue;
      holders[place] = to;
      changes.push({ day: phase.from, firstDay: before.to, settlement, from, to });
    }
  }
  return { initialSides: undoChanges(places, holders, changes), changes };
}

/** Who held each place before all changes. */
function undoChanges(
  places: readonly Located[],
  holders: readonly (string | undefined)[],
  changes: readonly AreaChange[],
): ReadonlyMap<string, string | undefined> {
  const initialSides = new Map(places.map(({ id }, place) => [id, holders[place]]));
  for (const { settlement, from } of changes.toReversed()) initialSides.set(settlement, from);
  return initialSides;
}

/** How a side's ground lies about each place. */
interface Windings {
  /** How often its rings run around the place. */
  readonly around: Int32Array;
  /** On how many of its links the place lies. */
  readonly along: Int32Array;
}

function createWindings(count: number): Windings {
  return { around: new Int32Array(count), along: new Int32Array(count) };
}

/** Places in order of latitude, for finding those beside a link. */
interface Belt {
  readonly lngs: Float64Array;
  readonly lats: Float64Array;
  /** The index of each among the places as given. */
  readonly places: Int32Array;
}

function createBelt(places: readonly Located[]): Belt {
  const latOf = (place: number) => places[place]?.position[1] ?? 0;
  const order = Int32Array.from(places.keys()).sort((a, b) => latOf(a) - latOf(b));
  return {
    lngs: Float64Array.from(order, (place) => places[place]?.position[0] ?? 0),
    lats: Float64Array.from(order, latOf),
    places: order,
  };
}

interface Segment {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
}

function locateLink({ links, vertices: { lngs, lats } }: ArchiveTables, link: number): Segment {
  const [from, to] = [links.from[link] ?? 0, links.to[link] ?? 0];
  return {
    ax: (lngs[from] ?? 0) / UNITS_PER_DEGREE,
    ay: (lats[from] ?? 0) / UNITS_PER_DEGREE,
    bx: (lngs[to] ?? 0) / UNITS_PER_DEGREE,
    by: (lats[to] ?? 0) / UNITS_PER_DEGREE,
  };
}

/** Adds (`times` 1) or takes away (-1) what one link winds around the places west of it and on it. */
function wind(windings: Windings, belt: Belt, segment: Segment, times: 1 | -1, touched: Set<number>): void {
  const { ax, ay, bx, by } = segment;
  const [south, north] = ay < by ? [ay, by] : [by, ay];
  const [west, east] = ax < bx ? [ax, bx] : [bx, ax];
  for (let index = findFirst(belt.lats, south); index < belt.lats.length; index++) {
    const lat = belt.lats[index] ?? 0;
    if (lat > north) break;
    const lng = belt.lngs[index] ?? 0;
    if (lng > east) continue;
    const place = belt.places[index] ?? 0;
    // Positive where the place lies to the left of the link as it runs.
    const orientation = lng < west ? by - ay : -orient2d(ax, ay, bx, by, lng, lat);
    if (orientation === 0 && lng >= west) windings.along[place] = (windings.along[place] ?? 0) + times;
    // The upper end belongs to the next link, so that a ring is met once where two of its links join.
    else if (lat < north && orientation > 0 === by > ay) {
      windings.around[place] = (windings.around[place] ?? 0) + (by > ay ? times : -times);
    } else continue;
    touched.add(place);
  }
}

/** The first index whose value is at least `wanted`, in an ascending list. */
function findFirst(values: Float64Array, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Gives the links that come or go at the start of a phase. */
function sortByPhase({ links, phases }: ArchiveTables): (phase: number) => Int32Array {
  const { born, died } = links;
  const starts = new Int32Array(phases.length + 2);
  for (const list of [born, died]) for (const phase of list) starts[phase + 1] = (starts[phase + 1] ?? 0) + 1;
  for (let phase = 1; phase < starts.length; phase++) {
    starts[phase] = (starts[phase] ?? 0) + (starts[phase - 1] ?? 0);
  }
  const sorted = new Int32Array(born.length * 2);
  const ends = starts.slice();
  for (const list of [born, died]) {
    for (let link = 0; link < list.length; link++) {
      const phase = list[link] ?? 0;
      const at = ends[phase] ?? 0;
      sorted[at] = link;
      ends[phase] = at + 1;
    }
  }
  return (phase) => sorted.subarray(starts[phase], starts[phase + 1]);
}
