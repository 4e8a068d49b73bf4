import type { Mesh } from "./mesh.ts";

/** A lone place is joined to its side over unnamed ground only this far; beyond, it stays an enclave. */
const REACH_KM = 14;

/**
 * Makes each side's ground hang together: a side holds ground it can reach.
 *
 * A pocket of unnamed ground goes to the side around it. A pocket with a place of the record in it is joined to the
 * body of its side along the shortest way over unnamed ground; if there is none within {@link REACH_KM}, the
 * documents do tell of an enclave and it stays. Returns new holders; `isFixed` sites never change.
 */
export function connectGround(mesh: Mesh, holders: readonly string[], isFixed: readonly boolean[]): string[] {
  const result = [...holders];
  // Joining one side's pocket can cut off ground of the other; three rounds settle every state of the bundled story.
  for (let round = 0; round < 3; round++) {
    let isChanged = false;
    for (const pocket of findPockets(mesh, result)) {
      const side = result[pocket[0] ?? 0] ?? "";
      const hasFixed = pocket.some((site) => isFixed[site]);
      const way = hasFixed ? findWay(mesh, result, isFixed, pocket) : undefined;
      if (way) for (const site of way) result[site] = side;
      else if (!hasFixed) giveToSurrounding(mesh, result, pocket);
      isChanged ||= !hasFixed || (way?.length ?? 0) > 0;
    }
    if (!isChanged) break;
  }
  return result;
}

/** Every connected piece of one side's ground but the largest of each side, the largest first. */
function findPockets(mesh: Mesh, holders: readonly string[]): number[][] {
  const pieces: number[][] = [];
  const seen = new Set<number>();
  for (const start of holders.keys()) {
    if (seen.has(start)) continue;
    const piece = [start];
    seen.add(start);
    for (const site of piece) {
      for (const { site: next } of mesh.neighbours[site] ?? []) {
        if (seen.has(next) || holders[next] !== holders[start]) continue;
        seen.add(next);
        piece.push(next);
      }
    }
    pieces.push(piece);
  }
  pieces.sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
  const bodies = new Set<string>();
  return pieces.filter((piece) => {
    const side = holders[piece[0] ?? 0] ?? "";
    if (bodies.has(side)) return true;
    bodies.add(side);
    return false;
  });
}

/** The sites to take so that the pocket touches its side's body; shortest in kilometres (Dijkstra). */
function findWay(
  mesh: Mesh,
  holders: readonly string[],
  isFixed: readonly boolean[],
  pocket: readonly number[],
): number[] | undefined {
  const side = holders[pocket[0] ?? 0];
  const inPocket = new Set(pocket);
  const reached = new Map<number, { km: number; from: number | undefined }>(
    pocket.map((site) => [site, { km: 0, from: undefined }]),
  );
  const open = new Set(pocket);
  while (open.size > 0) {
    const current = [...open].reduce((a, b) =>
      (reached.get(a)?.km ?? 0) <= (reached.get(b)?.km ?? 0) ? a : b,
    );
    open.delete(current);
    const km = reached.get(current)?.km ?? 0;
    if (km > REACH_KM) return undefined;
    if (!inPocket.has(current) && holders[current] === side) return traceBack(reached, current).slice(1);
    for (const { site, km: step } of mesh.neighbours[current] ?? []) {
      const isPassable = holders[site] === side || !isFixed[site];
      if (!isPassable || km + step >= (reached.get(site)?.km ?? Infinity)) continue;
      reached.set(site, { km: km + step, from: current });
      open.add(site);
    }
  }
  return undefined;
}

function traceBack(reached: ReadonlyMap<number, { from: number | undefined }>, end: number): number[] {
  const way = [end];
  for (let site = reached.get(end)?.from; site !== undefined; site = reached.get(site)?.from) way.push(site);
  return way.slice(0, -1);
}

function giveToSurrounding(mesh: Mesh, holders: string[], pocket: readonly number[]): void {
  const inPocket = new Set(pocket);
  const border = pocket.flatMap((site) => (mesh.neighbours[site] ?? []).map(({ site: next }) => next));
  const counts = new Map<string, number>();
  for (const site of border) {
    const side = holders[site];
    if (!inPocket.has(site) && side !== undefined) counts.set(side, (counts.get(side) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  if (most) for (const site of pocket) holders[site] = most[0];
}
