import { countFirst } from "../count-first.ts";
import type { LineString, MultiLineString } from "geojson";
import { type ArchiveTables, UNITS_PER_DEGREE } from "./tables.ts";
import { type AreaGeometry, toAreaGeometry } from "../geometry.ts";
import { groupRings, type Ring } from "./rings.ts";

/**
 * The ground of one layer in one phase; `undefined` if it has none. Rings start anywhere and are closed; ground runs
 * counter-clockwise, holes clockwise.
 */
export function assembleArea(tables: ArchiveTables, layer: number, phase: number): AreaGeometry | undefined {
  const polygons = groupRings(followLinks(tables, listLinks(tables, layer, phase)).rings);
  return polygons.length === 0 ? undefined : toAreaGeometry(polygons);
}

/** The lines of one layer in one phase; `undefined` if it has none. */
export function assembleLine(
  tables: ArchiveTables,
  layer: number,
  phase: number,
): LineString | MultiLineString | undefined {
  return toLineGeometry(followLinks(tables, listLinks(tables, layer, phase)).lines);
}

/** Courses as one geometry; `undefined` if there are none. */
export function toLineGeometry(courses: readonly Ring[]): LineString | MultiLineString | undefined {
  // GeoJSON's own types have no read-only form.
  const coordinates = courses as unknown as number[][][];
  const [only] = coordinates;
  if (!only) return undefined;
  return coordinates.length === 1
    ? { type: "LineString", coordinates: only }
    : { type: "MultiLineString", coordinates };
}

/** The numbers of the links of a layer that are there in a phase, ascending. */
export function listLinks({ links }: ArchiveTables, layer: number, phase: number): Int32Array {
  const { born, died } = links;
  const [start, end] = findLayer(links.layer, layer);
  const found = new Int32Array(end - start);
  let count = 0;
  for (let link = start; link < end && (born[link] ?? 0) <= phase; link++) {
    if ((died[link] ?? 0) > phase) found[count++] = link;
  }
  return found.subarray(0, count);
}

/** Where the links of a layer begin and end: they stand together. */
function findLayer(layers: Uint16Array, layer: number): readonly [number, number] {
  const firstOf = (wanted: number) => countFirst(layers.length, (index) => (layers[index] ?? 0) < wanted);
  return [firstOf(layer), firstOf(layer + 1)];
}

/** Chains of links, as closed rings and as open lines from their first vertex to their last. */
export function followLinks(
  { vertices, links }: ArchiveTables,
  chosen: Int32Array,
): { readonly rings: Ring[]; readonly lines: Ring[] } {
  // By vertex: where its link leads, plus one. Flat arrays are several times faster here than maps.
  const next = new Int32Array(vertices.lngs.length);
  const isEntered = new Uint8Array(vertices.lngs.length);
  for (const link of chosen) {
    next[links.from[link] ?? 0] = (links.to[link] ?? 0) + 1;
    isEntered[links.to[link] ?? 0] = 1;
  }
  const positionOf = (vertex: number): readonly [number, number] => [
    (vertices.lngs[vertex] ?? 0) / UNITS_PER_DEGREE,
    (vertices.lats[vertex] ?? 0) / UNITS_PER_DEGREE,
  ];
  const follow = (start: number) => {
    const course = [positionOf(start)];
    for (let vertex = start; ; ) {
      const onward = (next[vertex] ?? 0) - 1;
      next[vertex] = 0;
      if (onward < 0) return course;
      course.push(positionOf(onward));
      vertex = onward;
    }
  };
  const rings: Ring[] = [];
  const lines: Ring[] = [];
  for (const link of chosen) {
    const start = links.from[link] ?? 0;
    if (!isEntered[start]) lines.push(follow(start));
  }
  for (const link of chosen) {
    const start = links.from[link] ?? 0;
    if (next[start]) rings.push(follow(start));
  }
  return { rings, lines };
}
