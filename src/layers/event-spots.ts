import { featureCollection } from "@turf/helpers";
import type { Feature, FeatureCollection } from "geojson";
import type { LayerSpecification } from "maplibre-gl";
import { outlineCircle } from "../core/circle.ts";
import { isFiltering, NO_FILTER } from "../core/filter.ts";
import type { Position } from "../core/geometry.ts";
import { findEventPosition, findOwnSpot, findRadiusKm } from "../core/measure/event-places.ts";
import { isLong } from "../core/measure/events.ts";
import type { EventKind, StoryEvent } from "../core/records.ts";
import { rememberByDay } from "../core/remember.ts";
import { laterWordsOf } from "../words/words-of-later.ts";
import { byZoom } from "../../styles/map/map-expressions.ts";
import { badgeName } from "../../styles/map/map-images.ts";
import type { Palette } from "../../styles/palette.ts";
import { coloursOf, KIND_GLYPHS, listPassing, SIZE, tellEvents } from "./events.ts";
import type { HoverMark, LegendEntry, Scene, StyleLayers } from "./layer.ts";

/** The events of one kind that happened at one place of their own. */
interface Spot {
  readonly position: Position;
  readonly kind: EventKind;
  readonly events: readonly StoryEvent[];
  /** How many other kinds at the same place come before this one. */
  readonly rank: number;
}

/** The ground within which something happened. */
interface Ring {
  readonly radiusKm: number;
  readonly outline: readonly Position[];
}

interface Spots {
  readonly spots: readonly Spot[];
  readonly rings: readonly Ring[];
}

/** A ring that is smaller is none: it would lie under the mark in its middle at any zoom. */
const LEAST_KM = 0.1;

function placeSpots(scene: Scene): Spots {
  const { atlas } = scene;
  const spots = new Map<string, Spot & { readonly events: StoryEvent[] }>();
  const ranks = new Map<string, number>();
  const rings = new Map<string, Ring>();
  for (const event of listPassing(scene)) {
    if (isLong(event)) continue;
    const around = findEventPosition(atlas, event);
    const radiusKm = findRadiusKm(event) ?? 0;
    if (around && radiusKm >= LEAST_KM) addRing(rings, around, radiusKm);
    const position = findOwnSpot(atlas, event);
    if (!position) continue;
    const place = position.join();
    const key = `${event.kind} ${place}`;
    const known = spots.get(key);
    if (known) {
      known.events.push(event);
      continue;
    }
    const rank = ranks.get(place) ?? 0;
    ranks.set(place, rank + 1);
    spots.set(key, { position, kind: event.kind, events: [event], rank });
  }
  // The widest first, so that the others lie upon them.
  const sorted = [...rings.values()].toSorted((one, other) => other.radiusKm - one.radiusKm);
  return { spots: [...spots.values()], rings: sorted };
}

/** Each ground once; none where no outline can be drawn. */
function addRing(rings: Map<string, Ring>, position: Position, radiusKm: number): void {
  const key = `${position.join()} ${radiusKm}`;
  const outline = rings.has(key) ? undefined : outlineCircle(position, radiusKm);
  if (outline) rings.set(key, { radiusKm, outline });
}

const placeUnfiltered = rememberByDay((atlas, day) => placeSpots({ atlas, day }));

function findSpots(scene: Scene): Spots {
  return isFiltering(scene.filter ?? NO_FILTER) ? placeSpots(scene) : placeUnfiltered(scene.atlas, scene.day);
}

/** The events of a scene that are drawn at places of their own, by place and kind. */
export function listSpots(scene: Scene): readonly Spot[] {
  return findSpots(scene).spots;
}

/** A point for each kind at each place; those of which more is told go before where plates lie upon each other. */
export function drawSpots(scene: Scene): FeatureCollection {
  return featureCollection(
    listSpots(scene).map(
      ({ position, kind, events, rank }, index): Feature => ({
        type: "Feature",
        properties: {
          event: events[0]?.id,
          glyph: KIND_GLYPHS[kind],
          rank: Math.min(rank, MOST),
          order: index - 1000 * events.length,
        },
        geometry: { type: "Point", coordinates: [...position] },
      }),
    ),
  );
}

/** Of more kinds at one place the plates lie on the last. */
const MOST = 4;

/** The ground within which the events of a scene happened, each ground once; fainter the more of it there is. */
export function drawRings(scene: Scene): FeatureCollection {
  const { rings } = findSpots(scene);
  const strength = Math.min(1, Math.sqrt(12 / Math.max(1, rings.length)));
  return featureCollection(
    rings.map(({ radiusKm, outline }): Feature => {
      const coordinates = [outline.map((corner) => [...corner])];
      return {
        type: "Feature",
        properties: { radiusKm, strength },
        geometry: { type: "Polygon", coordinates },
      };
    }),
  );
}

/** One line for all rings. */
export function explainRings(scene: Scene): LegendEntry[] {
  if (findSpots(scene).rings.length === 0) return [];
  return [
    {
      kind: "event-ring",
      key: "event-ring",
      sign: (pen) => {
        pen.disc(9, pen.palette.muted);
        pen.disc(7.8, pen.palette.land);
        pen.disc(2.2, pen.palette.ink);
      },
      describe: (words) => laterWordsOf(words).events.ring,
    },
  ];
}

export function listHoverMarks(scene: Scene): HoverMark[] {
  const { dataset, settlementById } = scene.atlas;
  return listSpots(scene).map(({ position, kind, events, rank }) => {
    const [first] = events;
    const settlement = settlementById.get(first?.settlement ?? "");
    return {
      position,
      offsetPx: [16 * Math.min(rank, MOST), 0],
      names: settlement?.names ?? { [dataset.textLanguage]: first?.title },
      events,
      describe: tellEvents(dataset, kind, events),
    };
  });
}

/** The ground within which something happened: a faint wash with a soft edge, in no side's colour. */
export function styleRings({ ink, isStrong }: Palette): StyleLayers {
  const faded = (most: number): ["*", number, ["get", string]] => ["*", most, ["get", "strength"]];
  const source = "event-rings";
  return {
    washes: [
      {
        id: "event-ring-ground",
        type: "fill",
        source,
        paint: { "fill-color": ink, "fill-opacity": faded(0.05), "fill-antialias": false },
      },
    ],
    routes: [
      {
        id: "event-ring-edge",
        type: "line",
        source,
        paint: {
          "line-color": ink,
          "line-opacity": faded(0.26),
          "line-width": byZoom([5, 4], [8, 10], [12, 18]),
          "line-blur": byZoom([5, 4], [8, 10], [12, 18]),
        },
      },
      {
        id: "event-ring-line",
        type: "line",
        source,
        paint: {
          "line-color": ink,
          "line-opacity": faded(isStrong ? 0.9 : 0.38),
          "line-width": isStrong ? 1.4 : 0.9,
        },
      },
    ],
  };
}

/** A spot for each event, and its plate where there is room for one. */
export function styleSpots(palette: Palette): LayerSpecification[] {
  const source = "event-spots";
  return [
    {
      id: "event-spots",
      type: "circle",
      source,
      paint: {
        "circle-radius": byZoom([4, 1.6], [7, 2.6], [9, 3.4], [12, 4.4]),
        "circle-color": palette.ink,
        "circle-stroke-color": palette.casing,
        "circle-stroke-width": byZoom([4, 0.6], [9, 1.2]),
      },
    },
    {
      id: "event-plates",
      type: "symbol",
      source,
      layout: {
        "icon-image": ["concat", ...badgeName<["get", string]>(["get", "glyph"], coloursOf(palette))],
        "icon-size": SIZE,
        "icon-offset": [
          "match",
          ["get", "rank"],
          1,
          ["literal", [16, 0]],
          2,
          ["literal", [32, 0]],
          3,
          ["literal", [48, 0]],
          4,
          ["literal", [64, 0]],
          ["literal", [0, 0]],
        ],
        "icon-overlap": "never",
        "icon-padding": 0,
        "symbol-sort-key": ["get", "order"],
      },
    },
  ];
}
