import { distance } from "@turf/distance";
import { featureCollection, point } from "@turf/helpers";
import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification } from "maplibre-gl";
import type { Dataset } from "../core/dataset.ts";
import { findBounds, isTouching, type Position, widenBounds } from "../core/geometry.ts";

/** The zooms between which plates stand closer, the closer the map is looked at. */
const [FIRST_ZOOM, LAST_ZOOM] = [5, 11];
/** How far apart plates of a highway are to stand, in pixels. */
const PLATE_SPACING_PX = 240;
/** Places that are tried for each plate. */
const TRIED = 9;

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
    return Array.from({ length: LAST_ZOOM - FIRST_ZOOM + 1 }, (_, index) => FIRST_ZOOM + index).flatMap(
      (zoom) => {
        const count = Math.max(1, Math.round(walk.lengthKm / findSpacingKm(zoom, course)));
        return Array.from({ length: count }, (_slot, slot) => {
          const tried = Array.from({ length: TRIED }, (_try, place) => {
            const share = 0.2 + (0.6 * place) / (TRIED - 1);
            return walk.findAt(((slot + share) / count) * walk.lengthKm);
          });
          return point(findFreest(tried, near), { highway: id, name, zoom });
        });
      },
    );
  });
  return featureCollection(features);
}

/** Tiles of 512 pixels, as MapLibre counts zooms, at the latitude where the course begins. */
function findSpacingKm(zoom: number, course: readonly Position[]): number {
  const equatorKm = 40_075 * Math.cos(((course[0]?.[1] ?? 0) * Math.PI) / 180);
  return (PLATE_SPACING_PX * equatorKm) / (512 * 2 ** zoom);
}

/** Those in the box around a course, and a little beyond. */
function listNear(positions: readonly Position[], course: readonly Position[]): readonly Position[] {
  const box = widenBounds(findBounds(course));
  return positions.filter(([lng, lat]) => isTouching([lng, lat, lng, lat], box));
}

/** Of several places the one whose nearest town is furthest; the one in the middle where there is none. */
function findFreest(tried: readonly Position[], towns: readonly Position[]): [number, number] {
  const freedom = (place: Position) =>
    towns.reduce((least, town) => Math.min(least, measureKm(place, town)), Number.POSITIVE_INFINITY);
  const fromMiddle = tried.toSorted(
    (one, other) => Math.abs(tried.indexOf(one) - TRIED / 2) - Math.abs(tried.indexOf(other) - TRIED / 2),
  );
  const [lng, lat] = fromMiddle.reduce((best, place) => (freedom(place) > freedom(best) ? place : best));
  return [lng, lat];
}

/** Filters the points of {@link drawPlates} by the zoom they are for; MapLibre asks at whole zooms. */
export const isPlateOfZoom: ExpressionSpecification = [
  "==",
  ["get", "zoom"],
  ["max", FIRST_ZOOM, ["min", LAST_ZOOM, ["zoom"]]],
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
