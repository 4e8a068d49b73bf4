import type { FeatureCollection, Geometry, Position } from "geojson";
import { type ByteReader, createByteReader, createByteWriter } from "../../core/byte-columns.ts";

/** Parts of a base map by name: collections of features, and what else there is to say. */
type Parts = Readonly<Record<string, unknown>>;

/** What is written before the places: the parts with the number of places in place of each course. */
interface Frame {
  readonly decimals: number;
  readonly parts: Parts;
}

/**
 * Makes a base map small enough to be waited for: gzipped, 44 % of what it takes as GeoJSON. Rounds to so many
 * decimals. What is no collection of features stays as it is, and so do points.
 *
 * The places of all courses are columns of longitudes and latitudes, each as the step from the place before; the first of a
 * course as the step from where the course before it ended.
 */
export function packBase(parts: Parts, decimals: number): Uint8Array<ArrayBuffer> {
  const unit = 10 ** decimals;
  const places: Position[] = [];
  const frame: Frame = {
    decimals,
    parts: changeCourses(parts, (course: readonly Position[]) => {
      places.push(...course);
      return course.length;
    }),
  };
  const writer = createByteWriter();
  writer.writeText(JSON.stringify(frame));
  writer.writeCount(places.length);
  for (const axis of [0, 1]) {
    const values = places.map((place) => Math.round((place[axis] ?? 0) * unit));
    writer.writePlanes(values.map((value, index) => value - (values[index - 1] ?? 0)));
  }
  return writer.toBytes();
}

/**
 * What {@link packBase} was given, as far as its decimals reach.
 *
 * @throws RangeError or SyntaxError if the bytes are cut short or were not written by it
 */
export function unpackBase(bytes: Uint8Array): Parts {
  const reader = createByteReader(bytes);
  const { decimals, parts } = JSON.parse(reader.readText()) as Frame;
  const count = reader.readLength();
  const lngs = readColumn(reader, count, 10 ** decimals);
  const lats = readColumn(reader, count, 10 ** decimals);
  let read = 0;
  return changeCourses(parts, (length: number) => {
    const start = read;
    read += length;
    if (read > count) throw new RangeError(`${read} of ${count} places`);
    return Array.from({ length }, (_, index) => [lngs[start + index] ?? 0, lats[start + index] ?? 0]);
  });
}

/** In degrees. */
function readColumn(reader: ByteReader, count: number, unit: number): Float64Array {
  let before = 0;
  return reader.readPlanes(count).map((step) => {
    before += step;
    return before / unit;
  });
}

/** How deep in lists the courses of a geometry lie; a point is no course. */
const DEPTHS: Readonly<Record<string, number>> = {
  LineString: 0,
  MultiLineString: 1,
  Polygon: 1,
  MultiPolygon: 2,
};

/** Changes the courses of all parts, in their order. */
function changeCourses<Course>(parts: Parts, change: (course: Course) => unknown): Parts {
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => {
      if (!isCollection(part)) return [name, part];
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
