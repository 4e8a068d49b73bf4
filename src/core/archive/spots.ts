import type { ArchiveTables } from "./tables.ts";

const known = new WeakMap<ArchiveTables, Int32Array>();

/** For each vertex the first vertex at the same place: a layer that passes a place twice has two vertices there. */
export function numberSpots(tables: ArchiveTables): Int32Array {
  const spots = known.get(tables) ?? findSpots(tables);
  known.set(tables, spots);
  return spots;
}

function findSpots({ vertices: { lngs, lats } }: ArchiveTables): Int32Array {
  const order = Int32Array.from(lngs.keys()).sort(
    (a, b) => (lngs[a] ?? 0) - (lngs[b] ?? 0) || (lats[a] ?? 0) - (lats[b] ?? 0) || a - b,
  );
  const spots = new Int32Array(lngs.length);
  let before = -1;
  for (const vertex of order) {
    const isSame = before >= 0 && lngs[vertex] === lngs[before] && lats[vertex] === lats[before];
    spots[vertex] = isSame ? (spots[before] ?? 0) : vertex;
    before = vertex;
  }
  return spots;
}
