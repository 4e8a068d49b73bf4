import type { FeatureCollection } from "geojson";
import type { MapSource } from "../../../styles/map/map-style.ts";
import { type Atlas, listAreasOn, listChangesOn, listFrontLinesOn } from "../../core/atlas.ts";
import { countVertices } from "../../core/geometry.ts";
import { findCorridor } from "../../core/measure/corridor.ts";
import { addDays, type Day } from "../../core/day.ts";
import { listLeftFronts } from "../../core/measure/front-lines.ts";
import { listGainsOn } from "../../core/measure/gains.ts";
import { listStretchesOn } from "../../core/measure/highways.ts";
import { createShelf } from "../../core/archive/shelf.ts";
import { type BaseMap, drawFrame, findBaseBounds, labelRivers, placeRegionNames } from "../base/base.ts";
import { drawAreas, drawFrontLines, drawGains, drawTheatreEdge } from "./control-features.ts";
import { drawCorridor, drawPatrols, drawPosts, drawShieldCourses, drawStretches } from "./route-features.ts";
import {
  drawContestedTowns,
  drawTowns,
  drawTownNames,
  listTownStates,
  type TownState,
} from "./town-features.ts";

/** What the map shows of one day: the content of every source that changes with the day, and the state of the towns. */
export interface DayPicture {
  readonly sources: ReadonlyMap<MapSource, FeatureCollection>;
  readonly townStates: ReadonlyMap<string, TownState>;
}

export interface Pictures {
  /** The sources that are the same on every day. */
  readonly still: ReadonlyMap<MapSource, FeatureCollection>;
  /**
   * The picture of a day with a town selected. What is the same on two days is the same object in their pictures, so
   * comparing by reference tells what has to be drawn anew.
   */
  drawDay(day: Day, selected: string | undefined): DayPicture;
}

const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };

/** How many vertices and towns of drawn days are kept: some hundred megabytes. */
const KEPT_MARKS = 1_000_000;

export interface PictureOptions {
  /** The towns come from elsewhere: they are left out of {@link Pictures.still}. */
  readonly hasTiledTowns?: boolean;
}

/** Draws the days of a story over a base, each part once while there is room to keep it. */
export function createPictures(
  atlas: Atlas,
  base: BaseMap,
  { hasTiledTowns = false }: PictureOptions = {},
): Pictures {
  const { dataset } = atlas;
  const { control } = dataset;
  const keepDrawn = createShelf<FeatureCollection>(KEPT_MARKS, countMarks);
  const keepStates = createShelf<ReadonlyMap<string, TownState>>(KEPT_MARKS, ({ size }) => size);
  const keep = (key: string, draw: () => FeatureCollection) => keepDrawn(key, draw) ?? NOTHING;

  /** For the few marks whose properties tell them apart: drawing them costs less than asking whether they differ. */
  function keepEqual(source: string, drawn: FeatureCollection): FeatureCollection {
    const properties = drawn.features.map((feature) => feature.properties);
    return keep(`${source} ${JSON.stringify(properties)}`, () => drawn);
  }

  function drawLines(day: Day): FeatureCollection {
    const eve = addDays(day, -1);
    return keep(`lines ${control.findPhase(eve)} ${control.findPhase(day)}`, () =>
      drawFrontLines(dataset, listLeftFronts(atlas, day), listFrontLinesOn(atlas, day)),
    );
  }

  function drawGround(day: Day): [MapSource, FeatureCollection][] {
    const eve = addDays(day, -1);
    const [phase, phaseBefore] = [control.findPhase(day), control.findPhase(eve)];
    return [
      ["areas", keep(`areas ${phase}`, () => drawAreas(dataset, listAreasOn(atlas, day)))],
      [
        "gains",
        // Nothing is gained overnight from a day of which nothing is known.
        phase === phaseBefore || phase < 0 || phaseBefore < 0
          ? NOTHING
          : keep(`gains ${phaseBefore} ${phase}`, () => drawGains(dataset, listGainsOn(atlas, day))),
      ],
      ["highways", keep(`highways ${phase}`, () => drawStretches(dataset, listStretchesOn(atlas, day)))],
    ];
  }

  function drawStrip(day: Day): FeatureCollection {
    const corridor = findCorridor(dataset, day);
    return corridor
      ? keep(`corridor ${dataset.corridors.indexOf(corridor)}`, () => drawCorridor(dataset, corridor))
      : NOTHING;
  }

  function drawDay(day: Day, selected: string | undefined): DayPicture {
    const changed = new Set(listChangesOn(atlas, day).map((change) => change.settlement));
    const townStates = keepStates(day, () => listTownStates(atlas, day, changed)) ?? new Map();
    const names = keep(`names ${[...changed].join()} ${selected}`, () =>
      drawTownNames(dataset.settlements, changed, selected),
    );
    return {
      townStates,
      sources: new Map([
        ...drawGround(day),
        ["corridor", drawStrip(day)],
        ["patrols", keepEqual("patrols", drawPatrols(dataset, day))],
        ["front-lines", drawLines(day)],
        ["contested", keepEqual("contested", drawContestedTowns(dataset, townStates))],
        ["posts", keepEqual("posts", drawPosts(dataset, day))],
        ["names", names],
      ]),
    };
  }

  const still = drawStill(atlas, base);
  if (!hasTiledTowns) still.set("towns", drawTowns(dataset.settlements));
  return { still, drawDay };
}

function drawStill({ dataset }: Atlas, base: BaseMap): Map<MapSource, FeatureCollection> {
  const bounds = findBaseBounds(base);
  const firstDay = dataset.control.phases[0]?.from;
  const firstAreas = firstDay === undefined ? [] : dataset.control.listAreas(firstDay);
  return new Map<MapSource, FeatureCollection>([
    ["land", base.land],
    ["lakes", base.lakes],
    ["rivers", labelRivers(base.rivers)],
    ["roads", base.roads],
    ["borders", base.borders],
    ["regions", bounds ? placeRegionNames(base.land, dataset.bounds) : NOTHING],
    ["base-edge", bounds ? { type: "FeatureCollection", features: [drawFrame(bounds)] } : NOTHING],
    ["theatre-edge", drawTheatreEdge(firstAreas, dataset.bounds)],
    ["shields", drawShieldCourses(dataset.highways)],
  ]);
}

function countMarks({ features }: FeatureCollection): number {
  return features.reduce(
    (sum, { geometry }) => sum + ("coordinates" in geometry ? countVertices(geometry.coordinates) : 1),
    0,
  );
}
