import { featureCollection } from "@turf/helpers";
import type { FeatureCollection, Position } from "geojson";
import { type Atlas, listFrontLinesOn } from "../core/atlas.ts";
import type { Day } from "../core/day.ts";
import { compareDays, type Comparison } from "../core/measure/comparison.ts";
import { isFront } from "../core/measure/front-lines.ts";
import { nameSide } from "../core/sides.ts";
import { byZoom, sideColour } from "../../styles/map/map-expressions.ts";
import { hatchName } from "../../styles/map/map-images.ts";
import { toneSides } from "../../styles/side-tones.ts";
import type { LegendEntry, MapLayer, Scene, StyleOptions } from "./layer.ts";

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
      nameContent: (scene) => nameDays(scene),
      draw: (scene) => drawGained(findComparison(scene)),
    },
    "compared-line": {
      kind: "daily",
      nameContent: ({ atlas, compared }) => compared && String(atlas.dataset.control.findPhase(compared)),
      draw: ({ atlas, compared }) => drawFront(atlas, compared),
    },
    "compared-settlements": {
      kind: "daily",
      nameContent: (scene) => nameDays(scene),
      draw: (scene) => drawSettlements(findComparison(scene)),
    },
  },
  style: (options) => ({
    washes: [
      {
        id: "difference",
        type: "fill",
        source: "difference",
        paint: {
          "fill-color": sideColour(options, ["get", "side"], (tones) => tones.mark),
          "fill-opacity": options.palette.scheme === "dark" ? 0.42 : 0.4,
          "fill-antialias": false,
        },
      },
      ...listPatterns(options),
    ],
    "former-lines": [
      {
        id: "compared-line",
        type: "line",
        source: "compared-line",
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
        id: "compared-settlements",
        type: "circle",
        source: "compared-settlements",
        paint: {
          "circle-radius": byZoom([7, 2.6], [9, 4.6], [12, 8]),
          "circle-opacity": 0,
          "circle-stroke-color": options.palette.amber,
          "circle-stroke-width": byZoom([7, 0.9], [9, 1.3], [12, 2]),
        },
      },
    ],
  }),
  legend: listEntries,
};

/** `undefined` where no other day is compared with. */
function findComparison({ atlas, day, compared }: Scene): Comparison | undefined {
  return compared === undefined || compared === day ? undefined : compareDays(atlas, day, compared);
}

function nameDays({ day, compared }: Scene): string | undefined {
  return compared && [day, compared].toSorted().join(" ");
}

function drawGained(comparison: Comparison | undefined): FeatureCollection {
  const gains = comparison?.gains ?? [];
  return featureCollection(
    gains.map(({ side, geometry }) => ({ type: "Feature", properties: { side }, geometry })),
  );
}

function drawFront(atlas: Atlas, day: Day | undefined): FeatureCollection {
  const lines = day === undefined ? [] : listFrontLinesOn(atlas, day);
  const fronts = lines.filter((line) => isFront(atlas.dataset, line));
  return featureCollection(fronts.map(({ geometry }) => ({ type: "Feature", properties: {}, geometry })));
}

function drawSettlements(comparison: Comparison | undefined): FeatureCollection {
  const settlements = comparison?.settlements ?? [];
  return featureCollection(
    settlements.map(({ settlement: { id, position }, to }) => ({
      type: "Feature",
      properties: { id, side: to ?? "" },
      geometry: { type: "Point", coordinates: [...position] satisfies Position },
    })),
  );
}

function listPatterns({ palette, sides }: StyleOptions) {
  return [...toneSides(palette, sides)].flatMap(([side, { pattern, mark }]) => {
    if (pattern === "plain") return [];
    return [
      {
        id: `difference-hatch-${side}`,
        type: "fill" as const,
        source: "difference",
        filter: ["==", ["get", "side"], side] as ["==", ["get", string], string],
        paint: { "fill-pattern": hatchName(pattern, mark), "fill-opacity": 0.6 },
      },
    ];
  });
}

function listEntries(scene: Scene): LegendEntry[] {
  const { atlas, compared } = scene;
  const comparison = findComparison(scene);
  if (!comparison || compared === undefined) return [];
  const gaining = new Set(comparison.gains.map(({ side }) => side));
  const entries = atlas.dataset.sides
    .filter(({ id }) => gaining.has(id))
    .map(
      ({ id }): LegendEntry => ({
        kind: "difference",
        key: `difference ${id}`,
        sign: (pen) => {
          pen.area(id);
          pen.swatch(pen.markOf(id), 0.4);
        },
        describe: ({ layers, language }) => layers.comparedDay.gained(nameSide(atlas.dataset, id, language)),
      }),
    );
  if (drawFront(atlas, compared).features.length > 0) {
    entries.push({
      kind: "compared-line",
      key: "compared-line",
      sign: (pen) => pen.line(pen.palette.frontLine, 2, { dashes: [2.2, 2.8] }),
      describe: ({ layers, dates }) => layers.comparedDay.line(dates.long(compared)),
    });
  }
  if (comparison.settlements.length > 0) {
    entries.push({
      kind: "compared-settlements",
      key: "compared-settlements",
      sign: (pen) => {
        pen.disc(6, pen.palette.amber);
        pen.disc(4.7, pen.palette.raised);
        pen.disc(3, pen.palette.unknown);
      },
      describe: ({ layers }) => layers.comparedDay.settlements,
    });
  }
  return entries;
}
