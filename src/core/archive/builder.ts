import { type ArchiveLayer, type LinkTable, type Phase, type Remainder, UNITS_PER_DEGREE } from "./tables.ts";
import { type ControlArchive, openArchive } from "./control-archive.ts";
import type { ControlArea, FrontLine } from "../records.ts";
import { type AreaGeometry, listPolygons } from "../geometry.ts";
import { append, createGrowingInts, type GrowingInts, reserve, toInt32Array } from "./growing-ints.ts";
import { createVertexPool } from "./vertex-pool.ts";

type Course = readonly (readonly number[])[];
type AreaShape = Pick<ControlArea, "side" | "geometry">;
type LineShape = Pick<FrontLine, "basis" | "between" | "geometry">;

interface WoundCourse {
  readonly course: Course;
  /** A ring that shall run counter-clockwise (1) or clockwise (-1), or a line (0). */
  readonly winding: 1 | -1 | 0;
}

export interface ArchiveBuilder {
  /**
   * Adds what is known of the days `[from, to)`, which must come after all days added before. Rings may run either way
   * round and start anywhere. Positions are rounded to 1e-7 degree; what is then no ring or line any more is left out.
   *
   * @throws RangeError if the days are none, or do not come after those before.
   */
  readonly addPhase: (days: Phase, areas: readonly AreaShape[], lines?: readonly LineShape[]) => void;
  /** What it has so far. */
  readonly size: () => { readonly phases: number; readonly vertices: number; readonly links: number };
  readonly build: (remainder?: Remainder) => ControlArchive;
}

/** A layer while it grows. */
interface OpenLayer {
  readonly kind: ArchiveLayer;
  /** By vertex: the number, plus one, of the link that leaves it; 0 for none. */
  readonly leaving: GrowingInts;
  /** The links there are. */
  readonly alive: GrowingInts;
}

/**
 * Builds an archive day by day. Only what differs from the day before is stored, so memory grows with the changes;
 * time grows with the vertices read, but a vertex that follows the same one as the day before needs no search.
 */
export function createArchiveBuilder(): ArchiveBuilder {
  const phases: Phase[] = [];
  const layers = new Map<string, OpenLayer>();
  const pool = createVertexPool();
  const scratch = { lngs: createGrowingInts(), lats: createGrowingInts() };
  const links = {
    from: createGrowingInts(),
    to: createGrowingInts(),
    layer: createGrowingInts(),
    born: createGrowingInts(),
    died: createGrowingInts(),
    /** The pass in which the link was last met: each layer of each phase is a pass of its own. */
    met: createGrowingInts(),
  };
  let pass = 0;

  /** Rounds a course into `scratch`, leaving out repeated positions, and gives how many remain. */
  function round(course: Course): number {
    reserve(scratch.lngs, course.length);
    reserve(scratch.lats, course.length);
    const [lngs, lats] = [scratch.lngs.values, scratch.lats.values];
    let count = 0;
    // By index: taking a position apart by its iterator costs several times as much, millions of times.
    for (const position of course) {
      const lng = Math.round((position[0] ?? 0) * UNITS_PER_DEGREE);
      const lat = Math.round((position[1] ?? 0) * UNITS_PER_DEGREE);
      if (count > 0 && lngs[count - 1] === lng && lats[count - 1] === lat) continue;
      lngs[count] = lng;
      lats[count++] = lat;
    }
    return count;
  }

  /** Adds a ring, the wrong way round if its `winding` is not the one wanted, or a line (`winding` 0) as it runs. */
  function addCourse(layer: OpenLayer, number: number, { course, winding }: WoundCourse): void {
    let count = round(course);
    const [lngs, lats] = [scratch.lngs.values, scratch.lats.values];
    const isClosed = lngs[0] === lngs[count - 1] && lats[0] === lats[count - 1];
    if (winding !== 0 && isClosed) count -= 1;
    if (count < (winding === 0 ? 2 : 3)) return;
    const isReversed = winding !== 0 && findWinding(lngs, lats, count) * winding < 0;
    let first = -1;
    let before = -1;
    for (let step = 0; step < count; step++) {
      const index = isReversed ? count - 1 - step : step;
      const known = before < 0 ? -1 : (layer.leaving.values[before] ?? 0) - 1;
      const expected = known < 0 ? -1 : (links.to.values[known] ?? -1);
      const vertex = pool.use(lngs[index] ?? 0, lats[index] ?? 0, pass, expected);
      if (before < 0) first = vertex;
      else meet(layer, number, before, vertex);
      before = vertex;
    }
    if (winding !== 0) meet(layer, number, before, first);
  }

  /** Marks the link between two vertices as there, making it if need be. */
  function meet(layer: OpenLayer, number: number, before: number, vertex: number): void {
    const { leaving } = layer;
    const known = (leaving.values[before] ?? 0) - 1;
    if (known >= 0 && links.to.values[known] === vertex) {
      links.met.values[known] = pass;
      return;
    }
    append(links.from, before);
    append(links.to, vertex);
    append(links.layer, number);
    append(links.born, phases.length);
    append(links.died, -1);
    const link = append(links.met, pass);
    reserve(leaving, before + 1);
    leaving.values[before] = link + 1;
    append(layer.alive, link);
  }

  /** Ends the links that the pass did not meet, and tells whether there were any. */
  function endUnmet(layer: OpenLayer): boolean {
    const { values, length } = layer.alive;
    let count = 0;
    for (let index = 0; index < length; index++) {
      const link = values[index] ?? 0;
      if (links.met.values[link] === pass) {
        values[count++] = link;
        continue;
      }
      links.died.values[link] = phases.length;
      const vertex = links.from.values[link] ?? 0;
      if (layer.leaving.values[vertex] === link + 1) layer.leaving.values[vertex] = 0;
    }
    layer.alive.length = count;
    return count < length;
  }

  /** The layer of a kind, made if need be: layers are numbered in the order in which they first appear. */
  function openLayer(kind: ArchiveLayer): OpenLayer {
    const name = kind.kind === "area" ? `area ${kind.side}` : `line ${kind.basis} ${kind.between.join(" ")}`;
    const known = layers.get(name);
    if (known) return known;
    const layer = { kind, leaving: createGrowingInts(), alive: createGrowingInts() };
    layers.set(name, layer);
    return layer;
  }

  function addPhase(days: Phase, areas: readonly AreaShape[], lines: readonly LineShape[] = []): void {
    const last = phases.at(-1);
    if (days.from >= days.to) throw new RangeError(`No days from ${days.from} to ${days.to}`);
    if (last && days.from < last.to) throw new RangeError(`${days.from} does not come after ${last.to}`);
    const courses = new Map<OpenLayer, WoundCourse[]>();
    const add = (layer: OpenLayer, added: readonly WoundCourse[]) => {
      courses.set(layer, [...(courses.get(layer) ?? []), ...added]);
    };
    for (const { side, geometry } of areas) add(openLayer({ kind: "area", side }), windRings(geometry));
    for (const { basis, between, geometry } of lines) {
      const parts = geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
      const layer = openLayer({ kind: "line", basis, between });
      add(
        layer,
        parts.map((course) => ({ course, winding: 0 })),
      );
    }
    const linksBefore = links.from.length;
    let hasEnded = false;
    let number = 0;
    for (const layer of layers.values()) {
      pass += 1;
      for (const course of courses.get(layer) ?? []) addCourse(layer, number, course);
      hasEnded = endUnmet(layer) || hasEnded;
      number += 1;
    }
    const isSame = !hasEnded && links.from.length === linksBefore;
    if (last && isSame && last.to === days.from) phases[phases.length - 1] = { from: last.from, to: days.to };
    else phases.push(days);
  }

  /** The links in order of layer; within a layer they were made in order of birth. */
  function toLinkTable(): LinkTable {
    const count = links.from.length;
    const order = Array.from({ length: count }, (_, link) => link).sort(
      (a, b) => (links.layer.values[a] ?? 0) - (links.layer.values[b] ?? 0) || a - b,
    );
    const pick = ({ values }: GrowingInts) => Int32Array.from(order, (link) => values[link] ?? 0);
    return {
      from: pick(links.from),
      to: pick(links.to),
      layer: Uint16Array.from(order, (link) => links.layer.values[link] ?? 0),
      born: pick(links.born),
      died: pick(links.died).map((phase) => (phase < 0 ? phases.length : phase)),
    };
  }

  return {
    addPhase,
    size: () => ({ phases: phases.length, vertices: pool.lngs.length, links: links.from.length }),
    build(remainder) {
      const tables = {
        phases: [...phases],
        layers: [...layers.values()].map(({ kind }) => kind),
        vertices: { lngs: toInt32Array(pool.lngs), lats: toInt32Array(pool.lats) },
        links: toLinkTable(),
      };
      return openArchive(tables, remainder);
    },
  };
}

/** Each ring with the way it shall run: ground counter-clockwise, holes clockwise (RFC 7946). */
function windRings(geometry: AreaGeometry): WoundCourse[] {
  return listPolygons(geometry).flatMap((rings) =>
    rings.map((course, index) => ({ course, winding: index === 0 ? (1 as const) : (-1 as const) })),
  );
}

/** Positive if the first `count` positions run counter-clockwise, negative if clockwise. */
function findWinding(lngs: Int32Array, lats: Int32Array, count: number): number {
  const [originLng, originLat] = [lngs[0] ?? 0, lats[0] ?? 0];
  let sum = 0;
  let ax = 0;
  let ay = 0;
  for (let index = 1; index < count; index++) {
    const bx = (lngs[index] ?? 0) - originLng;
    const by = (lats[index] ?? 0) - originLat;
    sum += ax * by - bx * ay;
    ax = bx;
    ay = by;
  }
  return sum;
}
