import type { FeatureCollection } from "geojson";
import { findPostEvent } from "../core/atlas.ts";
import type { Dataset, Highway, ObservationPost } from "../core/dataset.ts";
import type { Day } from "../core/day.ts";
import type { Stretch } from "../core/highways.ts";
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

/** The posts that stand on `day`: not those still to be set up, nor those evacuated. */
export function drawPosts(posts: readonly ObservationPost[], day: Day): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: posts.flatMap((post) => {
      const state = findPostEvent(post, day)?.state;
      if (state === undefined || state === "evacuated") return [];
      return [
        {
          type: "Feature" as const,
          properties: {
            id: post.id,
            latin: post.name,
            arabic: post.nameAr,
            isEncircled: state === "encircled",
          },
          geometry: { type: "Point" as const, coordinates: [...post.position] },
        },
      ];
    }),
  };
}
