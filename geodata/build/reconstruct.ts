import type { Feature, Polygon } from "geojson";
import { listDays, addDays, type Day } from "../../src/core/day.ts";
import type { Dataset } from "../../src/core/dataset.ts";
import { isInside, type Position } from "../../src/core/geometry.ts";
import { deriveHistories } from "../../src/core/history/history.ts";
import type { Advance } from "./advances.ts";
import type { Baseline } from "./baseline.ts";
import { type FoundedArc, foundArc } from "./basis.ts";
import { connectGround } from "./connect.ts";
import { type Arc, drawLines } from "./lines.ts";
import { buildMesh, type Mesh } from "./mesh.ts";
import { cutTheatre, type Partition } from "./partition.ts";
import {
  type Leader,
  type Site,
  toLeader,
  toLeaderSite,
  toPostLeader,
  toSilentSite,
  toVillageSite,
} from "./sites.ts";

export interface Village {
  readonly id: string;
  readonly position: Position;
}

/** What of a data set the reconstruction reads: no lines, which it makes. */
export type Told = Pick<
  Dataset,
  "firstDay" | "lastDay" | "bounds" | "sides" | "settlements" | "claims" | "posts"
>;

/** What the reconstruction knows beside the record: the files of `geodata/reconstruction`. */
export interface Inputs {
  readonly villages: readonly Village[];
  readonly baseline: Baseline;
  readonly advances: readonly Advance[];
}

/** The control of a stretch of days on which nothing moved, `[from, to)`. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
  readonly arcs: readonly FoundedArc[];
  /** Faces of the theatre by side. */
  readonly ground: ReadonlyMap<string, readonly Polygon[]>;
}

/** Points round the theatre, so that every line leaves it before the mesh ends. */
const FRAME_STEP = 0.12;
const FRAME_MARGIN = 0.2;

/**
 * Control areas and front lines for every day, and for the eve of the first (the initial state).
 *
 * Between any two neighbouring places of different sides runs a line, halfway at first; documented places have the
 * side that their claims give them, all other ground follows them (see sites.ts). Days with the same holders share
 * one period, so a day without a report cannot move anything.
 */
export function reconstruct(dataset: Told, inputs: Inputs, theatre: Polygon): Period[] {
  const sites = listSites(dataset, inputs);
  const mesh = buildMesh(sites.map((site) => site.position));
  const isFixed = sites.map((site) => site.isNamed);
  const documented = sites.flatMap((site) => (site.isDocumented ? [site.position] : []));
  const days = listDays(addDays(dataset.firstDay, -1), dataset.lastDay);
  const periods: Period[] = [];
  let lastKey = "";
  for (const day of days) {
    const told = sites.map((site) => site.holderOn(day));
    const key = told.join();
    const open = periods.at(-1);
    const to = addDays(day, 1);
    if (open && key === lastKey) {
      periods[periods.length - 1] = { ...open, to };
      continue;
    }
    lastKey = key;
    const holders = connectGround(mesh, told, isFixed);
    const { arcs, ground } = drawPeriod(mesh, holders, theatre);
    periods.push({ from: day, to, arcs: arcs.flatMap((arc) => foundArc(arc, documented)), ground });
  }
  return periods;
}

function listSites(dataset: Told, { villages, baseline, advances }: Inputs): Site[] {
  const positionOf = new Map(dataset.settlements.map((settlement) => [settlement.id, settlement.position]));
  const ask = (side: (position: Position) => string) => (id: string) => {
    const position = positionOf.get(id);
    return position && side(position);
  };
  const histories = deriveHistories({
    ...dataset,
    initialSide: ask(baseline.initialSide),
    finalSide: ask(baseline.finalSide),
  });
  const ground = ({ id, position }: Village) => ({
    id,
    position,
    initialSide: baseline.initialSide(position),
    finalSide: baseline.finalSide(position),
  });
  const settled = dataset.settlements.flatMap((settlement) => {
    const history = histories.get(settlement.id);
    return history?.isDocumented ? [toLeader(ground(settlement), history)] : [];
  });
  const silent = dataset.settlements.filter((settlement) => !histories.get(settlement.id)?.isDocumented);
  const documents = new Set(dataset.claims.map(({ source }) => source));
  const posts = dataset.posts.flatMap((post) => {
    const [around] = dataset.sides.find(({ id }) => id === post.operator)?.opponents ?? [];
    return toPostLeader(post, baseline.initialSide(post.position), around, documents) ?? [];
  });
  const leaders: Leader[] = [...settled, ...posts];
  return [
    ...leaders.map((leader) => toLeaderSite(leader)),
    ...silent.map((settlement) => toSilentSite(ground(settlement), leaders, advances)),
    ...villages.map((village) => toVillageSite(ground(village), leaders, advances)),
    ...listFrame(dataset, baseline),
  ];
}

function listFrame({ bounds }: Told, baseline: Baseline): Site[] {
  const [west, south, east, north] = bounds;
  const along = (from: number, to: number) => {
    const count = Math.ceil((to - from) / FRAME_STEP);
    return Array.from({ length: count }, (_, index) => from + ((to - from) * index) / count);
  };
  const [left, right, low, high] = [
    west - FRAME_MARGIN,
    east + FRAME_MARGIN,
    south - FRAME_MARGIN,
    north + FRAME_MARGIN,
  ];
  const positions: Position[] = [
    ...along(left, right).map((lng): Position => [lng, low]),
    ...along(low, high).map((lat): Position => [right, lat]),
    ...along(left, right).map((lng): Position => [left + right - lng, high]),
    ...along(low, high).map((lat): Position => [left, low + high - lat]),
  ];
  return positions.map((position, index) => {
    const side = baseline.initialSide(position);
    return { id: `frame-${index}`, position, isNamed: false, isDocumented: false, holderOn: () => side };
  });
}

/** Draws one state, again with sharper corners where the smoothing would carry a place across. */
function drawPeriod(
  mesh: Mesh,
  holders: readonly string[],
  theatre: Polygon,
): { arcs: readonly Arc[]; ground: Map<string, Polygon[]> } {
  const keepCorners = new Set<number>();
  for (let attempt = 0; attempt < 4; attempt++) {
    const partition = cutTheatre(theatre, drawLines(mesh, holders, keepCorners));
    const { ground, strays } = assignFaces(mesh, holders, partition);
    if (strays.length === 0) return { arcs: partition.arcs, ground };
    for (const site of strays) {
      keepCorners.add(site);
      for (const neighbour of mesh.neighbours[site] ?? []) keepCorners.add(neighbour.site);
    }
  }
  throw new Error("A line could not be drawn without carrying a place across it");
}

/** Gives each face to the side of the places in it. `strays`: sites that lie in a face of another side. */
function assignFaces(
  mesh: Mesh,
  holders: readonly string[],
  partition: Partition,
): { ground: Map<string, Polygon[]>; strays: number[] } {
  const ground = new Map<string, Polygon[]>();
  const strays: number[] = [];
  for (const face of partition.faces) {
    const inside = mesh.positions.flatMap((position, site) => (isInside(position, face) ? [site] : []));
    const side =
      mostFrequent(inside.map((site) => holders[site] ?? "")) ??
      holders[mesh.findNearest(middleOf(face))] ??
      "";
    strays.push(...inside.filter((site) => holders[site] !== side));
    ground.set(side, [...(ground.get(side) ?? []), face]);
  }
  return { ground, strays };
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

/** Mean of the corners: good enough for the slivers that no place lies in. */
function middleOf(face: Polygon): Position {
  const ring = (face.coordinates[0] ?? []).slice(1);
  const sum = ring.reduce<[number, number]>(([x, y], [lng = 0, lat = 0]) => [x + lng, y + lat], [0, 0]);
  return [sum[0] / ring.length, sum[1] / ring.length];
}

/** The features of `front-lines.geojson`, in order of day, areas before lines. */
export function toFeatures(periods: readonly Period[]): Feature[] {
  return periods.flatMap(({ from, to, arcs, ground }) => {
    const areas = [...ground]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(
        ([side, faces]): Feature => ({
          type: "Feature",
          properties: { role: "control-area", side, from, to },
          geometry: { type: "MultiPolygon", coordinates: faces.map((face) => face.coordinates) },
        }),
      );
    const lines = arcs.map(
      ({ between, basis, distanceKm, course }): Feature => ({
        type: "Feature",
        properties: { role: "front-line", between, basis, distance_km: distanceKm, from, to },
        geometry: { type: "LineString", coordinates: course.map((point) => [...point]) },
      }),
    );
    return [...areas, ...lines];
  });
}
