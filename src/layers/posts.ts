import { featureCollection } from "@turf/helpers";
import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { findPostEvent } from "../core/atlas.ts";
import type { Day } from "../core/day.ts";
import type { ObservationPost, PostState } from "../core/records.ts";
import { nameSide } from "../core/sides.ts";
import { byZoom, sideColour } from "../../styles/map/map-expressions.ts";
import { BLANK_NAME, diamondName } from "../../styles/map/map-images.ts";
import {
  ALWAYS,
  type HoverMark,
  type LegendEntry,
  type MapLayer,
  type StyleOptions,
  type Scene,
} from "./layer.ts";

/** Observation posts: a diamond in the operator's colour, hollow while encircled, in an ink ring when selected. */
export const posts: MapLayer = {
  key: "posts",
  nameIn: ({ layers }) => layers.posts.name,
  sources: {
    posts: { kind: "daily", draw: ({ atlas, day }) => drawPosts(atlas.dataset.posts, day) },
    "selected-post": {
      kind: "daily",
      nameContent: ({ post }) => post,
      draw: ({ atlas, post }) => drawSelected(atlas.dataset.posts.filter(({ id }) => id === post)),
    },
  },
  style: (options) => ({ points: listDiamonds(options), obstacles: OBSTACLES }),
  legend: listKinds,
  listHoverMarks,
};

interface StandingPost {
  readonly post: ObservationPost;
  readonly state: Exclude<PostState, "evacuated">;
}

/** The posts that stand on `day`: not those still to be set up, nor those evacuated. */
function listStandingPosts(all: readonly ObservationPost[], day: Day): StandingPost[] {
  return all.flatMap((post) => {
    const state = findPostEvent(post, day)?.state;
    return state === undefined || state === "evacuated" ? [] : [{ post, state }];
  });
}

/** The posts that stand on `day`, each with the `side` that runs it and whether it `isEncircled`. */
function drawPosts(all: readonly ObservationPost[], day: Day): FeatureCollection {
  return featureCollection(
    listStandingPosts(all, day).map(({ post, state }) => ({
      type: "Feature",
      properties: { id: post.id, side: post.operator, isEncircled: state === "encircled" },
      geometry: { type: "Point", coordinates: [...post.position] },
    })),
  );
}

/** Where a post is, on every day: one that does not stand yet or any more can be selected too. */
function drawSelected(selected: readonly ObservationPost[]): FeatureCollection {
  return featureCollection(
    selected.map(({ id, position }) => ({
      type: "Feature",
      properties: { id },
      geometry: { type: "Point", coordinates: [...position] },
    })),
  );
}

function listHoverMarks({ atlas: { dataset }, day }: Scene): HoverMark[] {
  return listStandingPosts(dataset.posts, day).map(({ post: { id, position, names }, state }) => ({
    position,
    names,
    selection: { kind: "post", id },
    describe: ({ layers }) => layers.posts.states[state],
  }));
}

/** By operator: a post that stands free, and one that is encircled, each if there is any. */
function listKinds({ atlas: { dataset }, day }: Scene): LegendEntry[] {
  const found = new Map<string, Set<boolean>>();
  for (const { post, state } of listStandingPosts(dataset.posts, day)) {
    found.set(post.operator, (found.get(post.operator) ?? new Set()).add(state === "encircled"));
  }
  const operators = new Set(dataset.posts.map((post) => post.operator));
  const toEntry = (side: string, isEncircled: boolean): LegendEntry => ({
    kind: isEncircled ? "encircled" : "post",
    key: `post ${side} ${isEncircled}`,
    sign: (pen) => pen.diamond(pen.markOf(side), isEncircled ? pen.palette.casing : pen.markOf(side)),
    describe: ({ layers, language, comma }) => {
      const parts: string[] = [layers.posts.legend];
      if (operators.size > 1) parts.push(nameSide(dataset, side, language));
      if (isEncircled) parts.push(layers.posts.encircled);
      return parts.join(comma);
    },
  });
  return [...found].flatMap(([side, states]) =>
    [false, true]
      .filter((isEncircled) => states.has(isEncircled))
      .map((isEncircled) => toEntry(side, isEncircled)),
  );
}

function listDiamonds(options: StyleOptions): LayerSpecification[] {
  const { palette } = options;
  const mark = sideColour(options, ["get", "side"], (tones) => tones.mark);
  return [
    {
      id: "posts",
      type: "symbol",
      source: "posts",
      layout: {
        "icon-image": [
          "case",
          ["get", "isEncircled"],
          ["concat", ...diamondName<ExpressionSpecification | string>(palette.casing, mark, palette.casing)],
          ["concat", ...diamondName(mark, mark, palette.casing)],
        ],
        "icon-size": byZoom([7, 0.72], [9, 1.05], [12, 1.35]),
        "icon-overlap": "always",
      },
    },
    {
      id: "post-selected",
      type: "circle",
      source: "selected-post",
      metadata: ALWAYS,
      paint: {
        "circle-radius": byZoom([7, 9], [9, 12], [12, 16]),
        "circle-opacity": 0,
        "circle-stroke-color": palette.ink,
        "circle-stroke-width": 2,
      },
    },
  ];
}

/** Nothing to see: boxes that names stay clear of where they can. */
const OBSTACLES: readonly LayerSpecification[] = [
  {
    id: "post-obstacles",
    type: "symbol",
    source: "posts",
    // On a phone's map names are scarce enough.
    minzoom: 8,
    layout: {
      "icon-image": BLANK_NAME,
      // Smaller than the diamond: a name may touch its corners.
      "icon-size": byZoom([8, 0.5], [9, 0.65], [12, 1.3]),
      "icon-overlap": "always",
      "icon-padding": 0,
    },
  },
];
