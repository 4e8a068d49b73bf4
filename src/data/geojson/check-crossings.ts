import type { AreaGeometry, Position } from "../../core/geometry.ts";
import {
  type AreaEdges,
  type Budget,
  findNextEdge,
  listEdges,
  type Overlap,
  visitNearPairs,
} from "./area-edges.ts";
import { findContained } from "./check-containment.ts";

export interface Crossings {
  /** For each area, where its edges cross each other. */
  readonly own: readonly (readonly Position[])[];
  /** One for each two areas that overlap. */
  readonly overlaps: readonly Overlap[];
  /** False if the budget was used up before everything was compared. */
  readonly isComplete: boolean;
}

/** An area is taken to cross itself if edges run past each other by more than this: finer than any file's digits. */
const OWN_TOLERANCE = 1e-11;
/** About a centimetre, the unit to which positions are kept: areas that overlap by less share a border. */
const BORDER_TOLERANCE = 1e-7;

/** Against the budget: nobody reads of thousands, and a tangle has millions. */
const COST_OF_CROSSING = 20_000;

/** Where areas that hold at the same time cross themselves or each other. Borders and corners in common are no crossings. */
export function findCrossings(areas: readonly AreaGeometry[], budget: Budget): Crossings {
  const edges = listEdges(areas);
  const own: Position[][] = areas.map(() => []);
  const overlaps = new Map<string, Overlap>();
  /** By edge: the area that has the same edge, plus one; and whether another area touches its first position. */
  const shared = new Int32Array(edges.count);
  const touched = new Uint8Array(edges.count);
  const areaOf = (edge: number) => edges.rings[edges.ring[edge] ?? 0]?.area ?? 0;

  function addOverlap(one: number, other: number, at: Position): void {
    const key = one < other ? `${one} ${other}` : `${other} ${one}`;
    if (!overlaps.has(key)) overlaps.set(key, { areas: one < other ? [one, other] : [other, one], at });
  }

  const isComplete = visitNearPairs(edges, BORDER_TOLERANCE, budget, (edge, other) => {
    const [area, otherArea] = [areaOf(edge), areaOf(other)];
    if (area === otherArea) {
      const at = crossWithin(edges, edge, other);
      if (!at) return;
      own[area]?.push(at);
      budget.left -= COST_OF_CROSSING;
      return;
    }
    const common = compareEnds(edges, edge, other);
    if (common !== "none") {
      shared[edge] = otherArea + 1;
      shared[other] = area + 1;
      const isSameGround =
        edges.rings[edges.ring[edge] ?? 0]?.ground === edges.rings[edges.ring[other] ?? 0]?.ground;
      if ((common === "same") === isSameGround) addOverlap(area, otherArea, findMiddle(edges, edge));
    }
    const at = common === "none" ? cross(edges, edge, other, BORDER_TOLERANCE) : undefined;
    if (at) addOverlap(area, otherArea, at);
    else {
      markTouches(edges, edge, other, touched);
      markTouches(edges, other, edge, touched);
    }
  });
  const contained = isComplete
    ? findContained(edges, areas.length, { shared, touched, tolerance: BORDER_TOLERANCE, budget }, overlaps)
    : false;
  return { own, overlaps: [...overlaps.values()], isComplete: isComplete && contained };
}

function findMiddle({ ax, ay, bx, by }: AreaEdges, edge: number): Position {
  return [((ax[edge] ?? 0) + (bx[edge] ?? 0)) / 2, ((ay[edge] ?? 0) + (by[edge] ?? 0)) / 2];
}

/** Whether two edges are the same, run the same way or against each other. */
function compareEnds(
  { ax, ay, bx, by }: AreaEdges,
  edge: number,
  other: number,
): "same" | "reversed" | "none" {
  if (ax[edge] === ax[other] && ay[edge] === ay[other]) {
    return bx[edge] === bx[other] && by[edge] === by[other] ? "same" : "none";
  }
  const isReversed =
    ax[edge] === bx[other] && ay[edge] === by[other] && bx[edge] === ax[other] && by[edge] === ay[other];
  return isReversed ? "reversed" : "none";
}

/** Signed distance of a position from the line through an edge; positive to its left. */
function measureOffset({ ax, ay, bx, by }: AreaEdges, edge: number, x: number, y: number): number {
  const x1 = ax[edge] ?? 0;
  const y1 = ay[edge] ?? 0;
  const dx = (bx[edge] ?? 0) - x1;
  const dy = (by[edge] ?? 0) - y1;
  return (dx * (y - y1) - dy * (x - x1)) / Math.sqrt(dx * dx + dy * dy);
}

/** Where two edges cross, if each has its ends further than `tolerance` to either side of the other. */
function cross(edges: AreaEdges, edge: number, other: number, tolerance: number): Position | undefined {
  const { ax, ay, bx, by } = edges;
  const x1 = ax[edge] ?? 0;
  const y1 = ay[edge] ?? 0;
  const x2 = bx[edge] ?? 0;
  const y2 = by[edge] ?? 0;
  const start = measureOffset(edges, other, x1, y1);
  const end = measureOffset(edges, other, x2, y2);
  if (!arePast(start, end, tolerance)) return undefined;
  const otherStart = measureOffset(edges, edge, ax[other] ?? 0, ay[other] ?? 0);
  const otherEnd = measureOffset(edges, edge, bx[other] ?? 0, by[other] ?? 0);
  if (!arePast(otherStart, otherEnd, tolerance)) return undefined;
  const share = start / (start - end);
  return [x1 + share * (x2 - x1), y1 + share * (y2 - y1)];
}

function arePast(start: number, end: number, tolerance: number): boolean {
  return (start > tolerance && end < -tolerance) || (start < -tolerance && end > tolerance);
}

/** Like {@link cross} for two edges of one area, which may also cross where one has a corner on the other. */
export function crossWithin(edges: AreaEdges, edge: number, other: number): Position | undefined {
  if (findNextEdge(edges, edge) === other || findNextEdge(edges, other) === edge) return undefined;
  const at = cross(edges, edge, other, OWN_TOLERANCE);
  return at ?? crossAtCorner(edges, edge, other) ?? crossAtCorner(edges, other, edge);
}

/** The end of `edge`, if it lies within `other` and the line goes on from there on the far side of it. */
function crossAtCorner(edges: AreaEdges, edge: number, other: number): Position | undefined {
  const { ax, ay, bx, by } = edges;
  const next = findNextEdge(edges, edge);
  const x = bx[edge] ?? 0;
  const y = by[edge] ?? 0;
  if (next === other || !isWithin(edges, other, x, y, OWN_TOLERANCE)) return undefined;
  const before = measureOffset(edges, other, ax[edge] ?? 0, ay[edge] ?? 0);
  const after = measureOffset(edges, other, bx[next] ?? 0, by[next] ?? 0);
  return arePast(before, after, OWN_TOLERANCE) ? [x, y] : undefined;
}

/** Whether a position lies on an edge, but not on one of its ends. */
function isWithin(edges: AreaEdges, edge: number, x: number, y: number, tolerance: number): boolean {
  const offset = measureOffset(edges, edge, x, y);
  if (offset > tolerance || offset < -tolerance) return false;
  const x1 = edges.ax[edge] ?? 0;
  const y1 = edges.ay[edge] ?? 0;
  const dx = (edges.bx[edge] ?? 0) - x1;
  const dy = (edges.by[edge] ?? 0) - y1;
  const length = Math.sqrt(dx * dx + dy * dy);
  const along = ((x - x1) * dx + (y - y1) * dy) / length;
  return along > tolerance && along < length - tolerance;
}

/** Marks the ends of `edge` at which it touches `other`, each by the edge that starts there. */
function markTouches(edges: AreaEdges, edge: number, other: number, touched: Uint8Array): void {
  const x1 = edges.ax[edge] ?? 0;
  const y1 = edges.ay[edge] ?? 0;
  if (touched[edge] === 0 && touches(edges, other, x1, y1)) touched[edge] = 1;
  // The next edge may itself be out of reach of the other.
  const next = findNextEdge(edges, edge);
  const x2 = edges.bx[edge] ?? 0;
  const y2 = edges.by[edge] ?? 0;
  if (touched[next] === 0 && touches(edges, other, x2, y2)) touched[next] = 1;
}

function touches(edges: AreaEdges, edge: number, x: number, y: number): boolean {
  const isStart = x === edges.ax[edge] && y === edges.ay[edge];
  const isEnd = x === edges.bx[edge] && y === edges.by[edge];
  return isStart || isEnd || isWithin(edges, edge, x, y, BORDER_TOLERANCE);
}
