import { earthRadius } from "@turf/helpers";
import { Delaunay } from "d3-delaunay";
import type { Position } from "../geometry.ts";

type Vector = readonly [x: number, y: number, z: number];

/** All ground that is nearer to one place than to any other, and not far from it. */
export interface NearestCell {
  /** The places at that position, by their place in the list: several may have the same. */
  readonly places: readonly number[];
  /** Closed, counter-clockwise; longitudes go on beyond 180 degrees rather than jump. */
  readonly ring: readonly Position[];
}

/** So many corners has the circle that ends a cell where there is no neighbour. */
const CORNERS = 48;

/**
 * The cells of places on the sphere on which Turf measures, each ended `reachKm` from its place. Exact but for the corners of that circle:
 * two places are neighbours on the sphere if they are on a stereographic map of it, which keeps circles, and on the plane that touches the sphere
 * at a place (gnomonic), what is as far from it as from another is a straight line.
 */
export function findNearestCells(positions: readonly Position[], reachKm: number): readonly NearestCell[] {
  const { spots, members } = joinEqual(positions);
  const vectors = spots.map(toVector);
  const neighboursOf = findNeighbours(vectors);
  return vectors.map((site, index) => ({
    places: members[index] ?? [],
    ring: cutCell(
      site,
      neighboursOf(index).flatMap((other) => {
        const vector = vectors[other];
        return vector ? [vector] : [];
      }),
      { reachKm, lng: spots[index]?.[0] ?? 0 },
    ),
  }));
}

/** How far cells reach: so many times as far as places are from their nearest neighbour in the middle of all, within these limits. */
const REACH_TIMES = 4;
const REACH_KM = [5, 75] as const;

/** Kilometres; less where places lie close together, so that nothing is inferred of the empty land around them. */
export function chooseReachKm(positions: readonly Position[]): number {
  const vectors = joinEqual(positions).spots.map(toVector);
  const neighboursOf = findNeighbours(vectors);
  const nearest = vectors
    .map((site, index) =>
      Math.min(
        ...neighboursOf(index).map((other) => {
          const vector = vectors[other];
          return vector ? measureAngle(site, vector) : Number.POSITIVE_INFINITY;
        }),
      ),
    )
    .filter(Number.isFinite)
    .toSorted((one, other) => one - other);
  const middle = nearest[nearest.length >> 1];
  const [least, most] = REACH_KM;
  const wanted = middle === undefined ? most : (REACH_TIMES * middle * earthRadius) / 1000;
  return Math.round(Math.min(most, Math.max(least, wanted)));
}

function joinEqual(positions: readonly Position[]) {
  const places = new Map<string, number[]>();
  for (const [index, position] of positions.entries()) {
    const key = position.join(" ");
    const known = places.get(key);
    if (known) known.push(index);
    else places.set(key, [index]);
  }
  const members = [...places.values()];
  const spots = members.flatMap(([first = 0]) => {
    const position = positions[first];
    return position ? [position] : [];
  });
  return { spots, members };
}

/** Of each place those that can have a common edge with it. */
function findNeighbours(vectors: readonly Vector[]): (index: number) => readonly number[] {
  // Delaunay's triangles need three places that lie on no line.
  if (vectors.length < 4) return (index) => [...vectors.keys()].filter((other) => other !== index);
  const middle = normalise(
    vectors.reduce(([x, y, z], [ax, ay, az]): Vector => [x + ax, y + ay, z + az], [0, 0, 0]),
  );
  const [east, north] = findAxes(middle);
  const delaunay = Delaunay.from(
    vectors,
    (vector) => dot(vector, east) / (1 + dot(vector, middle)),
    (vector) => dot(vector, north) / (1 + dot(vector, middle)),
  );
  return (index) => [...delaunay.neighbors(index)];
}

interface CellLimits {
  readonly reachKm: number;
  /** Of the place: those of its cell go on from it. */
  readonly lng: number;
}

type Corner = readonly [u: number, v: number];

function cutCell(site: Vector, others: readonly Vector[], { reachKm, lng }: CellLimits): readonly Position[] {
  const [east, north] = findAxes(site);
  const radius = Math.tan((reachKm * 1000) / earthRadius);
  let corners: readonly Corner[] = Array.from({ length: CORNERS }, (_, index): Corner => {
    const turn = (2 * Math.PI * index) / CORNERS;
    return [radius * Math.cos(turn), radius * Math.sin(turn)];
  });
  for (const other of others) {
    // Nearer to the place: x * site >= x * other, where x = site + u * east + v * north.
    const [along, across] = [-dot(other, east), -dot(other, north)];
    const ahead = 1 - dot(site, other);
    corners = keepWithin(corners, ([u, v]) => ahead + u * along + v * across);
  }
  const ring = layPoints(corners).map(([u, v]) => toPosition(site, east, north, u, v, lng));
  const [first] = ring;
  return first ? [...ring, first] : [];
}

/** Edges are great circles, which maps do not draw straight: a point every so many kilometres keeps them within 200 m up to the far north. */
const STEP_KM = 30;

function layPoints(corners: readonly Corner[]): readonly Corner[] {
  return corners.flatMap((corner, index) => {
    const [u, v] = corner;
    const [toU, toV] = corners[(index + 1) % corners.length] ?? corner;
    const steps = Math.ceil((Math.hypot(toU - u, toV - v) * earthRadius) / 1000 / STEP_KM);
    return Array.from({ length: Math.max(1, steps) }, (_, step): Corner => {
      const share = step / Math.max(1, steps);
      return [u + share * (toU - u), v + share * (toV - v)];
    });
  });
}

/** The part of a convex ring in which `measure`, which is linear, is not negative. */
function keepWithin(corners: readonly Corner[], measure: (corner: Corner) => number): readonly Corner[] {
  return corners.flatMap((corner, index): Corner[] => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    const [here, there] = [measure(corner), measure(next)];
    const kept: Corner[] = here >= 0 ? [corner] : [];
    if (here < 0 !== there < 0) {
      const share = here / (here - there);
      kept.push([corner[0] + share * (next[0] - corner[0]), corner[1] + share * (next[1] - corner[1])]);
    }
    return kept;
  });
}

function toPosition(
  site: Vector,
  east: Vector,
  north: Vector,
  u: number,
  v: number,
  around: number,
): Position {
  const at = (axis: 0 | 1 | 2) => site[axis] + u * east[axis] + v * north[axis];
  const [x, y, z] = normalise([at(0), at(1), at(2)]);
  const lng = (Math.atan2(y, x) * 180) / Math.PI;
  const turns = Math.round((around - lng) / 360);
  return [lng + 360 * turns, (Math.asin(Math.max(-1, Math.min(1, z))) * 180) / Math.PI];
}

function toVector([lng, lat]: Position): Vector {
  const [east, north] = [(lng * Math.PI) / 180, (lat * Math.PI) / 180];
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}

/** East and north of a place on the sphere, as vectors of length 1; at a pole any two. */
function findAxes(site: Vector): readonly [Vector, Vector] {
  const [x, y] = site;
  const east: Vector = Math.hypot(x, y) < 1e-12 ? [0, 1, 0] : normalise([-y, x, 0]);
  return [east, cross(site, east)];
}

function measureAngle(one: Vector, other: Vector): number {
  return Math.atan2(Math.hypot(...cross(one, other)), dot(one, other));
}

function dot([ax, ay, az]: Vector, [bx, by, bz]: Vector): number {
  return ax * bx + ay * by + az * bz;
}

function cross([ax, ay, az]: Vector, [bx, by, bz]: Vector): Vector {
  return [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
}

function normalise([x, y, z]: Vector): Vector {
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
}
