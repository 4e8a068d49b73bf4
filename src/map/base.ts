import type { Feature, FeatureCollection, Geometry, LineString, MultiPolygon, Point, Polygon } from "geojson";
import {
  type AreaGeometry,
  type Bounds,
  findBounds,
  isInside,
  listRings,
  type Position,
} from "../core/geometry.ts";

/** The ground the story is drawn on: the files of `geodata/base`, by name. */
export interface BaseMap {
  /** Polygons with `id`, `name`, `name_ar`: the sea, and one per country. */
  readonly land: FeatureCollection;
  /** Lines with `kind`: country or governorate. */
  readonly borders: FeatureCollection;
  /** Lines with `name`, `name_ar`, `importance`. */
  readonly rivers: FeatureCollection;
  readonly lakes: FeatureCollection;
  /** Lines with `importance`. */
  readonly roads: FeatureCollection;
  readonly governorates: FeatureCollection;
}

/** The box around all land and sea of the base: beyond it nothing is known. `undefined` for an empty base. */
export function findBaseBounds(base: BaseMap): Bounds | undefined {
  const boxes = listPolygons(base.land).map((polygon) => findBounds(polygon.geometry));
  if (boxes.length === 0) return undefined;
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}

/** The edge of a box as one closed line. */
export function drawFrame([west, south, east, north]: Bounds): Feature<LineString> {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: "Feature", properties: {}, geometry: { type: "LineString", coordinates: corners } };
}

/** Rivers with the names under which every label of the style asks for them. */
export function labelRivers(rivers: FeatureCollection): FeatureCollection {
  return {
    ...rivers,
    features: rivers.features.map((river) => ({
      ...river,
      properties: { ...river.properties, ...readNames(river) },
    })),
  };
}

/**
 * One point for the name of each country and sea: the spot inside `within` that lies furthest from its edges. The
 * country that fills most of the picture is left out; its own towns say where one is.
 */
export function placeRegionNames(land: FeatureCollection, within: Bounds): FeatureCollection<Point> {
  const spots = listPolygons(land).flatMap((polygon) => {
    const spot = findRoomiestSpot(polygon.geometry, within);
    return spot ? [{ polygon, ...spot }] : [];
  });
  const largest = Math.max(...spots.map((spot) => spot.count));
  return {
    type: "FeatureCollection",
    features: spots
      .filter((spot) => spot.count < largest)
      .map(({ polygon, position }) => ({
        type: "Feature",
        properties: { ...readNames(polygon), isWater: polygon.properties?.id === "sea" },
        geometry: { type: "Point", coordinates: [...position] },
      })),
  };
}

const GRID_STEPS = 28;

/** The best point of a grid over the box, and how many points of the grid lie in the area. */
function findRoomiestSpot(
  geometry: AreaGeometry,
  [west, south, east, north]: Bounds,
): { position: Position; count: number } | undefined {
  const vertices = listRings(geometry).flat();
  let best: { position: Position; room: number } | undefined;
  let count = 0;
  for (let column = 1; column < GRID_STEPS; column++) {
    for (let row = 1; row < GRID_STEPS; row++) {
      const lng = west + ((east - west) * column) / GRID_STEPS;
      const lat = south + ((north - south) * row) / GRID_STEPS;
      if (!isInside([lng, lat], geometry)) continue;
      count += 1;
      const toFrame = Math.min(lng - west, east - lng, lat - south, north - lat);
      const toEdge = Math.min(...vertices.map(([x = 0, y = 0]) => Math.hypot(x - lng, y - lat)));
      const room = Math.min(toFrame, toEdge);
      if (!best || room > best.room) best = { position: [lng, lat], room };
    }
  }
  return best && { position: best.position, count };
}

function listPolygons(collection: FeatureCollection): Feature<Polygon | MultiPolygon>[] {
  return collection.features.filter((feature) => isPolygon(feature));
}

function isPolygon(feature: Feature<Geometry>): feature is Feature<Polygon | MultiPolygon> {
  return feature.geometry.type === "Polygon" || feature.geometry.type === "MultiPolygon";
}

function readNames({ properties }: Feature): { latin: string; arabic: string } {
  return { latin: String(properties?.name ?? ""), arabic: String(properties?.name_ar ?? "") };
}
