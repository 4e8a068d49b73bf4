import type { FeatureCollection, Geometry, Position } from "geojson";

/**
 * Parts of a base map by name. For each course the steps from point to point, longitude and latitude in turn, in units of
 * the last decimal; the first is the step from the course before.
 */
export interface PackedBase {
  readonly decimals: number;
  readonly parts: Parts;
}

type Parts = Readonly<Record<string, unknown>>;

/**
 * Makes a base map small enough to be waited for: half of what it takes as GeoJSON, gzipped. Rounds to so many decimals.
 * What is no collection of features stays as it is.
 */
export function packBase(parts: Parts, decimals: number): PackedBase {
  const unit = 10 ** decimals;
  return {
    decimals,
    parts: changeCourses(parts, () => {
      const walk = createWalk();
      return (course: readonly Position[]) =>
        course.flatMap(([lng = 0, lat = 0]) => walk.measure(Math.round(lng * unit), Math.round(lat * unit)));
    }),
  };
}

/** What {@link packBase} was given, as far as its decimals reach. */
export function unpackBase({ decimals, parts }: PackedBase): Parts {
  const unit = 10 ** decimals;
  return changeCourses(parts, () => {
    const walk = createWalk();
    return (steps: readonly number[]) =>
      Array.from({ length: steps.length / 2 }, (_, index) => {
        const [x, y] = walk.go(steps[2 * index] ?? 0, steps[2 * index + 1] ?? 0);
        return [x / unit, y / unit];
      });
  });
}

/** Goes from place to place, and knows where it is. */
function createWalk() {
  let [x, y] = [0, 0];
  return {
    /** The steps to a place, where it then is. */
    measure(toX: number, toY: number): [number, number] {
      const step: [number, number] = [toX - x, toY - y];
      [x, y] = [toX, toY];
      return step;
    },
    go(east: number, north: number): [number, number] {
      [x, y] = [x + east, y + north];
      return [x, y];
    },
  };
}

/** How deep in lists the courses of a geometry lie; a point is no course. */
const DEPTHS: Readonly<Record<string, number>> = {
  LineString: 0,
  MultiLineString: 1,
  Polygon: 1,
  MultiPolygon: 2,
};

/** Changes the courses of each part, each part by a change of its own. */
function changeCourses<Course>(parts: Parts, begin: () => (course: Course) => unknown): Parts {
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => {
      if (!isCollection(part)) return [name, part];
      const change = begin();
      const features = part.features.map((feature) => ({
        ...feature,
        geometry: changeGeometry(feature.geometry, change),
      }));
      return [name, { ...part, features }];
    }),
  );
}

function changeGeometry<Course>(geometry: Geometry, change: (course: Course) => unknown): unknown {
  const depth = DEPTHS[geometry.type];
  if (depth === undefined || !("coordinates" in geometry)) return geometry;
  const changeIn = (list: unknown, left: number): unknown =>
    left === 0
      ? change(list as Course)
      : (list as readonly unknown[]).map((inner) => changeIn(inner, left - 1));
  return { ...geometry, coordinates: changeIn(geometry.coordinates, depth) };
}

function isCollection(value: unknown): value is FeatureCollection {
  return typeof value === "object" && value !== null && "features" in value && Array.isArray(value.features);
}
