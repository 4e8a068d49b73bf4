import { unprojectMercator } from "../../core/mercator.ts";
import { isRecord, type RawRecord } from "../text/record.ts";

/** How deep services put a collection into what they answer. */
const DEEPEST = 3;

/**
 * The one collection of features that a JSON value is or has inside, as answers of services have it: `{"value": {…}}`. A
 * lone feature is a collection of one. `undefined` if there is none, or more than one.
 */
export function findCollection(value: unknown): RawRecord | undefined {
  const found = listCollections(value, DEEPEST);
  return found.length === 1 ? found[0] : undefined;
}

function listCollections(value: unknown, depth: number): RawRecord[] {
  if (!isRecord(value)) return [];
  if (value["type"] === "FeatureCollection" && Array.isArray(value["features"])) return [value];
  if (value["type"] === "Feature") return [{ type: "FeatureCollection", features: [value] }];
  if (depth === 0) return [];
  return Object.values(value).flatMap((member) => listCollections(member, depth - 1));
}

/** The numbers under which Web Mercator goes, in metres. */
const WEB_MERCATOR = /(?:EPSG|ESRI)?:+(?:3857|3785|900913|102100|102113)$/i;
/** Half the length of the equator, by which Web Mercator measures. */
const HALF_M = Math.PI * 6_378_137;

/** Whether a system of coordinates, by its name in `crs`, is Web Mercator. */
export function isWebMercator(system: string): boolean {
  return WEB_MERCATOR.test(system);
}

/** A feature of a collection in Web Mercator, in longitude and latitude; what is no feature with a shape stays as it is. */
export function unprojectFeature(feature: unknown): unknown {
  if (!isRecord(feature) || !isRecord(feature["geometry"])) return feature;
  const { geometry } = feature;
  return {
    ...feature,
    geometry: { ...geometry, coordinates: unproject(geometry["coordinates"], DEEPEST_COORDINATES) },
  };
}

/** The lists of a MultiPolygon within each other; what is deeper is at fault and left as it is. */
const DEEPEST_COORDINATES = 4;

function unproject(coordinates: unknown, depth: number): unknown {
  if (!Array.isArray(coordinates) || depth === 0) return coordinates;
  const [x, y] = coordinates as readonly unknown[];
  if (typeof x !== "number" || typeof y !== "number")
    return coordinates.map((inner) => unproject(inner, depth - 1));
  return unprojectMercator([(1 + x / HALF_M) / 2, (1 - y / HALF_M) / 2]);
}
