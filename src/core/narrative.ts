import type { Atlas } from "./atlas.ts";
import type { Day } from "./day.ts";
import type { Bounds, Position } from "./geometry.ts";
import { projectMercator } from "./mercator.ts";
import type { Language, Names } from "./names.ts";
import type { Claim, Figure, Highway, NarrativeHead, ObservationPost, StoryEvent } from "./records.ts";
import { select, type Selection } from "./selection.ts";
import { type Camera, type CompareMode, FIRST_CHART, type GroundShown, type View } from "./view.ts";

/** What a step shows: a box, a middle with a zoom, or (`undefined`) the whole theatre. */
export type StepCamera = { readonly bounds: Bounds } | Camera | undefined;

/** One step of a narrative: a text and the view it is read beside. */
export interface NarrativeStep {
  /** Unique within its narrative; stands in addresses. */
  readonly id: string;
  readonly heading: Names;
  /** The first sentence, which stands out. It and the text name records by marks: see {@link readPassage}. */
  readonly lead: Names;
  readonly text: Names;
  readonly day: Day;
  readonly compared: Day | undefined;
  readonly compare: CompareMode;
  readonly ground: GroundShown;
  /** The day since which gained ground is shown; `undefined`: the first of the story. */
  readonly since: Day | undefined;
  readonly camera: StepCamera;
  /** Keys of the layers that are put away; all others are shown. */
  readonly hidden: readonly string[];
  /** Key of the chart below the text; `undefined`: none. */
  readonly chart: string | undefined;
  readonly selection: Selection | undefined;
}

/** A data set told in steps, from first to last. */
export interface Narrative {
  readonly title: Names;
  readonly summary: Names;
  /** At least one. */
  readonly steps: readonly NarrativeStep[];
}

/** Words a minute: a little less than what is usual for news, for there is a map to look at. */
const READING_SPEED = 200;

export function summariseNarrative({ title, steps }: Narrative): NarrativeHead {
  const counts = new Map<Language, number>();
  for (const { heading, lead, text } of steps) {
    for (const [language, words = ""] of [heading, lead, text].flatMap((names) => Object.entries(names)))
      counts.set(language, (counts.get(language) ?? 0) + countWords(words));
  }
  const minutes = Math.max(1, Math.round(Math.max(0, ...counts.values()) / READING_SPEED));
  return { title, steps: steps.map(({ id }) => id), minutes };
}

function countWords(text: string): number {
  return readPassage(text).reduce(
    (sum, { text: words }) => sum + words.split(/\s+/).filter((word) => word !== "").length,
    0,
  );
}

/** A stretch of text with the ids of the records it rests on, in the order written; of the last stretch there may be none. */
export interface Passage {
  readonly text: string;
  readonly records: readonly string[];
}

/** One id or several in square brackets, with the blank before them. */
const MARK = /\s*\[([^[\]]*)\]/g;

/**
 * The stretches of a text, each up to the mark that closes it: "The town fell [c1, e2]. It rained." rests on c1 and e2 up to
 * "fell", and on nothing after that. A text has no way to write square brackets for anything else.
 */
export function readPassage(text: string): Passage[] {
  const passages: Passage[] = [];
  let start = 0;
  for (const match of text.matchAll(MARK)) {
    const records = (match[1] ?? "").split(/[\s,;]+/).filter((id) => id !== "");
    passages.push({ text: text.slice(start, match.index), records });
    start = match.index + match[0].length;
  }
  if (start < text.length) passages.push({ text: text.slice(start), records: [] });
  return passages;
}

/** The ids that a text names, each once, in order. */
export function listMarked(...texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => readPassage(text).flatMap(({ records }) => records)))];
}

/** A record that a text may rest on. */
export type ToldRecord =
  | { readonly kind: "claim"; readonly record: Claim }
  | { readonly kind: "event"; readonly record: StoryEvent }
  | { readonly kind: "figure"; readonly record: Figure }
  | { readonly kind: "highway"; readonly record: Highway }
  | { readonly kind: "post"; readonly record: ObservationPost };

/** The record of an id: where several kinds have it, of the first of claims, events, figures, highways and posts. */
export function findToldRecord({ dataset, claimById }: Atlas, id: string): ToldRecord | undefined {
  const { events, figures, highways, posts } = dataset;
  const isIt = (record: { readonly id: string }) => record.id === id;
  const claim = claimById.get(id);
  if (claim) return { kind: "claim", record: claim };
  const event = events.find(isIt);
  if (event) return { kind: "event", record: event };
  const figure = figures.find(isIt);
  if (figure) return { kind: "figure", record: figure };
  const highway = highways.find(isIt);
  if (highway) return { kind: "highway", record: highway };
  const post = posts.find(isIt);
  return post && { kind: "post", record: post };
}

/** The members of a view that a step decides; language, theme, names, filter and all else are the reader's. */
export type StepView = Pick<
  View,
  | "day"
  | "compared"
  | "compare"
  | "ground"
  | "since"
  | "chart"
  | "hidden"
  | "camera"
  | "place"
  | "post"
  | "highway"
  | "source"
>;

/** What a step shows on a map of a size; a chart that the data set has no numbers for is the first one instead. */
export function viewOfStep(step: NarrativeStep, frame: Frame, charts: readonly string[]): StepView {
  const { day, compared, compare, ground, since, chart = FIRST_CHART, hidden, camera, selection } = step;
  return {
    day,
    compared,
    compare,
    ground,
    since,
    chart: charts.includes(chart) ? chart : FIRST_CHART,
    hidden,
    camera: camera && "bounds" in camera ? frameBounds(camera.bounds, frame) : camera,
    ...select(selection),
  };
}

/** The map that a step is shown on, in CSS pixels: its size, and how much of it at each edge is to be left free. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly margins: Readonly<Record<"top" | "right" | "bottom" | "left", number>>;
}

/** The world's width at zoom 0, in CSS pixels. */
const WORLD_PX = 512;
/** As near as a box is ever shown: that of a single place has no size. */
const NEAREST_ZOOM = 12;

/** The camera with which a box fills what is free of a map. */
export function frameBounds([west, south, east, north]: Bounds, { width, height, margins }: Frame): Camera {
  const { top, right, bottom, left } = margins;
  const [minX, minY] = projectMercator([west, north]);
  const [maxX, maxY] = projectMercator([east, south]);
  const scale = Math.min(
    Math.max(1, width - left - right) / Math.max(1e-9, maxX - minX),
    Math.max(1, height - top - bottom) / Math.max(1e-9, maxY - minY),
  );
  const zoom = Math.max(0, Math.min(NEAREST_ZOOM, Math.log2(scale / WORLD_PX)));
  const pixel = 1 / (WORLD_PX * 2 ** zoom);
  const [lng, lat] = unprojectMercator([
    (minX + maxX) / 2 + ((right - left) / 2) * pixel,
    (minY + maxY) / 2 + ((bottom - top) / 2) * pixel,
  ]);
  return { lng, lat, zoom };
}

function unprojectMercator([x, y]: readonly [number, number]): Position {
  return [360 * x - 180, (360 / Math.PI) * Math.atan(Math.exp(Math.PI * (1 - 2 * y))) - 90];
}
