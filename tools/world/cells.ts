import type { Feature, FeatureCollection, Geometry, Position } from "geojson";
import type { WorldCell } from "../../src/core/world-cells.ts";
import type { WorldPlace } from "./places.ts";
import { simplify } from "./simplify.ts";
import { FAR_RANK, NEAR, nameCell, UNITS_PER_DEGREE } from "../../src/core/world-cells.ts";

/** About a kilometre: half a pixel at zoom 8. */
const TOLERANCE_DEGREES = 0.01;
/** Smaller lakes than this, in square degrees, are left out: about 25 square kilometres. */
const LEAST_LAKE = 0.0025;
/** Rivers of a higher rank of Natural Earth are streams. */
const MOST_RIVER_RANK = 9;
const CHIEF_RIVER_RANK = 5;

export interface WorldFiles {
  readonly places: readonly WorldPlace[];
  readonly rivers: FeatureCollection;
  readonly lakes: FeatureCollection;
  readonly provinces: FeatureCollection;
}

type Mutable<Type> = {
  -readonly [Key in keyof Type]: Type[Key] extends readonly (infer One)[] ? One[] : Type[Key];
};

/** Sorts all into cells by their names. A line that goes through several is cut; a lake is in each cell that it touches. */
export function cutCells({ places, rivers, lakes, provinces }: WorldFiles): Map<string, WorldCell> {
  const cells = new Map<string, Mutable<WorldCell>>();
  const cellAt = (lng: number, lat: number, isNear = false) => {
    const name = nameCell(lng, lat) + (isNear ? NEAR : "");
    const cell = cells.get(name) ?? { places: [], rivers: [], lakes: [], provinces: [] };
    cells.set(name, cell);
    return cell;
  };
  for (const { lng, lat, rank, names } of places) {
    const { latin = "", ...others } = names;
    const spot = [toUnits(lng), toUnits(lat), rank, latin] as const;
    cellAt(lng, lat, rank > FAR_RANK).places.push(Object.keys(others).length > 0 ? [...spot, others] : spot);
  }
  for (const { course, properties } of listCourses(rivers)) {
    const rank = Number(properties?.scalerank ?? 0);
    if (rank > MOST_RIVER_RANK) continue;
    const importance = rank <= CHIEF_RIVER_RANK ? 1 : 2;
    const name = String(properties?.name ?? "");
    for (const { cell, part } of splitByCell(course, cellAt)) cell.rivers.push([importance, name, part]);
  }
  for (const { course } of listCourses(provinces))
    for (const { cell, part } of splitByCell(course, cellAt)) cell.provinces.push(part);
  lakes.features.forEach(({ geometry }, number) => {
    const polygons =
      geometry.type === "Polygon"
        ? [geometry.coordinates]
        : geometry.type === "MultiPolygon"
          ? geometry.coordinates
          : [];
    polygons.forEach((rings, part) => {
      const kept = rings
        .map((ring) => simplify(ring, TOLERANCE_DEGREES / 2))
        .filter((ring) => ring.length > 3);
      if (measureRing(kept[0] ?? []) < LEAST_LAKE) return;
      const touched = new Set((kept[0] ?? []).map(([lng = 0, lat = 0]) => cellAt(lng, lat)));
      for (const cell of touched) cell.lakes.push([number * 100 + part, ...kept.map(encode)]);
    });
  });
  return cells;
}

/** Natural Earth has features without a geometry, which the types of GeoJSON do not know here. */
function listCourses({
  features,
}: FeatureCollection<Geometry | null>): { course: Position[]; properties: Feature["properties"] }[] {
  return features.flatMap(({ geometry, properties }) => {
    const courses =
      geometry?.type === "LineString"
        ? [geometry.coordinates]
        : geometry?.type === "MultiLineString"
          ? geometry.coordinates
          : [];
    return courses.map((course) => ({ course: simplify(course, TOLERANCE_DEGREES), properties }));
  });
}

function splitByCell<Cell>(course: readonly Position[], cellAt: (lng: number, lat: number) => Cell) {
  const parts: { cell: Cell; points: Position[] }[] = [];
  course.forEach((end, index) => {
    const start = course[index - 1];
    if (!start) return;
    const cell = cellAt(((start[0] ?? 0) + (end[0] ?? 0)) / 2, ((start[1] ?? 0) + (end[1] ?? 0)) / 2);
    const last = parts.at(-1);
    if (last?.cell === cell) last.points.push(end);
    else parts.push({ cell, points: [start, end] });
  });
  return parts.map(({ cell, points }) => ({ cell, part: encode(points) }));
}

function toUnits(degrees: number): number {
  return Math.round(degrees * UNITS_PER_DEGREE);
}

/** Each position by its distance from the one before, longitude and latitude in turn. */
function encode(course: readonly Position[]): number[] {
  let [x, y] = [0, 0];
  return course.flatMap(([lng = 0, lat = 0]) => {
    const step = [toUnits(lng) - x, toUnits(lat) - y];
    x += step[0] ?? 0;
    y += step[1] ?? 0;
    return step;
  });
}

function measureRing(ring: readonly Position[]): number {
  const twice = ring.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}
