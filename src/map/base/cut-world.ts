import type { Feature, FeatureCollection, MultiPolygon, Position as Coordinates } from "geojson";
import { feature, merge, mesh } from "topojson-client";
import type { GeometryCollection, MultiPolygon as Mergeable, Topology } from "topojson-specification";
import { type AreaGeometry, type Bounds, findBounds, isInside, widenBounds } from "../../core/geometry.ts";
import type { BaseMap } from "./base.ts";
import { drawCoasts } from "./coasts.ts";
import { clipRing, findWaters } from "./sea.ts";

/** The countries and the land of the world as `world-atlas` has them. */
export type World = Topology<{
  countries: GeometryCollection<{ name: string }>;
  land: GeometryCollection & { geometries: Mergeable[] };
}>;

const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };

/**
 * Land, coasts and borders around a theatre, out of a map of the world. Of `regions`, those that lie wholly in what that
 * has as sea are land, too: islands too small for it, or invented.
 */
export function cutWorld(world: World, bounds: Bounds, regions: readonly AreaGeometry[] = []): BaseMap {
  const { countries, land } = world.objects;
  // Wider than the map can be dragged, so that its edge never shows.
  const box = widenBounds(widenBounds(bounds));
  const sea = drawSea(merge(world, land.geometries), box, regions);
  const borders = mesh(world, countries, (one, other) => one !== other).coordinates;
  return {
    land: collect([sea, ...feature(world, countries).features.flatMap((country) => cutOut(country, box))]),
    coasts: drawCoasts(collect([sea]), box),
    borders: collect(
      unwrap([borders])
        .flat()
        .filter((course) => meets(course, box))
        .map(drawBorder),
    ),
    rivers: NOTHING,
    // Over the tints of control too: areas drawn by others seldom end at the coast.
    lakes: collect([sea]),
    roads: NOTHING,
    places: NOTHING,
    bounds: box,
  };
}

/** The parts of a country near the box, with its names in both languages; none for a country elsewhere. */
function cutOut({ id, properties, geometry }: Feature, box: Bounds): Feature[] {
  const isArea = geometry.type === "Polygon" || geometry.type === "MultiPolygon";
  const parts = !isArea ? [] : geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const near = unwrap(parts)
    .filter(([outline = []]) => meets(outline, box))
    .map((rings) => rings.flatMap((ring) => clipRing(ring.slice(0, -1), box)).map(closeRing))
    .filter((rings) => rings.length > 0);
  if (near.length === 0) return [];
  const names = nameCountry(String(id ?? ""), String(properties?.name ?? ""));
  return [
    {
      type: "Feature",
      properties: { id: String(id ?? ""), ...names },
      geometry: { type: "MultiPolygon", coordinates: near },
    },
  ];
}

function closeRing(points: Coordinates[]): Coordinates[] {
  return [...points, points[0] ?? []];
}

/** Names by the number that ISO 3166 gives a country; what has none keeps the name that the map gives it. */
function nameCountry(number: string, name: string): { name: string; name_ar: string } {
  if (!/^\d{3}$/.test(number)) return { name, name_ar: name };
  // Unicode knows which two letters a number stands for, and names countries by them.
  const region = new Intl.Locale(`und-${number}`).region ?? "";
  const named = (language: string) =>
    new Intl.DisplayNames(language, { type: "region", fallback: "none" }).of(region) ?? name;
  return /^[A-Z]{2}$/.test(region) ? { name: named("en"), name_ar: named("ar") } : { name, name_ar: name };
}

function drawSea(land: MultiPolygon, box: Bounds, regions: readonly AreaGeometry[]): Feature {
  const near = unwrap(land.coordinates).filter(([outline = []]) => meets(outline, box));
  return {
    type: "Feature",
    properties: { id: "sea" },
    geometry: {
      type: "MultiPolygon",
      coordinates: findWaters([...near, ...findIslands(regions, near)], box),
    },
  };
}

/** The parts of regions that have no point on known land. */
function findIslands(regions: readonly AreaGeometry[], land: Coordinates[][][]): Coordinates[][][] {
  const known: AreaGeometry = { type: "MultiPolygon", coordinates: land };
  const isAtSea = ([lng = 0, lat = 0]: Coordinates) => !isInside([lng, lat], known);
  return regions
    .flatMap((region) => (region.type === "Polygon" ? [region.coordinates] : region.coordinates))
    .filter(([outline = []]) => outline.every(isAtSea));
}

function drawBorder(coordinates: Coordinates[]): Feature {
  return { type: "Feature", properties: { kind: "country" }, geometry: { type: "LineString", coordinates } };
}

/** The same courses without the jump from 180 to -180 degrees, going on beyond 180 instead: the map is flat. */
function unwrap(polygons: readonly Coordinates[][][]): Coordinates[][][] {
  return polygons.map((courses) =>
    courses.map((course) => {
      let wraps = 0;
      return course.map(([lng = 0, lat = 0], index) => {
        const [before = lng] = course[index - 1] ?? [];
        if (Math.abs(lng - before) > 180) wraps += lng < before ? 1 : -1;
        return [lng + wraps * 360, lat];
      });
    }),
  );
}

/** Whether the boxes of a line and of the map overlap. */
function meets(course: readonly Coordinates[], [west, south, east, north]: Bounds): boolean {
  const box = findBounds(course);
  return box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south;
}

function collect(features: Feature[]): FeatureCollection {
  return { type: "FeatureCollection", features };
}
