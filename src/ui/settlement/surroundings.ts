import { distance } from "@turf/distance";
import { type Atlas, findPostEvent, listFrontLinesOn } from "../../core/atlas.ts";
import type { Dataset } from "../../core/dataset.ts";
import type { ObservationPost, PostState } from "../../core/records.ts";
import type { Day } from "../../core/day.ts";
import type { Position } from "../../core/geometry.ts";
import { measureKmToSegment } from "../../core/plane.ts";
import { isInPlace } from "../../core/measure/posts.ts";
import { isFront } from "../../core/measure/front-lines.ts";

export interface NearestPost {
  readonly post: ObservationPost;
  readonly distanceKm: number;
  /** By the latest document on or before the day. */
  readonly state: PostState;
}

/** The post in place at the end of `day` that is nearest to `position`; `undefined` if there is none. */
export function findNearestPost({ posts }: Dataset, position: Position, day: Day): NearestPost | undefined {
  return posts
    .filter((post) => isInPlace(post, day))
    .flatMap((post) => {
      const state = findPostEvent(post, day)?.state;
      return state === undefined ? [] : [{ post, state, distanceKm: measureKm(position, post.position) }];
    })
    .toSorted((a, b) => a.distanceKm - b.distanceKm)[0];
}

/**
 * Kilometres from `position` to the nearest point of the front at the end of `day`; `undefined` on a day without one.
 * Lines between sides that do not fight each other do not count. The line is a reconstruction, and so is this.
 */
export function measureFrontKm(atlas: Atlas, position: Position, day: Day): number | undefined {
  let nearest: number | undefined;
  for (const line of listFrontLinesOn(atlas, day)) {
    if (!isFront(atlas.dataset, line)) continue;
    const { geometry } = line;
    const parts = geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
    for (const part of parts) {
      const km = measureToLineKm(position, part);
      if (km !== undefined && (nearest === undefined || km < nearest)) nearest = km;
    }
  }
  return nearest;
}

function measureToLineKm(position: Position, line: readonly (readonly number[])[]): number | undefined {
  const points = line.map(([lng = Number.NaN, lat = Number.NaN]) => [lng, lat] as const);
  const distances = points.map((end, index) =>
    measureKmToSegment(position, points[index - 1] ?? end, end, position),
  );
  return distances.length > 0 ? distances.reduce((least, km) => Math.min(least, km)) : undefined;
}

function measureKm(from: Position, to: Position): number {
  return distance(from as [number, number], to as [number, number]);
}
