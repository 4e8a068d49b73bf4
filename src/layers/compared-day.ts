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
import type { LegendEntry, MapLayer, Scene } from "./layer.ts";

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
      ...listHatches(options, { name: "difference", source: "difference", opacity: 0.6 }),
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

/** The day to compare with; `undefined` where there is none, or where it is the day shown. */
function findOtherDay({ day, compared }: Scene): Day | undefined {
  return compared === day ? undefined : compared;
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

function listFrontsOn(atlas: Atlas, day: Day | undefined): FrontLine[] {
  const lines = day === undefined ? [] : listFrontLinesOn(atlas, day);
  return lines.filter((line) => isFront(atlas.dataset, line));
}

function drawFronts(fronts: readonly FrontLine[]): FeatureCollection {
  return featureCollection(fronts.map(({ geometry }) => ({ type: "Feature", properties: {}, geometry })));
}

function drawSettlements(settlements: readonly ComparedSettlement[]): FeatureCollection {
  return featureCollection(
    settlements.map(({ settlement: { position } }) => ({
      type: "Feature",
      properties: {},
      geometry: { type: "Point", coordinates: [...position] },
    })),
  );
}

function listEntries(scene: Scene): LegendEntry[] {
  const { atlas } = scene;
  const [other, comparison] = [findOtherDay(scene), findComparison(scene)];
  if (!comparison || other === undefined) return [];
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
  if (listFrontsOn(atlas, other).length > 0) {
    entries.push({
      kind: "compared-line",
      key: "compared-line",
      sign: (pen) => pen.line(pen.palette.frontLine, 2, { dashes: [2.2, 2.8] }),
      describe: ({ layers, dates }) => layers.comparedDay.line(dates.long(other)),
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
