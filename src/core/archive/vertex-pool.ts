import { append, createGrowingInts, type GrowingInts } from "./growing-ints.ts";

/** Every vertex once, found by its place. Places are in whole units of 1e-7 degree. */
export interface VertexPool {
  readonly lngs: GrowingInts;
  readonly lats: GrowingInts;
  /**
   * The number of the vertex at a place, for its first use in this pass; a second use in the same pass gets a vertex
   * of its own at the same place. `expected` (-1: none) is the one most likely meant: guessing right saves the search.
   */
  readonly use: (lng: number, lat: number, pass: number, expected: number) => number;
}

export function createVertexPool(): VertexPool {
  const lngs = createGrowingInts();
  const lats = createGrowingInts();
  /** The pass of the latest use, and the next vertex at the same place, plus one. */
  const used = createGrowingInts();
  const twin = createGrowingInts();
  /** Open addressing: numbers of vertices, plus one; twins are not in it. */
  let slots = new Int32Array(4096);
  let filled = 0;

  function findSlot(table: Int32Array, lng: number, lat: number): number {
    const mask = table.length - 1;
    // Two large odd numbers and a final mix: neighbouring places come far apart.
    let hash = Math.imul(lng, 0x9e3779b1) ^ Math.imul(lat, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    let slot = (hash ^ (hash >>> 13)) & mask;
    for (;;) {
      const vertex = (table[slot] ?? 0) - 1;
      if (vertex < 0 || (lngs.values[vertex] === lng && lats.values[vertex] === lat)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  function add(lng: number, lat: number, pass: number): number {
    append(lngs, lng);
    append(lats, lat);
    append(twin, 0);
    return append(used, pass);
  }

  function grow(): void {
    const larger = new Int32Array(slots.length * 2);
    for (const entry of slots) {
      if (entry === 0) continue;
      const vertex = entry - 1;
      larger[findSlot(larger, lngs.values[vertex] ?? 0, lats.values[vertex] ?? 0)] = entry;
    }
    slots = larger;
  }

  function use(lng: number, lat: number, pass: number, expected: number): number {
    if (
      expected >= 0 &&
      lngs.values[expected] === lng &&
      lats.values[expected] === lat &&
      used.values[expected] !== pass
    ) {
      used.values[expected] = pass;
      return expected;
    }
    const slot = findSlot(slots, lng, lat);
    let vertex = (slots[slot] ?? 0) - 1;
    if (vertex < 0) {
      vertex = add(lng, lat, pass);
      slots[slot] = vertex + 1;
      if (++filled * 2 > slots.length) grow();
      return vertex;
    }
    while (used.values[vertex] === pass) {
      const next = (twin.values[vertex] ?? 0) - 1;
      if (next < 0) {
        const added = add(lng, lat, pass);
        twin.values[vertex] = added + 1;
        return added;
      }
      vertex = next;
    }
    used.values[vertex] = pass;
    return vertex;
  }

  return { lngs, lats, use };
}
