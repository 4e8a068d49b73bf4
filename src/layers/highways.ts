import { featureCollection } from "@turf/helpers";
import type { FeatureCollection } from "geojson";
import type { LayerSpecification } from "maplibre-gl";
import type { Dataset } from "../core/dataset.ts";
import type { Day } from "../core/day.ts";
import type { Position } from "../core/geometry.ts";
import { findCorridor, findPatrols, outlineCorridor } from "../core/measure/corridor.ts";
import { measureGround } from "../core/measure/ground.ts";
import { listStretchesOn, type Stretch } from "../core/measure/highways.ts";
import { pickName } from "../core/names.ts";
import type { Corridor, Highway } from "../core/records.ts";
import { byZoom, mapFonts, sideColour } from "../../styles/map/map-expressions.ts";
import { shieldName } from "../../styles/map/map-images.ts";
import type { Palette } from "../../styles/palette.ts";
import { drawPlates, isPlateOfZoom } from "./highway-plates.ts";
import { ALWAYS, type LegendEntry, type MapLayer, type StyleOptions, type Scene } from "./layer.ts";

/** The style layers in which a pointer finds a highway; their features have its id as `highway`. */
export const HIGHWAY_LAYERS = ["highway-shields", "highway-casing"] as const;

/** The highways that the data set follows, by holder, with the corridor along one of them and the patrols on it. */
export const highways: MapLayer = {
  key: "highways",
  nameIn: ({ layers }) => layers.highways.name,
  sources: {
    highways: {
      kind: "daily",
      nameContent: ({ atlas, day }) => String(atlas.dataset.control.findPhase(day)),
      draw: ({ atlas, day }) => drawStretches(listStretchesOn(atlas, day)),
    },
    corridor: {
      kind: "daily",
      nameContent: ({ atlas: { dataset }, day }) => {
        const corridor = findCorridor(dataset, day);
        return corridor && String(dataset.corridors.indexOf(corridor));
      },
      draw: ({ atlas: { dataset }, day }) => drawCorridor(dataset, findCorridor(dataset, day)),
    },
    patrols: { kind: "daily", draw: ({ atlas, day }) => drawPatrols(atlas.dataset, day) },
    "selected-highway": {
      kind: "daily",
      nameContent: ({ highway }) => highway,
      draw: ({ atlas, highway }) => drawWhole(atlas.dataset.highways.filter(({ id }) => id === highway)),
    },
    shields: { kind: "still", draw: ({ dataset }) => drawPlates(dataset) },
  },
  style: (options) => ({
    washes: listCorridorGround(options.palette),
    routes: [
      ...listCorridorLimits(options.palette),
      drawSelection(options.palette),
      ...listCourses(options),
      ...listPatrols(options.palette),
    ],
    plates: listPlates(options.palette),
  }),
  legend: listRoutes,
};

function listRoutes({ atlas, day }: Scene): LegendEntry[] {
  const { dataset } = atlas;
  if (dataset.highways.length === 0) return [];
  const lengths = [...measureGround(atlas, day).highways.values()];
  const holders = dataset.sides
    .filter(({ id }) => lengths.some(({ km }) => (km.get(id) ?? 0) > 0))
    .map(({ id }) => id);
  const entries: LegendEntry[] = [
    {
      kind: "highways",
      key: `highways ${holders.join()}`,
      sign: (pen) => {
        pen.line(pen.palette.casing, 5.4);
        pen.bars(holders.length > 0 ? holders.map(pen.markOf) : [pen.palette.unknown]);
      },
      describe: ({ layers }) => layers.highways.legend(dataset.highways.map(({ name }) => name)),
    },
  ];
  const corridor = findCorridor(dataset, day);
  if (!corridor) return entries;
  const name = dataset.highways.find(({ id }) => id === corridor.highway)?.name ?? corridor.highway;
  entries.push({
    kind: "corridor",
    key: "corridor",
    sign: (pen) => pen.frame(pen.palette.corridor),
    describe: ({ layers }) => layers.highways.corridor(name, corridor.widthKm),
  });
  const patrols = findPatrols(corridor, day);
  if (!patrols) return entries;
  entries.push({
    kind: "patrols",
    key: "patrols",
    sign: (pen) => {
      pen.line(pen.palette.unknown, 2.6);
      pen.dots(pen.palette.corridor);
    },
    describe: ({ language, layers }) => layers.highways.patrols(pickName(patrols.name, language), name),
  });
  return entries;
}

/** Highways cut by holder, each stretch with its `side`, empty outside all areas. */
function drawStretches(stretches: readonly Stretch[]): FeatureCollection {
  return featureCollection(
    stretches.map(({ highway, side, course }) => ({
      type: "Feature",
      properties: { highway, side: side ?? "" },
      geometry: drawCourse(course),
    })),
  );
}

/** Highways from end to end. */
function drawWhole(courses: readonly Highway[]): FeatureCollection {
  return featureCollection(
    courses.map(({ id, name, course }) => ({
      type: "Feature",
      properties: { highway: id, name },
      geometry: drawCourse(course),
    })),
  );
}

/** The ground of a corridor; nothing if the data set lacks its highway. The outline takes some 0.3 s, so ask once. */
export function drawCorridor(dataset: Dataset, corridor: Corridor | undefined): FeatureCollection {
  if (!corridor) return featureCollection([]);
  const { highway, widthKm } = corridor;
  const course = dataset.highways.find(({ id }) => id === highway)?.course ?? [];
  const geometry = outlineCorridor(course, widthKm);
  return featureCollection(geometry ? [{ type: "Feature", properties: { highway, widthKm }, geometry }] : []);
}

/** The highway that is patrolled on `day`, from end to end. */
export function drawPatrols(dataset: Dataset, day: Day): FeatureCollection {
  const corridor = findCorridor(dataset, day);
  const patrols = corridor && findPatrols(corridor, day);
  const patrolled = dataset.highways.filter(({ id }) => patrols && id === corridor?.highway);
  return featureCollection(
    patrolled.map(({ id, course }) => ({
      type: "Feature",
      properties: { highway: id },
      geometry: drawCourse(course),
    })),
  );
}

function drawCourse(course: readonly Position[]) {
  return { type: "LineString" as const, coordinates: course.map((position) => [...position]) };
}

/** Hardly there, so that it does not pass for control. */
function listCorridorGround(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "corridor-fill",
      type: "fill",
      source: "corridor",
      paint: {
        "fill-color": palette.corridor,
        "fill-opacity": palette.scheme === "dark" ? 0.07 : 0.05,
        "fill-antialias": false,
      },
    },
  ];
}

/** Finer than any line of control. */
function listCorridorLimits(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "corridor-line",
      type: "line",
      source: "corridor",
      layout: { "line-join": "round" },
      paint: {
        "line-color": palette.corridor,
        "line-opacity": 0.85,
        "line-width": byZoom([7, 1], [9, 1.3], [12, 1.8]),
        "line-dasharray": [5, 3],
      },
    },
  ];
}

/** An edge of ink along all of a selected highway, under its own casing. */
function drawSelection(palette: Palette): LayerSpecification {
  return {
    id: "highway-selected",
    type: "line",
    source: "selected-highway",
    metadata: ALWAYS,
    layout: { "line-join": "round", "line-cap": "round" },
    paint: { "line-color": palette.ink, "line-width": byZoom([7, 6.4], [9, 8], [12, 11]) },
  };
}

/** Each stretch in the colour of the side that holds it. */
function listCourses(options: StyleOptions): LayerSpecification[] {
  const { palette } = options;
  return [
    {
      id: "highway-casing",
      type: "line",
      source: "highways",
      layout: { "line-join": "round", "line-cap": "round" },
      paint: { "line-color": palette.casing, "line-width": byZoom([7, 4], [9, 5.4], [12, 8]) },
    },
    {
      id: "highways",
      type: "line",
      source: "highways",
      layout: { "line-join": "round", "line-cap": "butt" },
      paint: {
        "line-color": sideColour(options, ["get", "side"], (tones) => tones.mark),
        "line-width": byZoom([7, 1.8], [9, 2.6], [12, 4]),
      },
    },
  ];
}

/** A row of dots on either side of the highway, so that its own colour still tells who holds it. */
function listPatrols(palette: Palette): LayerSpecification[] {
  return (["left", "right"] as const).map((edge) => {
    const sign = edge === "left" ? -1 : 1;
    return {
      id: `patrols-${edge}`,
      type: "line",
      source: "patrols",
      layout: { "line-join": "round", "line-cap": "round" },
      paint: {
        "line-color": palette.corridor,
        "line-width": byZoom([7, 1.3], [9, 2], [12, 3]),
        "line-offset": byZoom([7, sign * 2.6], [9, sign * 3.9], [12, sign * 5.6]),
        "line-dasharray": [0, 2.6],
      },
    };
  });
}

/** The numbers of the highways in small plates, upright. */
function listPlates(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "highway-shields",
      type: "symbol",
      source: "shields",
      filter: isPlateOfZoom,
      layout: {
        "text-field": ["get", "name"],
        "text-font": mapFonts.semibold,
        "text-size": byZoom([7, 9.5], [10, 11]),
        "icon-image": shieldName({ fill: palette.casing, stroke: palette.border }),
        "icon-text-fit": "both",
        "icon-text-fit-padding": [2, 4, 2, 4],
        "text-padding": 3,
      },
      paint: { "text-color": palette.label },
    },
  ];
}
