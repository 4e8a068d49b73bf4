import { featureCollection } from "@turf/helpers";
import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { Atlas } from "../core/atlas.ts";
import type { Dataset } from "../core/dataset.ts";
import { createJudge, isFiltering, NO_FILTER } from "../core/filter.ts";
import {
  listEventsByKind,
  listPlacedEvents,
  type PlacedEvents,
  placeEvents,
} from "../core/measure/events.ts";
import type { EventKind, StoryEvent } from "../core/records.ts";
import { readText, translationsOf } from "../core/translations.ts";
import { byZoom } from "../../styles/map/map-expressions.ts";
import { BLANK_NAME, badgeName, type Glyph } from "../../styles/map/map-images.ts";
import type { Palette } from "../../styles/palette.ts";
import type { HoverMark, LegendEntry, MapLayer, Scene } from "./layer.ts";

/** Draws events that have places of their own. Few stories have any, so it is fetched for those alone. */
let spots: typeof import("./event-spots.ts") | undefined;

/** Fetches what a data set takes to be drawn. Rejects if that cannot be had: events with positions then stay off the map. */
export async function fetchEventSpots({ dataset }: Atlas): Promise<void> {
  if (dataset.events.some(({ position, precisionKm, precision }) => position ?? precisionKm ?? precision))
    spots ??= await import("./event-spots.ts");
}

const NOTHING = featureCollection([]);

/** The events of the day that have a place: a round plate beside the settlement or where it happened, its glyph telling the kind. */
export const events: MapLayer = {
  key: "events",
  nameIn: ({ layers }) => layers.events.name,
  sources: {
    events: { kind: "daily", draw: (scene) => drawEvents(listShown(scene)) },
    "event-spots": { kind: "daily", draw: (scene) => spots?.drawSpots(scene) ?? NOTHING },
    "event-rings": { kind: "daily", draw: (scene) => spots?.drawRings(scene) ?? NOTHING },
  },
  style: ({ palette }) => ({
    ...spots?.styleRings(palette),
    badges: [...(spots?.styleSpots(palette) ?? []), ...listBadges(palette)],
    obstacles: OBSTACLES,
  }),
  legend: (scene) => [
    ...explainGlyphs(
      new Set([...listShown(scene), ...(spots?.listSpots(scene) ?? [])].map(({ kind }) => kind)),
    ),
    ...(spots?.explainRings(scene) ?? []),
  ],
  listHoverMarks: (scene) => [...listHoverMarks(scene), ...(spots?.listHoverMarks(scene) ?? [])],
};

/** The events of the day that have a settlement and pass the filter. */
function listShown(scene: Scene): readonly PlacedEvents[] {
  const { atlas, day, filter = NO_FILTER } = scene;
  return isFiltering(filter) ? placeEvents(atlas, listPassing(scene)) : listPlacedEvents(atlas, day);
}

/** The events of the day that pass the filter, by kind. */
export function listPassing({ atlas, day, language, filter = NO_FILTER }: Scene): readonly StoryEvent[] {
  const translation = language === undefined ? undefined : translationsOf(atlas.dataset).find(language);
  return listEventsByKind(atlas, day).filter(createJudge(atlas, filter, translation).event);
}

export const KIND_GLYPHS: Readonly<Record<EventKind, Glyph>> = {
  ceasefire: "bars",
  talks: "bubble",
  statement: "bubble",
  operation: "cross",
  strike: "burst",
  airspace: "ring",
  humanitarian: "plus",
  reinforcement: "wedge",
  post: "square",
  highway: "square",
  patrol: "square",
  other: "ring",
};

/** One entry a glyph, which names all of the kinds that it stands for. */
function explainGlyphs(kinds: ReadonlySet<EventKind>): LegendEntry[] {
  const byGlyph = new Map<Glyph, EventKind[]>();
  for (const kind of kinds) byGlyph.set(KIND_GLYPHS[kind], [...(byGlyph.get(KIND_GLYPHS[kind]) ?? []), kind]);
  return [...byGlyph.values()].map(explainKinds);
}

/** The sign of kinds of events that share a glyph, in the legend and beside the day's list. */
export function explainKinds(kinds: readonly EventKind[]): LegendEntry {
  const glyph = kinds[0] && KIND_GLYPHS[kinds[0]];
  return {
    kind: "event",
    key: `event ${kinds.join()}`,
    sign: (pen) => glyph && pen.image(badgeName(glyph, coloursOf(pen.palette)).join("")),
    describe: ({ evidence, layers, comma }) =>
      layers.events.legend(kinds.map((kind) => evidence.eventKind(kind)).join(comma)),
  };
}

/** One point for each kind at each settlement, with its `glyph` and its `rank` among those of the settlement. */
export function drawEvents(placed: readonly PlacedEvents[]): FeatureCollection {
  return featureCollection(
    placed.map(({ settlement, kind, rank }) => ({
      type: "Feature",
      properties: {
        settlement: settlement.id,
        kind,
        glyph: KIND_GLYPHS[kind],
        rank: Math.min(rank, MOST - 1),
      },
      geometry: { type: "Point", coordinates: [...settlement.position] },
    })),
  );
}

/** Of how many kinds at one settlement the plates lie side by side; those of more lie on the last. */
const MOST = 4;

/**
 * Where the plate lies from the middle of the settlement's disc, in pixels at the size of 1: up and to the left, as names
 * stand on the right where they can.
 */
function offsetOf(rank: number): [x: number, y: number] {
  return [-13 - 16 * Math.min(rank, MOST - 1), -12];
}

function listHoverMarks(scene: Scene): HoverMark[] {
  const { dataset } = scene.atlas;
  return listShown(scene).map(({ settlement, kind, events: told, rank }) => ({
    position: settlement.position,
    offsetPx: offsetOf(rank),
    names: settlement.names,
    about: { kind: "place", id: settlement.id },
    events: told,
    describe: tellEvents(dataset, kind, told),
  }));
}

/** What events of one kind at one place are, in a line. */
export function tellEvents(
  dataset: Dataset,
  kind: EventKind,
  told: readonly StoryEvent[],
): HoverMark["describe"] {
  return ({ evidence, language }) => {
    const translation = translationsOf(dataset).find(language);
    const titles = told.map((event) => readText(event, "title", dataset, translation).text);
    return `${capitalise(evidence.eventKind(kind), language)}: ${titles.join("; ")}`;
  };
}

function capitalise(text: string, language: string): string {
  return text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1);
}

export function coloursOf({ ink, casing, muted }: Palette) {
  return { ink, fill: casing, stroke: muted };
}

export const SIZE = byZoom([7, 0.75], [9, 1], [12, 1.2]);

const OFFSET: ExpressionSpecification = [
  "match",
  ["get", "rank"],
  ...Array.from({ length: MOST - 1 }, (_, rank) => [rank, ["literal", offsetOf(rank)]]).flat(),
  ["literal", offsetOf(MOST - 1)],
] as unknown as ExpressionSpecification;

function listBadges(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "events",
      type: "symbol",
      source: "events",
      layout: {
        "icon-image": ["concat", ...badgeName<ExpressionSpecification>(["get", "glyph"], coloursOf(palette))],
        "icon-size": SIZE,
        "icon-offset": OFFSET,
        "icon-overlap": "always",
      },
    },
  ];
}

/** Nothing to see: boxes under the plates, which names stay clear of where they can. */
const OBSTACLES: readonly LayerSpecification[] = [
  {
    id: "event-obstacles",
    type: "symbol",
    source: "events",
    minzoom: 8,
    layout: {
      "icon-image": BLANK_NAME,
      "icon-size": SIZE,
      "icon-offset": OFFSET,
      "icon-overlap": "always",
      "icon-padding": 0,
    },
  },
];
