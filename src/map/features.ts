import type { FeatureCollection } from "geojson";
import type { MapSource } from "../../styles/mapStyle.ts";
import { type Atlas, listAreasOn, listChangesOn, listFrontLinesOn } from "../core/atlas.ts";
import type { ControlArea, Corridor, FrontLine } from "../core/dataset.ts";
import { findCorridor } from "../core/corridor.ts";
import { addDays, type Day } from "../core/day.ts";
import { findGains } from "../core/gains.ts";
import { cutIntoStretches } from "../core/highways.ts";
import { type BaseMap, drawFrame, findBaseBounds, labelRivers, placeRegionNames } from "./base.ts";
import { drawAreas, drawFrontLines, drawGains, drawTheatreEdge } from "./control-features.ts";
import { drawCorridor, drawPosts, drawShieldCourses, drawStretches } from "./route-features.ts";
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

/** Draws the days of a story over a base, each part once. */
export function createPictures(atlas: Atlas, base: BaseMap): Pictures {
  const { dataset } = atlas;
  const nameSet = numberObjects<Corridor | ControlArea | FrontLine>();
  const keep = rememberByKey<FeatureCollection>();
  const keepStates = rememberByKey<ReadonlyMap<string, TownState>>();

  /** For the few marks whose properties tell them apart: drawing them costs less than asking whether they differ. */
  function keepEqual(source: string, drawn: FeatureCollection): FeatureCollection {
    const properties = drawn.features.map((feature) => feature.properties);
    return keep(`${source} ${JSON.stringify(properties)}`, () => drawn);
  }

  function drawLines(day: Day): FeatureCollection {
    const lines = listFrontLinesOn(atlas, day);
    const before = listFrontLinesOn(atlas, addDays(day, -1));
    return keep(`lines ${nameSet(before)} ${nameSet(lines)}`, () => drawFrontLines(dataset, before, lines));
  }

  function drawGround(day: Day): [MapSource, FeatureCollection][] {
    const areas = listAreasOn(atlas, day);
    const before = listAreasOn(atlas, addDays(day, -1));
    const [name, nameBefore] = [nameSet(areas), nameSet(before)];
    const cut = () => dataset.highways.flatMap((highway) => cutIntoStretches(highway, areas));
    return [
      ["areas", keep(`areas ${name}`, () => drawAreas(dataset, areas))],
      [
        "gains",
        name === nameBefore || before.length === 0
          ? NOTHING
          : keep(`gains ${nameBefore} ${name}`, () => drawGains(dataset, findGains(before, areas))),
      ],
      ["highways", keep(`highways ${name}`, () => drawStretches(dataset, cut()))],
    ];
  }

  function drawStrip(day: Day): FeatureCollection {
    const corridor = findCorridor(dataset, day);
    return corridor
      ? keep(`corridor ${nameSet([corridor])}`, () => drawCorridor(dataset, corridor))
      : NOTHING;
  }

  function drawDay(day: Day, selected: string | undefined): DayPicture {
    const changed = new Set(listChangesOn(atlas, day).map((change) => change.settlement));
    const townStates = keepStates(day, () => listTownStates(atlas, day, changed));
    const names = keep(`names ${[...changed].join()} ${selected}`, () =>
      drawTownNames(dataset.settlements, changed, selected),
    );
    return {
      townStates,
      sources: new Map([
        ...drawGround(day),
        ["corridor", drawStrip(day)],
        ["front-lines", drawLines(day)],
        ["contested", keepEqual("contested", drawContestedTowns(dataset, townStates))],
        ["posts", keepEqual("posts", drawPosts(dataset.posts, day))],
        ["names", names],
      ]),
    };
  }

  return { still: drawStill(atlas, base), drawDay };
}

function drawStill({ dataset }: Atlas, base: BaseMap): ReadonlyMap<MapSource, FeatureCollection> {
  const bounds = findBaseBounds(base);
  const firstAreas = dataset.controlAreas.filter((area) => area.from === dataset.controlAreas[0]?.from);
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
    ["towns", drawTowns(dataset.settlements)],
  ]);
}

/** Names a list by the objects in it, so that two lists of the same objects have the same name. */
function numberObjects<Item extends object>(): (items: readonly Item[]) => string {
  const numbers = new Map<Item, number>();
  return (items) =>
    items
      .map((item) => {
        const number = numbers.get(item) ?? numbers.size;
        numbers.set(item, number);
        return number;
      })
      .join();
}

function rememberByKey<Value>(): (key: string, make: () => Value) => Value {
  const made = new Map<string, Value>();
  return (key, make) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make();
    made.set(key, value);
    return value;
  };
}
