import { orient2d } from "robust-predicates";
import { type Bounds, findBounds, isTouching } from "../geometry.ts";

/** One object for each place: edges that meet there share it. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A straight edge with a direction. */
export interface Edge {
  readonly from: Point;
  readonly to: Point;
}

/** The edges of rings (first point repeated at the end) whose boxes touch a box. */
export function listEdgesWithin(rings: readonly (readonly (readonly number[])[])[], box: Bounds): Edge[] {
  const points = new Map<string, Point>();
  const pointAt = ([x = 0, y = 0]: readonly number[] = []) => {
    const point = points.get(`${x} ${y}`) ?? { x, y };
    points.set(`${x} ${y}`, point);
    return point;
  };
  return rings.flatMap((ring) =>
    ring.slice(1).flatMap((end, index) => {
      const start = ring[index] ?? end;
      return isTouching(findBounds([start, end]), box) ? [{ from: pointAt(start), to: pointAt(end) }] : [];
    }),
  );
}

/** Whether any two of the edges have more in common than an end, or run along each other from one. */
export function isTangled(edges: readonly Edge[]): boolean {
  return visitTangles(edges, () => true);
}

/** A point put in by rounding may come to lie beyond an edge that was near: then it is cut once more, so often at most. */
const MOST_ROUNDS = 5;

/**
 * The same edges, cut wherever two of them cross, or one ends on another, so that they have nothing but ends in common.
 * Where two cross between their ends, the new point is off by rounding.
 */
export function untangle(edges: readonly Edge[]): readonly Edge[] {
  let cut = edges;
  for (let round = 0; round < MOST_ROUNDS && isTangled(cut); round++) cut = cutOnce(cut);
  return cut;
}

function cutOnce(edges: readonly Edge[]): Edge[] {
  const points = new Map<string, Point>();
  for (const { from, to } of edges) {
    points.set(`${from.x} ${from.y}`, from);
    points.set(`${to.x} ${to.y}`, to);
  }
  const cuts = new Map<Edge, Set<Point>>();
  const cut = (edge: Edge, { x, y }: Point) => {
    const point = points.get(`${x} ${y}`) ?? { x, y };
    points.set(`${x} ${y}`, point);
    const known = cuts.get(edge) ?? new Set();
    cuts.set(edge, known.add(point));
  };
  visitTangles(edges, (one, other) => {
    const touched = [...listEndsOn(one, other), ...listEndsOn(other, one)];
    for (const [edge, end] of touched) cut(edge, end);
    if (touched.length === 0) {
      const crossing = cross(one, other);
      cut(one, crossing);
      cut(other, crossing);
    }
    return false;
  });
  return edges.flatMap((edge) => split(edge, cuts.get(edge) ?? new Set()));
}

function split({ from, to }: Edge, cuts: ReadonlySet<Point>): Edge[] {
  const measure = ({ x, y }: Point) => (x - from.x) ** 2 + (y - from.y) ** 2;
  const inner = [...cuts].filter((point) => point !== from && point !== to);
  const course = [from, ...inner.toSorted((one, other) => measure(one) - measure(other)), to];
  return course.slice(1).map((end, index) => ({ from: course[index] ?? from, to: end }));
}

/** Calls `visit` with pairs of edges that are tangled until it says that this is enough; tells whether it did. */
function visitTangles(edges: readonly Edge[], visit: (one: Edge, other: Edge) => boolean): boolean {
  const [along, across] = measureExtents(edges);
  const order = Int32Array.from(edges.keys()).sort((a, b) => (along.from[a] ?? 0) - (along.from[b] ?? 0));
  for (let place = 0; place < order.length; place++) {
    const one = order[place] ?? 0;
    const end = along.to[one] ?? 0;
    const [low, high] = [across.from[one] ?? 0, across.to[one] ?? 0];
    for (let next = place + 1; next < order.length; next++) {
      const other = order[next] ?? 0;
      if ((along.from[other] ?? 0) > end) break;
      if ((across.from[other] ?? 0) > high || (across.to[other] ?? 0) < low) continue;
      const [first, second] = one < other ? [edges[one], edges[other]] : [edges[other], edges[one]];
      if (first && second && areTangled(first, second) && visit(first, second)) return true;
    }
  }
  return false;
}

/** Where the edges begin and end along an axis. */
interface Extents {
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** Along both axes; first along the one on which fewer edges share a place, by which they are best put in order. */
function measureExtents(edges: readonly Edge[]): readonly [Extents, Extents] {
  const [x, y] = (["x", "y"] as const).map((axis) => ({
    from: Float64Array.from(edges, ({ from, to }) => Math.min(from[axis], to[axis])),
    to: Float64Array.from(edges, ({ from, to }) => Math.max(from[axis], to[axis])),
  })) as [Extents, Extents];
  return measureCrowd(x) <= measureCrowd(y) ? [x, y] : [y, x];
}

/** On how many edges a place along the axis lies in the mean. */
function measureCrowd({ from, to }: Extents): number {
  let [length, first, last] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let index = 0; index < from.length; index++) {
    const [start, end] = [from[index] ?? 0, to[index] ?? 0];
    length += end - start;
    first = Math.min(first, start);
    last = Math.max(last, end);
  }
  return length / Math.max(last - first, Number.MIN_VALUE);
}

function areTangled(one: Edge, other: Edge): boolean {
  const { from: a, to: b } = one;
  const { from: c, to: d } = other;
  if (findTurn(a, b, c) * findTurn(a, b, d) > 0 || findTurn(c, d, a) * findTurn(c, d, b) > 0) return false;
  // On one line, or through a common end: an end of one must lie within the other.
  const isMeeting = a === c || a === d || b === c || b === d;
  const isOnLine = findTurn(a, b, c) === 0 && findTurn(a, b, d) === 0;
  return isMeeting || isOnLine ? [...listEndsOn(one, other), ...listEndsOn(other, one)].length > 0 : true;
}

/** Negative where `c` lies to the left of the way from `a` to `b`: the predicate is made for a y axis that points down. */
function findTurn(a: Point, b: Point, c: Point): number {
  return Math.sign(orient2d(a.x, a.y, b.x, b.y, c.x, c.y));
}

/** The ends of `other` that lie on `edge` between its ends. */
function listEndsOn(edge: Edge, { from, to }: Edge): (readonly [Edge, Point])[] {
  return [from, to].filter((point) => isBetweenEnds(edge, point)).map((point) => [edge, point] as const);
}

function isBetweenEnds({ from, to }: Edge, point: Point): boolean {
  if (point === from || point === to || findTurn(from, to, point) !== 0) return false;
  const along = (point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y);
  return along > 0 && along < (to.x - from.x) ** 2 + (to.y - from.y) ** 2;
}

function cross({ from: a, to: b }: Edge, { from: c, to: d }: Edge): Point {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const [ex, ey] = [d.x - c.x, d.y - c.y];
  const share = ((c.x - a.x) * ey - (c.y - a.y) * ex) / (dx * ey - dy * ex);
  return { x: a.x + share * dx, y: a.y + share * dy };
}

/** An edge that is there in both directions is none. */
export function cancelOpposites(edges: readonly Edge[]): Edge[] {
  const left = new Map<Point, Map<Point, Edge[]>>();
  const find = ({ from, to }: Edge) => left.get(from)?.get(to);
  for (const edge of edges) {
    const { from, to } = edge;
    if (from === to || find({ from: to, to: from })?.pop()) continue;
    const onward = left.get(from) ?? new Map<Point, Edge[]>();
    left.set(from, onward.set(to, [...(find(edge) ?? []), edge]));
  }
  return [...left.values()].flatMap((onward) => [...onward.values()].flat());
}

/** The edges that come to a point and those that leave it. */
interface Meeting {
  readonly coming: Edge[];
  readonly going: Edge[];
}

function gatherAtPoints(edges: readonly Edge[]): ReadonlyMap<Point, Meeting> {
  const meetings = new Map<Point, Meeting>();
  const meetingAt = (point: Point) => {
    const known = meetings.get(point) ?? { coming: [], going: [] };
    meetings.set(point, known);
    return known;
  };
  for (const edge of edges) {
    meetingAt(edge.to).coming.push(edge);
    meetingAt(edge.from).going.push(edge);
  }
  return meetings;
}

/**
 * Edges that make up closed rings wind around every point so many times, counter-clockwise counted up, clockwise down.
 * `left` are the edges between points around which they do not wind, and points on their left around which they do
 * counter-clockwise; `right` those between such points and points on their right around which they wind clockwise. Edges
 * must have nothing but ends in common.
 */
export function partByWinding(edges: readonly Edge[]): { readonly left: Edge[]; readonly right: Edge[] } {
  const meetings = gatherAtPoints(edges);
  const turnsRightOf = new Map<Edge, number>();
  for (const edge of edges) {
    if (turnsRightOf.has(edge)) continue;
    // Twice there, an edge parts the ones from the others.
    const same = meetings.get(edge.from)?.going.filter(({ to }) => to === edge.to) ?? [];
    const turns = countTurnsRightOf(edge, edges);
    for (const [place, copy] of same.entries()) turnsRightOf.set(copy, turns + place);
    // What alone goes on from where this one alone has come has the same on its left.
    for (let on: Edge | undefined = edge; on; ) {
      const { coming, going }: Meeting = meetings.get(on.to) ?? { coming: [], going: [] };
      const next: Edge | undefined = coming.length === 1 ? going[0] : undefined;
      if (next && !turnsRightOf.has(next)) turnsRightOf.set(next, turnsRightOf.get(on) ?? 0);
      else break;
      on = next;
    }
  }
  return {
    left: edges.filter((edge) => turnsRightOf.get(edge) === 0),
    right: edges.filter((edge) => turnsRightOf.get(edge) === -1),
  };
}

/** How often the edges wind around a point just to the right of the middle of one of them. */
function countTurnsRightOf(edge: Edge, edges: readonly Edge[]): number {
  // A ray from the middle, along the axis that the edge is not along.
  const isSteep = Math.abs(edge.to.y - edge.from.y) >= Math.abs(edge.to.x - edge.from.x);
  const turned = ({ x, y }: Point): Point => (isSteep ? { x, y } : { x: y, y: -x });
  const [from, to] = [turned(edge.from), turned(edge.to)];
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  let turns = 0;
  for (const other of edges) {
    if (other.from === edge.from && other.to === edge.to) {
      // The ray begins to the right of an edge that leads up; to the right of one that leads down it begins beyond.
      if (to.y < from.y) turns -= 1;
      continue;
    }
    const [start, end] = [turned(other.from), turned(other.to)];
    if (start.y <= middle.y === end.y <= middle.y) continue;
    const isToTheRight = findTurn(start, end, middle) < 0 === start.y <= middle.y;
    if (isToTheRight) turns += start.y <= middle.y ? 1 : -1;
  }
  return turns;
}

/**
 * The closed rings around the ground on the left of the edges: they neither cross nor pass a point twice, but may touch.
 * The first point is repeated at the end. As many edges must lead to each point as leave it.
 */
export function followEdges(edges: readonly Edge[]): Point[][] {
  const onward = pairAtPoints(edges);
  const rings: Point[][] = [];
  const isDone = new Set<Edge>();
  for (const start of edges) {
    const path: Point[] = [];
    const places = new Map<Point, number>();
    for (let edge: Edge | undefined = start; edge && !isDone.has(edge); edge = onward.get(edge)) {
      isDone.add(edge);
      places.set(edge.from, path.length);
      path.push(edge.from);
      const place = places.get(edge.to);
      if (place === undefined) continue;
      const loop = path.splice(place);
      for (const point of loop) places.delete(point);
      rings.push([...loop, edge.to]);
    }
  }
  return rings;
}

/** For each edge the one that bounds the same ground further on: the next clockwise around the point where it ends. */
function pairAtPoints(edges: readonly Edge[]): ReadonlyMap<Edge, Edge> {
  const onward = new Map<Edge, Edge>();
  for (const [point, { coming, going }] of gatherAtPoints(edges)) {
    const [only, onlyNext] = [coming[0], going[0]];
    if (coming.length === 1 && only && onlyNext) {
      onward.set(only, onlyNext);
      continue;
    }
    const angleTo = ({ x, y }: Point) => Math.atan2(y - point.y, x - point.x);
    const free = going.map((edge) => ({ edge, angle: angleTo(edge.to) }));
    for (const edge of coming) {
      const start = angleTo(edge.from);
      const turnTo = ({ angle }: { readonly angle: number }) => (start - angle + 4 * Math.PI) % (2 * Math.PI);
      const [next] = free.toSorted((one, other) => turnTo(one) - turnTo(other));
      if (next) onward.set(edge, next.edge);
    }
  }
  return onward;
}
