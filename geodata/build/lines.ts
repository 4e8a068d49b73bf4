import { fromPlane, roundPosition, toPlane } from "./plane.ts";
import type { Mesh } from "./mesh.ts";

/** A line between the ground of two sides (ids in alphabetical order). Closed if its ends meet. */
export interface Arc {
  readonly between: readonly [string, string];
  readonly course: readonly (readonly [number, number])[];
}

/**
 * The line may slide along the way from a place of one side to its neighbour of the other, but comes no nearer to
 * either than this share of the way.
 */
const NEAREST_SHARE = 0.22;

/** Each round lets a change be felt one neighbour further along the line: few rounds keep the rest of the line still. */
const STRAIGHTENING_ROUNDS = 6;

interface Node {
  readonly id: string;
  /** Ends of the mesh edge it lies on, on the plane; for the middle of a triangle of three sides both are the same. */
  readonly a: readonly [number, number];
  readonly b: readonly [number, number];
  readonly share: number;
}

interface Segment {
  readonly between: string;
  readonly ends: readonly [string, string];
}

/**
 * The lines between the sides, through the triangles of the mesh.
 *
 * Every mesh edge between places of two sides is crossed once, between its ends, so a line can never leave a place on
 * the wrong side. It is pulled straight within that freedom, and its corners are cut (Chaikin 1974) except next to the
 * sites in `keepCorners`.
 */
export function drawLines(mesh: Mesh, holders: readonly string[], keepCorners: ReadonlySet<number>): Arc[] {
  const { nodes, segments } = crossTriangles(mesh, holders);
  const sharp = new Set(
    [...nodes.keys()].filter((id) => id.split("/").some((site) => keepCorners.has(Number(site)))),
  );
  return chainSegments(segments).map(({ between, nodeIds }) => {
    const chain = nodeIds.flatMap((id) => nodes.get(id) ?? []);
    const pulled = pullStraight(chain);
    const cut = cutCorners(
      cutCorners(pulled.map((point, index) => ({ point, isSharp: sharp.has(chain[index]?.id ?? "") }))),
    );
    const course = dropStraight(cut.map(({ point }) => point)).map((point) =>
      roundPosition(fromPlane(point)),
    );
    const [first = "", second = ""] = between.split("|");
    return { between: [first, second], course };
  });
}

function crossTriangles(
  mesh: Mesh,
  holders: readonly string[],
): { nodes: Map<string, Node>; segments: Segment[] } {
  const nodes = new Map<string, Node>();
  const segments: Segment[] = [];
  const plane = mesh.positions.map((position) => toPlane(position));
  const at = (site: number) => plane[site] ?? ([0, 0] as const);
  const cross = (a: number, b: number): string => {
    const [low, high] = a < b ? [a, b] : [b, a];
    const id = `${low}/${high}`;
    if (!nodes.has(id)) nodes.set(id, { id, a: at(low), b: at(high), share: 0.5 });
    return id;
  };
  const pair = (a: number, b: number) => [holders[a] ?? "", holders[b] ?? ""].toSorted().join("|");
  for (const [a, b, c] of mesh.triangles) {
    const mixed = [
      [a, b],
      [b, c],
      [c, a],
    ].filter(([from = 0, to = 0]) => holders[from] !== holders[to]);
    if (mixed.length === 2) {
      const [first, second] = mixed.map(([from = 0, to = 0]) => cross(from, to));
      const [from = 0, to = 0] = mixed[0] ?? [];
      if (first && second) segments.push({ between: pair(from, to), ends: [first, second] });
    } else if (mixed.length === 3) {
      const middle: [number, number] = [
        (at(a)[0] + at(b)[0] + at(c)[0]) / 3,
        (at(a)[1] + at(b)[1] + at(c)[1]) / 3,
      ];
      const id = `${a}/${b}/${c}`;
      nodes.set(id, { id, a: middle, b: middle, share: 0.5 });
      for (const [from = 0, to = 0] of mixed)
        segments.push({ between: pair(from, to), ends: [cross(from, to), id] });
    }
  }
  return { nodes, segments };
}

/** Joins segments of the same pair of sides into chains; a closed chain repeats its first node at the end. */
function chainSegments(segments: readonly Segment[]): { between: string; nodeIds: string[] }[] {
  const chains: { between: string; nodeIds: string[] }[] = [];
  const pairs = [...new Set(segments.map((segment) => segment.between))].toSorted();
  for (const between of pairs) {
    const links = new Map<string, string[]>();
    for (const { ends } of segments.filter((segment) => segment.between === between)) {
      const [a, b] = ends;
      links.set(a, [...(links.get(a) ?? []), b]);
      links.set(b, [...(links.get(b) ?? []), a]);
    }
    // Open chains first, from their ends; what is left then are rings.
    const starts = [...links.keys()].toSorted(
      (a, b) => (links.get(a)?.length ?? 0) - (links.get(b)?.length ?? 0),
    );
    for (const start of starts) {
      const nodeIds = walk(links, start);
      if (nodeIds.length > 1) chains.push({ between, nodeIds });
    }
  }
  return chains;
}

function walk(links: Map<string, string[]>, start: string): string[] {
  const nodeIds = [start];
  for (let current = start; ; ) {
    const next = links.get(current)?.pop();
    if (next === undefined) return nodeIds;
    const back = links.get(next);
    back?.splice(back.indexOf(current), 1);
    nodeIds.push(next);
    current = next;
  }
}

type Point = readonly [number, number];

function pointOf({ a, b, share }: Node): Point {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

/** Slides each node along its edge towards the straight way between its neighbours. */
function pullStraight(chain: readonly Node[]): Point[] {
  const isClosed = chain.length > 3 && chain[0] === chain.at(-1);
  const loop = isClosed ? chain.slice(0, -1) : chain;
  let shares = loop.map((node) => node.share);
  for (let round = 0; round < STRAIGHTENING_ROUNDS; round++) {
    const points = loop.map((node, index) => pointOf({ ...node, share: shares[index] ?? 0.5 }));
    shares = loop.map((node, index) => {
      const before = points[index - 1] ?? (isClosed ? points.at(-1) : undefined);
      const after = points[index + 1] ?? (isClosed ? points[0] : undefined);
      const share = shares[index] ?? 0.5;
      if (!before || !after) return share;
      const wanted = shareNearest(node, [(before[0] + after[0]) / 2, (before[1] + after[1]) / 2]);
      // Half a step at a time: neighbours move together and would overshoot.
      return Math.min(1 - NEAREST_SHARE, Math.max(NEAREST_SHARE, share + (wanted - share) / 2));
    });
  }
  const points = loop.map((node, index) => pointOf({ ...node, share: shares[index] ?? 0.5 }));
  const [first] = points;
  return isClosed && first ? [...points, first] : points;
}

function shareNearest({ a, b, share }: Node, [x, y]: Point): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length = dx * dx + dy * dy;
  return length === 0 ? share : ((x - a[0]) * dx + (y - a[1]) * dy) / length;
}

interface Corner {
  readonly point: Point;
  readonly isSharp: boolean;
}

function cutCorners(chain: readonly Corner[]): Corner[] {
  const first = chain[0];
  const last = chain.at(-1);
  if (!first || !last || chain.length < 3) return [...chain];
  const isClosed = first.point[0] === last.point[0] && first.point[1] === last.point[1];
  const inner = isClosed ? [...chain.slice(0, -1), first, chain[1] ?? first] : chain;
  const cut: Corner[] = isClosed ? [] : [first];
  for (let index = 1; index < inner.length - 1; index++) {
    const corner = inner[index];
    const before = inner[index - 1];
    const after = inner[index + 1];
    if (!corner || !before || !after) continue;
    if (corner.isSharp) cut.push(corner);
    else cut.push(towards(corner, before), towards(corner, after));
  }
  const start = cut[0];
  if (isClosed) return start ? [...cut, start] : [];
  return [...cut, last];
}

function towards({ point }: Corner, other: Corner): Corner {
  const [x, y] = point;
  return { point: [x + (other.point[0] - x) / 4, y + (other.point[1] - y) / 4], isSharp: false };
}

/** About 12 m: a vertex that deviates less from the line between its neighbours is not seen at any zoom. */
const STRAIGHT_DEGREES = 0.00011;

/**
 * Leaves out vertices on straight stretches, about every second one at a time. Which ones depends on their own place
 * only, so that a change far along the line does not move it (as counting them, or the choice of Douglas and Peucker,
 * would).
 */
function dropStraight(points: readonly Point[]): Point[] {
  let kept = [...points];
  for (let pass = 0; pass < 2; pass++) {
    kept = kept.filter((point, index) => {
      const before = kept[index - 1];
      const after = kept[index + 1];
      if (isMarked(point, pass) || !before || !after) return true;
      return distanceToSegment(point, before, after) > STRAIGHT_DEGREES;
    });
  }
  return kept;
}

/** A coin that falls the same way for the same point, whatever else is on the line. */
function isMarked([x, y]: Point, pass: number): boolean {
  return (Math.round(x * 1e5) + Math.round(y * 1e5) * 3 + pass) % 2 === 0;
}

function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return Math.hypot(x - ax, y - ay);
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
}
