import { distance } from "@turf/distance";
import { featureCollection, point } from "@turf/helpers";
import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification } from "maplibre-gl";
import type { Dataset } from "../core/dataset.ts";
import { findBounds, isTouching, type Position, widenBounds } from "../core/geometry.ts";

/** The zooms between which plates stand closer, the closer the map is looked at. */
const ZOOMS = [5, 6, 7, 8, 9, 10, 11] as const;
/** How far apart plates of a highway are to stand, in pixels; closer on small maps, where a plate more often finds no room among names. */
const [PLATE_SPACING_PX, SMALL_SPACING_PX] = [240, 150];
/** The last zoom of a map so small. */
const SMALL_ZOOM = 7;
/** Where in its share of the course a plate may stand, the middle first. */
const TRIED_SHARES = [0.5, 0.43, 0.57, 0.35, 0.65, 0.28, 0.72, 0.2, 0.8] as const;

/**
 * For each zoom, points along the highways for their number plates: each in the middle part of its share of the course, where
 * towns with names are furthest. On the line itself MapLibre sets plates at fixed distances, and drops those that meet a name: the
 * M5, which runs from town to town, had none left. They stay where they are when a stretch changes hands.
 */
export function drawPlates({
  highways,
  settlements,
}: Pick<Dataset, "highways" | "settlements">): FeatureCollection {
  const named = settlements.filter(({ importance }) => importance < 3).map(({ position }) => position);
  const features = highways.flatMap(({ id, name, course }) => {
    const walk = walkCourse(course);
    const near = listNear(named, course);
    return ZOOMS.flatMap((zoom) => {
      const count = Math.max(1, Math.round(walk.lengthKm / findSpacingKm(zoom, course)));
      return Array.from({ length: count }, (_, part) => {
        const tried = TRIED_SHARES.map((share) => walk.findAt(((part + share) / count) * walk.lengthKm));
        return point(findFreest(tried, near), { highway: id, name, zoom });
      });
    });
  });
  return featureCollection(features);
}

/** Tiles of 512 pixels, as MapLibre counts zooms, at the latitude where the course begins. */
function findSpacingKm(zoom: number, course: readonly Position[]): number {
  const equatorKm = 40_075 * Math.cos(((course[0]?.[1] ?? 0) * Math.PI) / 180);
  const spacingPx = zoom <= SMALL_ZOOM ? SMALL_SPACING_PX : PLATE_SPACING_PX;
  return (spacingPx * equatorKm) / (512 * 2 ** zoom);
}

/** Those in the box around a course, and a little beyond. */
function listNear(positions: readonly Position[], course: readonly Position[]): readonly Position[] {
  const box = widenBounds(findBounds(course));
  return positions.filter(([lng, lat]) => isTouching([lng, lat, lng, lat], box));
}

/** Of several places the one whose nearest town is furthest; of equal ones the first. */
function findFreest(tried: readonly Position[], towns: readonly Position[]): [number, number] {
  const freedom = (place: Position) =>
    towns.reduce((least, town) => Math.min(least, measureKm(place, town)), Number.POSITIVE_INFINITY);
  const [lng, lat] = tried.reduce((best, place) => (freedom(place) > freedom(best) ? place : best));
  return [lng, lat];
}

/** Filters the points of {@link drawPlates} by the zoom they are for; MapLibre asks at whole zooms. */
export const isPlateOfZoom: ExpressionSpecification = [
  "==",
  ["get", "zoom"],
  ["max", Math.min(...ZOOMS), ["min", Math.max(...ZOOMS), ["zoom"]]],
];

interface Walk {
  readonly lengthKm: number;
  /** The point so many kilometres from the beginning. */
  readonly findAt: (km: number) => Position;
}

function walkCourse(course: readonly Position[]): Walk {
  const ends = [0];
  for (const [index, end] of course.slice(1).entries()) {
    ends.push((ends[index] ?? 0) + measureKm(course[index] ?? end, end));
  }
  return {
    lengthKm: ends.at(-1) ?? 0,
    findAt(km) {
      const next = Math.max(
        1,
        ends.findIndex((end) => end >= km),
      );
      const [start, end] = [course[next - 1] ?? [0, 0], course[next] ?? [0, 0]];
      const [from, to] = [ends[next - 1] ?? 0, ends[next] ?? 0];
      const share = to > from ? (km - from) / (to - from) : 0;
      return [start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share];
    },
  };
}

function measureKm(from: Position, to: Position): number {
  return distance([...from], [...to]);
}
