import type { Feature, FeatureCollection, Position as Coordinates } from "geojson";
import { type Bounds, listRings } from "../../core/geometry.ts";

/** About a metre. */
const ON_EDGE_DEGREES = 1e-5;

/** The outlines of the waters (`id` is "sea") as lines, without what of them is no coast but the edge of the `box`. */
export function drawCoasts(land: FeatureCollection, box: Bounds): FeatureCollection {
  const rings = land.features.flatMap(({ properties, geometry }) =>
    properties?.id === "sea" && (geometry.type === "Polygon" || geometry.type === "MultiPolygon")
      ? listRings(geometry)
      : [],
  );
  return {
    type: "FeatureCollection",
    features: rings.flatMap((ring) => cutAtEdge(ring as Coordinates[], box)).map(drawLine),
  };
}

function cutAtEdge(ring: readonly Coordinates[], box: Bounds): Coordinates[][] {
  const courses: Coordinates[][] = [];
  let course: Coordinates[] = [];
  ring.forEach((point, index) => {
    const before = ring[index - 1];
    if (before && !isAlong(before, point, box))
      course.push(...(course.length === 0 ? [before, point] : [point]));
    else if (course.length > 0) {
      courses.push(course);
      course = [];
    }
  });
  return course.length > 0 ? [...courses, course] : courses;
}

/** Whether both points lie on the same side of the box. */
function isAlong(one: Coordinates, other: Coordinates, box: Bounds): boolean {
  return box.some((edge, side) => {
    const isAt = (point: Coordinates) => Math.abs((point[side % 2] ?? 0) - edge) < ON_EDGE_DEGREES;
    return isAt(one) && isAt(other);
  });
}

function drawLine(coordinates: Coordinates[]): Feature {
  return { type: "Feature", properties: {}, geometry: { type: "LineString", coordinates } };
}
