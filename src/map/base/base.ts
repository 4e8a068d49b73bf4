import type { Feature, FeatureCollection, Geometry, MultiPolygon, Point, Polygon } from "geojson";
import type { Dataset } from "../../core/dataset.ts";
import { nameByScript, type Script } from "../../core/names.ts";
import type { Settlement } from "../../core/records.ts";
import {
  type AreaGeometry,
  type Bounds,
  findBounds,
  isEmptyBox,
  isInBounds,
  isInside,
  joinBounds,
  listRings,
  type Position,
} from "../../core/geometry.ts";
import { clipRing } from "./sea.ts";

/** Whom the world's map is from. The borders tell who governs, not who claims. */
const WORLD_CREDITS: readonly string[] = [
  "Coasts, borders, rivers: Natural Earth, public domain (borders as governed, not as claimed)",
  "Other places: GeoNames (CC BY)",
];

/** A data set with the credits that are due for the world's map under it. */
export function creditWorld(dataset: Dataset): Dataset {
  const { credits } = dataset;
  return { ...dataset, ownCredits: credits, credits: [...credits, ...WORLD_CREDITS] };
}

/** The ground the story is drawn on: the files of `geodata/base`, by name. */
export interface BaseMap {
  /** Polygons with `id`, `name`, `name_ar`: the sea, and one per country. */
  readonly land: FeatureCollection;
  /** Where land meets sea, as lines. */
  readonly coasts: FeatureCollection;
  /** Lines with `kind`: country or governorate. */
  readonly borders: FeatureCollection;
  /** Lines with `name`, `name_ar`, `importance`. */
  readonly rivers: FeatureCollection;
  readonly lakes: FeatureCollection;
  /** Lines with `importance`. */
  readonly roads: FeatureCollection;
  /** Points with their names by script and their `rank`: the zoom from which each is named. */
  readonly places: FeatureCollection;
  /** What the base covers, if not the box around its land and sea. */
  readonly bounds?: Bounds;
  /** Some of it could not be had. */
  readonly isLacking?: boolean;
}

/** The box around all land and sea of the base: beyond it nothing is known. `undefined` for an empty base. */
export function findBaseBounds(base: BaseMap): Bounds | undefined {
  if (base.bounds) return base.bounds;
  const box = joinBounds(listPolygons(base.land).map(({ geometry }) => findBounds(geometry)));
  return isEmptyBox(box) ? undefined : box;
}

/** The base with `isHome` on the land of every country in which a settlement lies: the ground the story is about. */
export function markHome(base: BaseMap, settlements: readonly Settlement[]): BaseMap {
  const home = new Set<Feature>();
  let rest = settlements;
  const countries = listPolygons(base.land).filter(({ properties }) => properties?.id !== "sea");
  // Simple outlines first: few settlements are then left to be looked for in the long ones.
  const sizes = new Map(countries.map((country) => [country, listRings(country.geometry).flat().length]));
  for (const country of countries.sort((one, other) => (sizes.get(one) ?? 0) - (sizes.get(other) ?? 0))) {
    const { geometry } = country;
    const box = findBounds(geometry);
    const outside = rest.filter(
      ({ position }) => !isInBounds(position, box) || !isInside(position, geometry),
    );
    if (outside.length < rest.length) home.add(country);
    rest = outside;
  }
  const features = base.land.features.map((feature) => ({
    ...feature,
    properties: { ...feature.properties, isHome: home.has(feature) },
  }));
  return { ...base, land: { ...base.land, features } };
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
 * One point for the name of each country and sea: the spot inside `within` that lies furthest from its edges, or for one
 * that has none, such a spot in the box `around`. The country that fills most of the picture is left out; its own towns
 * say where one is.
 */
export function placeRegionNames(
  land: FeatureCollection,
  within: Bounds,
  around: Bounds = within,
): FeatureCollection<Point> {
  const named = listPolygons(land).filter((polygon) => polygon.properties?.name);
  const placed = new Set<unknown>();
  const place = (box: Bounds) =>
    named.flatMap((polygon) => {
      const spot = placed.has(polygon.properties?.name) ? undefined : findRoomiestSpot(polygon.geometry, box);
      if (!spot) return [];
      placed.add(polygon.properties?.name);
      return [{ polygon, ...spot }];
    });
  const near = place(within);
  const spots = [...near, ...place(around).map((spot) => ({ ...spot, count: 0 }))];
  const largest = spots.reduce((most, { count }) => Math.max(most, count), 0);
  return {
    type: "FeatureCollection",
    features: spots
      .filter((spot) => spot.count < largest || largest === 0)
      .map(({ polygon, position }) => ({
        type: "Feature",
        properties: { ...readNames(polygon), isWater: polygon.properties?.id === "sea" },
        geometry: { type: "Point", coordinates: [...position] },
      })),
  };
}

/** The spot inside an area and a box that lies furthest from their edges, as a grid finds it; `undefined` if none does. */
export function findInnerSpot(geometry: AreaGeometry, within: Bounds): Position | undefined {
  return findRoomiestSpot(geometry, within)?.position;
}

const GRID_STEPS = 28;

/** The best point of a grid over the box, and how many points of the grid lie in the area. */
function findRoomiestSpot(
  whole: AreaGeometry,
  box: Bounds,
): { position: Position; count: number } | undefined {
  const [west, south, east, north] = box;
  // For a name the outline need not be exact, and what is outside the box is further away than its frame.
  const geometry = thinArea(whole, box);
  const vertices = listRings(geometry)
    .flat()
    .filter(([x = 0, y = 0]) => isInBounds([x, y], box));
  let best: { position: Position; room: number } | undefined;
  let count = 0;
  for (let column = 1; column < GRID_STEPS; column++) {
    for (let row = 1; row < GRID_STEPS; row++) {
      const lng = west + ((east - west) * column) / GRID_STEPS;
      const lat = south + ((north - south) * row) / GRID_STEPS;
      if (!isInside([lng, lat], geometry)) continue;
      count += 1;
      const toFrame = Math.min(lng - west, east - lng, lat - south, north - lat);
      const room = vertices.reduce(
        (least, [x = 0, y = 0]) => Math.min(least, Math.hypot(x - lng, y - lat)),
        toFrame,
      );
      if (!best || room > best.room) best = { position: [lng, lat], room };
    }
  }
  return best && { position: best.position, count };
}

/** Vertices of a ring that are looked at. */
const MOST_VERTICES = 300;

/** What of an area lies in a box, with some of its vertices only. */
function thinArea(area: AreaGeometry, box: Bounds): AreaGeometry {
  const polygons = area.type === "Polygon" ? [area.coordinates] : area.coordinates;
  const coordinates = polygons.map((rings) =>
    rings
      .flatMap((ring) => clipRing(ring.slice(0, -1), box))
      .map((ring) => {
        const step = Math.ceil(ring.length / MOST_VERTICES);
        const kept = ring.filter((_, index) => index % step === 0);
        return [...kept, kept[0] ?? []];
      }),
  );
  return { type: "MultiPolygon", coordinates: coordinates.filter((rings) => rings.length > 0) };
}

function listPolygons(collection: FeatureCollection): Feature<Polygon | MultiPolygon>[] {
  return collection.features.filter((feature) => isPolygon(feature));
}

function isPolygon(feature: Feature<Geometry>): feature is Feature<Polygon | MultiPolygon> {
  return feature.geometry.type === "Polygon" || feature.geometry.type === "MultiPolygon";
}

/** Under the words by which the style asks for names. */
function readNames({ properties }: Feature): Readonly<Record<Script, string>> {
  return nameByScript({ en: String(properties?.name ?? ""), ar: String(properties?.name_ar ?? "") });
}
