import type { Feature, FeatureCollection, Position as Coordinates } from "geojson";
import type { Bounds } from "../../core/geometry.ts";
import { UNITS_PER_DEGREE, type WorldCell } from "../../core/world-cells.ts";

type Course = WorldCell["provinces"][number];

/** The content of cells as GeoJSON; what lies beyond the box is left out as far as that costs nothing. */
export function drawCells(
  cells: readonly { readonly cell: WorldCell; readonly shift: number }[],
  box: Bounds,
): Record<"places" | "rivers" | "lakes" | "provinces", FeatureCollection> {
  const [west, south, east, north] = box;
  const isNear = ([lng = 0, lat = 0]: Coordinates) =>
    lng >= west && lng <= east && lat >= south && lat <= north;
  const lakes = new Map<string, Feature>();
  for (const { cell, shift } of cells) {
    for (const [number, ...rings] of cell.lakes) {
      const coordinates = rings.map((ring) => decode(ring, shift));
      lakes.set(`${number} ${shift}`, {
        type: "Feature",
        properties: {},
        geometry: { type: "Polygon", coordinates },
      });
    }
  }
  return {
    places: collect(
      cells.flatMap(({ cell, shift }) =>
        cell.places.flatMap(([x, y, rank, latin, others]): Feature[] => {
          const coordinates = [x / UNITS_PER_DEGREE + shift, y / UNITS_PER_DEGREE];
          if (!isNear(coordinates)) return [];
          const names = latin === "" ? others : { latin, ...others };
          return [
            { type: "Feature", properties: { ...names, rank }, geometry: { type: "Point", coordinates } },
          ];
        }),
      ),
    ),
    rivers: collect(
      cells.flatMap(({ cell, shift }) =>
        cell.rivers.flatMap(([importance, name, course]) =>
          drawNear({ name, importance }, decode(course, shift), isNear),
        ),
      ),
    ),
    lakes: collect([...lakes.values()]),
    provinces: collect(
      cells.flatMap(({ cell, shift }) =>
        cell.provinces.flatMap((course) => drawNear({ kind: "governorate" }, decode(course, shift), isNear)),
      ),
    ),
  };
}

function drawNear(
  properties: Record<string, unknown>,
  coordinates: Coordinates[],
  isNear: (point: Coordinates) => boolean,
): Feature[] {
  if (!coordinates.some(isNear)) return [];
  return [{ type: "Feature", properties, geometry: { type: "LineString", coordinates } }];
}

function decode(course: Course, shift: number): Coordinates[] {
  let [x, y] = [0, 0];
  return course.flatMap((step, index) => {
    if (index % 2 === 0) {
      x += step;
      return [];
    }
    y += step;
    return [[x / UNITS_PER_DEGREE + shift, y / UNITS_PER_DEGREE]];
  });
}

function collect(features: Feature[]): FeatureCollection {
  return { type: "FeatureCollection", features };
}
