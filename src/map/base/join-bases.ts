import type { Feature, FeatureCollection, LineString, Position as Coordinates } from "geojson";
import {
  type AreaGeometry,
  type Bounds,
  findBounds,
  isInBounds,
  isInside,
  isTouching,
  listPolygons,
} from "../../core/geometry.ts";
import { type BaseMap, findBaseBounds, findInnerSpot } from "./base.ts";
import { clipRing } from "./sea.ts";
import { createBend, type Pull } from "./bend.ts";

/** Two drawings of one coast seldom differ by more than this where they meet, in degrees. */
const SEAM_DEGREES = 0.06;

/**
 * A detailed base with the coarser one of the world around it: what is drawn in detail covers the world's within its own
 * box. The world is bent a little near that box, so that its coasts and borders meet those in detail.
 */
export function joinBases(detail: BaseMap, world: BaseMap): BaseMap {
  const box = findBaseBounds(detail);
  if (!box) return world;
  const bend = createBend([
    ...listPulls(world.coasts, detail.coasts, box),
    ...listPulls(pickCountries(world.borders), pickCountries(detail.borders), box),
  ]);
  const around = (lines: FeatureCollection) => bendAll(cutOutBox(lines, box), bend);
  return {
    land: join(nameAlike(bendAll(world.land, bend), detail.land), detail.land),
    coasts: join(around(world.coasts), detail.coasts),
    borders: join(around(world.borders), detail.borders),
    rivers: join(
      bendAll(cutOutBox(world.rivers, box), createBend(listPulls(world.rivers, detail.rivers, box))),
      detail.rivers,
    ),
    // No sea: the areas of a base with detail are drawn to its own coast.
    lakes: join(cutAround(world.lakes, box), detail.lakes),
    roads: join(around(world.roads), detail.roads),
    places: join(world.places, detail.places),
    ...(world.bounds ? { bounds: world.bounds } : {}),
  };
}

function join(one: FeatureCollection, other: FeatureCollection): FeatureCollection {
  return { type: "FeatureCollection", features: [...one.features, ...other.features] };
}

/** What is the same country in detail has its name, and is home where that is. */
function nameAlike(world: FeatureCollection, detail: FeatureCollection): FeatureCollection {
  const spots = detail.features.flatMap((feature) => {
    const spot = isArea(feature) && findInnerSpot(feature.geometry, findBounds(feature.geometry));
    return spot ? [{ feature, spot }] : [];
  });
  const features = world.features.map((feature) => {
    const same = isArea(feature) && spots.find(({ spot }) => isInside(spot, feature.geometry));
    if (!same) return feature;
    const { id, ...told } = same.feature.properties ?? {};
    return { ...feature, properties: { ...feature.properties, ...(id === "sea" ? { id } : {}), ...told } };
  });
  return { ...world, features };
}

function isArea(feature: Feature): feature is Feature<AreaGeometry> {
  return feature.geometry.type === "Polygon" || feature.geometry.type === "MultiPolygon";
}

function pickCountries(borders: FeatureCollection): FeatureCollection {
  return {
    ...borders,
    features: borders.features.filter(({ properties }) => properties?.kind === "country"),
  };
}

/** What of areas lies outside the box, in up to four parts, which may overlap. */
function cutAround(areas: FeatureCollection, [west, south, east, north]: Bounds): FeatureCollection {
  const sides: Bounds[] = [
    [-FAR, -FAR, west, FAR],
    [east, -FAR, FAR, FAR],
    [-FAR, -FAR, FAR, south],
    [-FAR, north, FAR, FAR],
  ];
  const features = areas.features.flatMap((feature): Feature[] => {
    if (!isArea(feature) || feature.properties?.id === "sea") return [];
    if (!isTouching(findBounds(feature.geometry), [west, south, east, north])) return [feature];
    const polygons = sides.flatMap((side) =>
      listPolygons(feature.geometry).map((rings) =>
        rings
          .flatMap((ring) => clipRing(ring.slice(0, -1) as Coordinates[], side))
          .map((ring) => [...ring, ring[0] ?? []]),
      ),
    );
    const coordinates = polygons.filter((rings) => rings.length > 0);
    return [{ ...feature, geometry: { type: "MultiPolygon", coordinates } }];
  });
  return { ...areas, features };
}

/** Degrees beyond all maps, those beyond 180 degrees too. */
const FAR = 1000;

/** For each place where a line of the world comes to the box, the nearest at which one in detail leaves it. */
function listPulls(world: FeatureCollection, detail: FeatureCollection, box: Bounds): Pull[] {
  const ends = listLines(detail)
    .flatMap(({ coordinates }) => [coordinates[0] ?? [], coordinates.at(-1) ?? []])
    .filter((end) => isOnEdge(end, box));
  const cuts = listLines(cutOutBox(world, box))
    .flatMap(({ coordinates }) => [coordinates[0] ?? [], coordinates.at(-1) ?? []])
    .filter((end) => isOnEdge(end, box));
  return cuts.flatMap((at) => {
    const to = findNearest(at, ends);
    // Each to the other only: two lines bent to one point would cross.
    return to && findNearest(to, cuts) === at ? [{ at, to }] : [];
  });
}

function findNearest(point: Coordinates, others: readonly Coordinates[]): Coordinates | undefined {
  const near = others
    .map((other) => ({ other, distance: measure(point, other) }))
    .filter(({ distance }) => distance < SEAM_DEGREES);
  return near.toSorted((a, b) => a.distance - b.distance)[0]?.other;
}

function measure([ax = 0, ay = 0]: Coordinates, [bx = 0, by = 0]: Coordinates): number {
  return Math.hypot((bx - ax) * Math.cos((ay * Math.PI) / 180), by - ay);
}

/** About ten metres: traced coordinates are rounded. */
const ON_EDGE_DEGREES = 1e-4;

function isOnEdge([x = 0, y = 0]: Coordinates, [west, south, east, north]: Bounds): boolean {
  const isAt = (value: number, ...edges: number[]) =>
    edges.some((edge) => Math.abs(value - edge) < ON_EDGE_DEGREES);
  return isAt(x, west, east) || isAt(y, south, north);
}

/** The parts of lines outside the box, each cut where it crosses the edge. */
function cutOutBox(lines: FeatureCollection, box: Bounds): FeatureCollection {
  const features = lines.features.flatMap((feature): Feature[] =>
    listCourses(feature)
      .flatMap((course) => cutCourse(course, box))
      .map((coordinates) => ({ ...feature, geometry: { type: "LineString", coordinates } })),
  );
  return { ...lines, features };
}

function cutCourse(course: readonly Coordinates[], box: Bounds): Coordinates[][] {
  const parts: Coordinates[][] = [];
  let part: Coordinates[] = [];
  const end = () => {
    if (part.length > 1) parts.push(part);
    part = [];
  };
  let before: Coordinates | undefined;
  for (const point of course) {
    const stops = before ? [...listCrossings(before, point, box), point] : [point];
    for (const stop of stops) {
      // Between two stops the line is either in the box or out of it: its middle tells.
      const isOut = !before || !isWithin(middle(before, stop), box);
      if (!isOut) end();
      else if (before && part.length === 0) part.push(before);
      if (isOut && before) part.push(stop);
      before = stop;
    }
  }
  end();
  return parts;
}

function isWithin([x = 0, y = 0]: Coordinates, box: Bounds): boolean {
  return isInBounds([x, y], box);
}

function middle([ax = 0, ay = 0]: Coordinates, [bx = 0, by = 0]: Coordinates): Coordinates {
  return [(ax + bx) / 2, (ay + by) / 2];
}

/** Where a straight line crosses the edge of a box, in order. */
function listCrossings(start: Coordinates, end: Coordinates, box: Bounds): Coordinates[] {
  const [ax = 0, ay = 0] = start;
  const [bx = 0, by = 0] = end;
  const shares = box.map((edge, side) =>
    side % 2 === 0 ? (edge - ax) / (bx - ax) : (edge - ay) / (by - ay),
  );
  return shares
    .flatMap((share, side): { share: number; at: Coordinates }[] => {
      if (!(share > 0 && share < 1)) return [];
      const edge = box[side] ?? 0;
      // The edge's own number: a sum may miss it by a hair, and the crossing would count as inside.
      const at = side % 2 === 0 ? [edge, ay + (by - ay) * share] : [ax + (bx - ax) * share, edge];
      return isWithin(at, box) ? [{ share, at }] : [];
    })
    .toSorted((one, other) => one.share - other.share)
    .map(({ at }) => at);
}

function listCourses({ geometry }: Feature): Coordinates[][] {
  if (geometry.type === "LineString") return [geometry.coordinates];
  return geometry.type === "MultiLineString" ? geometry.coordinates : [];
}

function listLines(lines: FeatureCollection): LineString[] {
  return lines.features.flatMap((feature) =>
    listCourses(feature).map((coordinates): LineString => ({ type: "LineString", coordinates })),
  );
}

function bendAll(
  collection: FeatureCollection,
  bend: (point: Coordinates) => Coordinates,
): FeatureCollection {
  const features = collection.features.map((feature): Feature => {
    const { geometry } = feature;
    if (geometry.type === "LineString")
      return { ...feature, geometry: { ...geometry, coordinates: geometry.coordinates.map(bend) } };
    if (!isArea(feature)) return feature;
    const rings =
      feature.geometry.type === "Polygon" ? [feature.geometry.coordinates] : feature.geometry.coordinates;
    const coordinates = rings.map((polygon) => polygon.map((ring) => ring.map(bend)));
    return { ...feature, geometry: { type: "MultiPolygon", coordinates } };
  });
  return { ...collection, features };
}
