import { featureCollection } from "@turf/helpers";
import type { FeatureCollection } from "geojson";
import { type Atlas, listFrontLinesOn } from "../core/atlas.ts";
import type { Day } from "../core/day.ts";
import { type ComparedSettlement, compareDays, type Comparison } from "../core/measure/comparison.ts";
import { isFront } from "../core/measure/front-lines.ts";
import type { FrontLine } from "../core/records.ts";
import { nameSide } from "../core/sides.ts";
import { byZoom, sideColour } from "../../styles/map/map-expressions.ts";
import { listHatches } from "./control.ts";
import { drawGains } from "./gains.ts";
import type { LegendEntry, MapLayer, Scene, StyleLayers, StyleOptions } from "./layer.ts";
import type { Words } from "../words/types.ts";

/**
 * What is different from another day: the ground that each side has gained between the two in its colour, the front line
 * of the other day, and a ring around the settlements that are under another side.
 */
export const comparedDay: MapLayer = {
  key: "difference",
  nameIn: ({ layers }) => layers.comparedDay.name,
  sources: {
    difference: {
      kind: "daily",
      nameContent: nameDays,
      draw: (scene) => drawGains(findComparison(scene)?.gains ?? []),
    },
    "compared-line": {
      kind: "daily",
      nameContent: (scene) => {
        const other = findOtherDay(scene);
        return other && String(scene.atlas.dataset.control.findPhase(other));
      },
      draw: (scene) => drawFronts(listFrontsOn(scene.atlas, findOtherDay(scene))),
    },
    "compared-settlements": {
      kind: "daily",
      nameContent: nameDays,
      draw: (scene) => drawSettlements(findComparison(scene)?.settlements ?? []),
    },
  },
  style: (options) => styleDifference(options, DIFFERENCE),
  legend: listEntries,
};

/** Names of the sources, and of the style layers, that show a difference. */
interface DifferenceNames {
  readonly ground: string;
  readonly line: string;
  readonly settlements: string;
}

const DIFFERENCE: DifferenceNames = {
  ground: "difference",
  line: "compared-line",
  settlements: "compared-settlements",
};

/** Gained ground in the gainers' colours and patterns, the front of the other day dotted, and rings around places. */
export function styleDifference(
  options: StyleOptions,
  { ground, line, settlements }: DifferenceNames,
): StyleLayers {
  return {
    washes: [
      {
        id: ground,
        type: "fill",
        source: ground,
        paint: {
          "fill-color": sideColour(options, ["get", "side"], (tones) => tones.mark),
          "fill-opacity": options.palette.scheme === "dark" ? 0.42 : 0.4,
          "fill-antialias": false,
        },
      },
      ...listHatches(options, { name: ground, source: ground, opacity: 0.6 }),
    ],
    "former-lines": [
      {
        id: line,
        type: "line",
        source: line,
        layout: { "line-join": "round", "line-cap": "butt" },
        paint: {
          "line-color": options.palette.frontLine,
          "line-width": byZoom([7, 1.5], [9, 2], [12, 2.6]),
          "line-dasharray": [1.1, 1.4],
        },
      },
    ],
    points: [
      {
        id: settlements,
        type: "circle",
        source: settlements,
        paint: {
          "circle-radius": byZoom([7, 2.6], [9, 4.6], [12, 8]),
          "circle-opacity": 0,
          "circle-stroke-color": options.palette.amber,
          "circle-stroke-width": byZoom([7, 0.9], [9, 1.3], [12, 2]),
        },
      },
    ],
  };
}

/** The day to tell the difference from; `undefined` where there is none, it is the day shown, or has a map of its own. */
function findOtherDay({ day, compared, compare = "difference" }: Scene): Day | undefined {
  return compared === day || compare !== "difference" ? undefined : compared;
}

function findComparison(scene: Scene): Comparison | undefined {
  const other = findOtherDay(scene);
  return other && compareDays(scene.atlas, scene.day, other);
}

/** A comparison is the same in either order. */
function nameDays(scene: Scene): string | undefined {
  const other = findOtherDay(scene);
  return other && [scene.day, other].toSorted().join(" ");
}

/** The fronts of a day; none of no day. */
export function listFrontsOn(atlas: Atlas, day: Day | undefined): FrontLine[] {
  const lines = day === undefined ? [] : listFrontLinesOn(atlas, day);
  return lines.filter((line) => isFront(atlas.dataset, line));
}

export function drawFronts(fronts: readonly FrontLine[]): FeatureCollection {
  return featureCollection(fronts.map(({ geometry }) => ({ type: "Feature", properties: {}, geometry })));
}

export function drawSettlements(settlements: readonly ComparedSettlement[]): FeatureCollection {
  return featureCollection(
    settlements.map(({ settlement: { position } }) => ({
      type: "Feature",
      properties: {},
      geometry: { type: "Point", coordinates: [...position] },
    })),
  );
}

function listEntries(scene: Scene): LegendEntry[] {
  const [other, comparison] = [findOtherDay(scene), findComparison(scene)];
  if (!comparison || other === undefined) return [];
  return explainDifference(scene.atlas, comparison, other, {
    names: DIFFERENCE,
    gained: ({ layers }, side) => layers.comparedDay.gained(side),
    settlements: ({ layers }) => layers.comparedDay.settlements,
  });
}

interface DifferenceWords {
  readonly names: DifferenceNames;
  /** Of the ground that a side, by its name, has gained. */
  readonly gained: (words: Words, side: string) => string;
  readonly settlements: (words: Words) => string;
}

/** The legend of what {@link styleDifference} draws: the marks that are there. */
export function explainDifference(
  atlas: Atlas,
  comparison: Comparison,
  other: Day,
  { names, gained, settlements }: DifferenceWords,
): LegendEntry[] {
  const gaining = new Set(comparison.gains.map(({ side }) => side));
  const entries = atlas.dataset.sides
    .filter(({ id }) => gaining.has(id))
    .map(
      ({ id }): LegendEntry => ({
        kind: names.ground,
        key: `${names.ground} ${id}`,
        sign: (pen) => {
          pen.area(id);
          pen.swatch(pen.markOf(id), 0.4);
        },
        describe: (words) => gained(words, nameSide(atlas.dataset, id, words.language)),
      }),
    );
  if (listFrontsOn(atlas, other).length > 0) {
    entries.push({
      kind: names.line,
      key: names.line,
      sign: (pen) => pen.line(pen.palette.frontLine, 2, { dashes: [2.2, 2.8] }),
      describe: ({ layers, dates }) => layers.comparedDay.line(dates.long(other)),
    });
  }
  if (comparison.settlements.length > 0) {
    entries.push({
      kind: names.settlements,
      key: names.settlements,
      sign: (pen) => {
        pen.disc(6, pen.palette.amber);
        pen.disc(4.7, pen.palette.raised);
        pen.disc(3, pen.palette.unknown);
      },
      describe: settlements,
    });
  }
  return entries;
}
