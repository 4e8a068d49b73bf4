import { countFirst } from "../count-first.ts";
import { orient2d } from "robust-predicates";
import { isInside, type Position } from "../geometry.ts";
import type { ControlArchive } from "./control-archive.ts";
import { type ArchiveTables, UNITS_PER_DEGREE } from "./tables.ts";

/** Who holds each of many places in one phase, which may be moved through time. */
export interface FollowedSides {
  /**
   * Moves to a phase by its index, -1 for a missing day, when nobody holds anything. Gives the indices of the places about
   * which any link has come or gone on the way: no other place has another side than before.
   */
  readonly moveTo: (phase: number) => ReadonlySet<number>;
  /** The side that holds a place, by its index, in the phase moved to last; `undefined` outside all areas. */
  readonly findSide: (place: number) => string | undefined;
}

/**
 * Follows who holds each place from nothing but the links that come or go.
 *
 * A place lies in a side's ground if the side's rings wind around it once (counter-clockwise ground, clockwise holes)
 * or if it lies on an edge. Each link that comes winds once more, and each that goes once less, around the places that
 * see it on a line due east; those are found by their latitude. Signs are exact (Shewchuk's predicates). A place wound
 * about in any other way lies where areas of one side overlap or a ring crosses itself: there Turf decides, ring by ring.
 */
export function followSides(archive: ControlArchive, places: readonly Position[]): FollowedSides {
  const { tables, phases, remainder } = archive;
  const belt = createBelt(places);
  const windings = tables.layers.flatMap((layer, number) =>
    layer.kind === "area" ? [{ side: layer.side, number, ...createWindings(places.length) }] : [],
  );
  const windingsOf = new Map(windings.map((layer) => [layer.number, layer]));
  const linksOf = sortByPhase(tables);
  let remaining: readonly (string | undefined)[] | undefined;
  /** The phase whose links are wound; what is asked for may be a missing day besides. */
  let wound = -1;
  let asked = -1;

  /** Winds what comes and unwinds what goes at the start of a phase, or the other way round. */
  function cross(phase: number, isForwards: boolean, touched: Set<number>): void {
    for (const link of linksOf(phase)) {
      const layer = windingsOf.get(tables.links.layer[link] ?? -1);
      // A link of the phase that is not born in it ends in it.
      const comes = (tables.links.born[link] === phase) === isForwards;
      if (layer) wind(layer, belt, locateLink(tables, link), comes ? 1 : -1, touched);
    }
  }

  function listRemaining(): readonly (string | undefined)[] {
    remaining ??= places.map((position) =>
      remainder && isInside(position, remainder.theatre) ? remainder.side : undefined,
    );
    return remaining;
  }

  return {
    moveTo(phase) {
      const touched = new Set<number>();
      const isOther = phase < 0 !== asked < 0;
      asked = phase;
      if (phase < 0 || isOther) for (const place of places.keys()) touched.add(place);
      if (phase < 0) return touched;
      while (wound < phase) cross(++wound, true, touched);
      while (wound > phase) cross(wound--, false, touched);
      return touched;
    },
    findSide(place) {
      const day = phases[asked]?.from;
      if (day === undefined) return undefined;
      for (const { side, around, along } of windings) {
        const winding = around[place] ?? 0;
        if (winding === 1 || (along[place] ?? 0) > 0) return side;
        if (winding === 0) continue;
        const area = archive.listAreas(day).find((candidate) => candidate.side === side);
        const position = places[place];
        if (area && position && isInside(position, area.geometry)) return side;
      }
      return listRemaining()[place];
    },
  };
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

function createBelt(places: readonly Position[]): Belt {
  const latOf = (place: number) => places[place]?.[1] ?? 0;
  const order = Int32Array.from(places.keys()).sort((a, b) => latOf(a) - latOf(b));
  return {
    lngs: Float64Array.from(order, (place) => places[place]?.[0] ?? 0),
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
  return countFirst(values.length, (index) => (values[index] ?? 0) < wanted);
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
