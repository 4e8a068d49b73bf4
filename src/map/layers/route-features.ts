import type { FeatureCollection } from "geojson";
import { findPostEvent } from "../../core/atlas.ts";
import { findCorridor, findPatrols, outlineCorridor } from "../../core/measure/corridor.ts";
import type { Dataset } from "../../core/dataset.ts";
import type { Corridor, Highway, ObservationPost } from "../../core/records.ts";
import type { Day } from "../../core/day.ts";
import type { Stretch } from "../../core/measure/highways.ts";
import type { StandingState } from "../../words/map-words.ts";
import { colourOf } from "./control-features.ts";

/** Highways cut by holder, each stretch with the `colour` of its side, empty outside all areas. */
export function drawStretches(dataset: Dataset, stretches: readonly Stretch[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: stretches.map(({ highway, side, course }) => ({
      type: "Feature",
      properties: { highway, colour: colourOf(dataset, side) ?? "" },
      geometry: { type: "LineString", coordinates: course.map((position) => [...position]) },
    })),
  };
}

/** The whole highways, for their number plates: these stay where they are when a stretch changes hands. */
export function drawShieldCourses(highways: readonly Highway[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: highways.map(({ name, course }) => ({
      type: "Feature",
      properties: { name },
      geometry: { type: "LineString", coordinates: course.map((position) => [...position]) },
    })),
  };
}

/** The ground of a corridor; nothing if the data set lacks its highway. The outline takes some 0.3 s, so ask once. */
export function drawCorridor(dataset: Dataset, { highway, widthKm }: Corridor): FeatureCollection {
  const course = dataset.highways.find(({ id }) => id === highway)?.course ?? [];
  const geometry = outlineCorridor(course, widthKm);
  return {
    type: "FeatureCollection",
    features: geometry ? [{ type: "Feature", properties: { highway, widthKm }, geometry }] : [],
  };
}

/** The highway that is patrolled on `day`, from end to end, with the patrols' name in each language. */
export function drawPatrols(dataset: Dataset, day: Day): FeatureCollection {
  const corridor = findCorridor(dataset, day);
  const patrols = corridor && findPatrols(corridor, day);
  const highways = dataset.highways.filter(({ id }) => patrols && id === corridor?.highway);
  return {
    type: "FeatureCollection",
    features: highways.map(({ id, course }) => ({
      type: "Feature",
      properties: { highway: id, ...patrols?.name },
      geometry: { type: "LineString", coordinates: course.map((position) => [...position]) },
    })),
  };
}

/** A post that is on the map, in the state it is in. */
export interface StandingPost {
  readonly post: ObservationPost;
  readonly state: StandingState;
}

/** The posts that stand on `day`: not those still to be set up, nor those evacuated. */
export function listStandingPosts(posts: readonly ObservationPost[], day: Day): StandingPost[] {
  return posts.flatMap((post) => {
    const state = findPostEvent(post, day)?.state;
    return state === undefined || state === "evacuated" ? [] : [{ post, state }];
  });
}

/** The posts that stand on `day`, each with the `colour` of its operator and whether it `isEncircled`. */
export function drawPosts(dataset: Dataset, day: Day): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: listStandingPosts(dataset.posts, day).map(({ post, state }) => ({
      type: "Feature",
      properties: {
        id: post.id,
        latin: post.name,
        arabic: post.nameAr,
        colour: colourOf(dataset, post.operator) ?? "",
        isEncircled: state === "encircled",
      },
      geometry: { type: "Point", coordinates: [...post.position] },
    })),
  };
}
