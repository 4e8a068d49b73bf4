import { featureCollection } from "@turf/helpers";
import type { FeatureCollection, Point } from "geojson";
import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { type Atlas, listChangesOn } from "../core/atlas.ts";
import type { Day } from "../core/day.ts";
import { type AllControls, listControls } from "../core/history/all-controls.ts";
import type { Control } from "../core/history/control.ts";
import { countSettlements } from "../core/measure/settlements.ts";
import { nameByScript } from "../core/names.ts";
import type { Settlement } from "../core/records.ts";
import { rememberByDay } from "../core/remember.ts";
import { findSide } from "../core/sides.ts";
import { byZoom, byZoomAndImportance, sideColour } from "../../styles/map/map-expressions.ts";
import { BLANK_NAME, halvesName } from "../../styles/map/map-images.ts";
import { ALWAYS, type LegendEntry, type MapLayer, type StyleOptions, type Scene } from "./layer.ts";

/** Discs in the holder's colour, an amber ring on the day of a change, an ink ring when selected. */
export const settlements: MapLayer = {
  key: "towns",
  nameIn: ({ layers }) => layers.settlements.name,
  sources: {
    towns: { kind: "still", idProperty: "id", draw: ({ dataset }) => drawTowns(dataset.settlements) },
    contested: { kind: "daily", draw: ({ atlas, day }) => drawContestedTowns(listContested(atlas, day)) },
  },
  style: (options) => ({ settlements: listDiscs(options), obstacles: OBSTACLES }),
  legend: listMarks,
};

/** What the map shows of the towns on a day, beside their names and places. */
export interface TownStates {
  readonly controls: AllControls;
  /** Ids of those that changed hands on the day. */
  readonly changed: ReadonlySet<string>;
}

/** The states by which the style draws a town. */
export interface TownMarks {
  /** Id of the side that holds it; empty if nobody is known to. */
  readonly holder: string;
  readonly changed: boolean;
  readonly contested: boolean;
}

/** Every town, always the same: where it is, how large it is drawn and what it is called. */
function drawTowns(all: readonly Settlement[]): FeatureCollection<Point> {
  return collectTowns(all, (settlement) => ({ ...nameTown(settlement), kind: settlement.kind }));
}

export function findTownStates(atlas: Atlas, day: Day): TownStates {
  const changed = new Set(listChangesOn(atlas, day).map((change) => change.settlement));
  return { controls: listControls(atlas, day), changed };
}

/** The towns whose marks differ from those of `shown` (all of them without it), with the marks that they have now. */
export function listOtherMarks(
  { dataset }: Atlas,
  shown: TownStates | undefined,
  { controls, changed }: TownStates,
): (readonly [id: string, marks: TownMarks])[] {
  return dataset.settlements.flatMap(({ id }, index) => {
    const control = controls[index];
    const isSame = shown?.controls[index] === control && shown?.changed.has(id) === changed.has(id);
    return isSame || !control ? [] : [[id, drawMarks(control, changed.has(id))] as const];
  });
}

function drawMarks(control: Control, changed: boolean): TownMarks {
  const holder = control.kind === "unknown" ? "" : (control.by ?? "");
  return { holder, changed, contested: control.kind === "contested" };
}

/** What the style reads of a town to name it: its name in each script, as a member of that name. */
export function nameTown({ id, names, importance }: Settlement) {
  return { ...nameByScript(names), id, importance };
}

export function collectTowns(
  towns: readonly Settlement[],
  describe: (settlement: Settlement) => Record<string, unknown>,
): FeatureCollection<Point> {
  return featureCollection(
    towns.map((settlement) => ({
      type: "Feature",
      properties: describe(settlement),
      geometry: { type: "Point", coordinates: [...settlement.position] },
    })),
  );
}

/** A contested settlement: the side on whose ground the map shows it, and that side's chief opponent. */
interface Contested {
  readonly settlement: Settlement;
  readonly holder: string | undefined;
  readonly opponent: string | undefined;
}

const listContested = rememberByDay((atlas, day): readonly Contested[] => {
  // Only a settlement with claims is contested, and most days none is.
  if (countSettlements(atlas, day).contested === 0) return [];
  const controls = listControls(atlas, day);
  return atlas.dataset.settlements.flatMap((settlement, index) => {
    const control = controls[index];
    if (control?.kind !== "contested") return [];
    return [{ settlement, holder: control.by, opponent: findSide(atlas.dataset, control.by)?.opponents[0] }];
  });
});

/** The contested towns with the sides of their halves, `left` and `right`; empty where unknown. */
function drawContestedTowns(contested: readonly Contested[]): FeatureCollection<Point> {
  return featureCollection(
    contested.map(({ settlement: { id, importance, position }, holder, opponent }) => ({
      type: "Feature",
      properties: { id, importance, left: holder ?? "", right: opponent ?? "" },
      geometry: { type: "Point", coordinates: [...position] },
    })),
  );
}

function listMarks({ atlas, day }: Scene): LegendEntry[] {
  const entries: LegendEntry[] = listChangesOn(atlas, day).length > 0 ? [CHANGED] : [];
  const [first] = listContested(atlas, day);
  if (!first) return entries;
  const { holder, opponent } = first;
  entries.push({
    kind: "contested",
    key: `contested ${holder} ${opponent}`,
    sign: (pen) => pen.halves(pen.markOf(holder), pen.markOf(opponent)),
    describe: ({ layers }) => layers.settlements.contested,
  });
  return entries;
}

const CHANGED: LegendEntry = {
  kind: "changed",
  key: "changed",
  sign: (pen) => {
    pen.disc(8.5, pen.palette.amber);
    pen.disc(6.2, pen.palette.casing);
    pen.disc(4.4, pen.palette.unknown);
  },
  describe: ({ layers }) => layers.settlements.changed,
};

/** Radii of a town's disc in pixels: [zoom, importance 1, 2, 3]. */
const RADII = [
  [7, 3.4, 2.2, 1.1],
  [8.5, 5, 3.6, 2],
  [10, 6.4, 4.8, 3.3],
  [12, 8.5, 6.8, 5.4],
] as const;

function radiusPlus(extra: number): ExpressionSpecification {
  return byZoomAndImportance(
    ...RADII.map(
      ([zoom, first, second, third]) => [zoom, first + extra, second + extra, third + extra] as const,
    ),
  );
}

const isChanged: ExpressionSpecification = ["boolean", ["feature-state", "changed"], false];
const isSelected: ExpressionSpecification = ["boolean", ["feature-state", "selected"], false];
const isContested: ExpressionSpecification = ["boolean", ["feature-state", "contested"], false];

function listDiscs(options: StyleOptions): LayerSpecification[] {
  const { palette } = options;
  const markOf = (half: string) => sideColour(options, ["get", half], (tones) => tones.mark);
  const whenChanged: ExpressionSpecification = ["case", isChanged, 1, 0];
  return [
    {
      id: "town-changed",
      type: "circle",
      source: "towns",
      paint: {
        "circle-radius": radiusPlus(2.2),
        "circle-color": palette.casing,
        "circle-opacity": whenChanged,
        "circle-stroke-color": palette.amber,
        "circle-stroke-width": byZoom([7, 1.6], [9, 2.2], [12, 3]),
        "circle-stroke-opacity": whenChanged,
      },
    },
    {
      id: "towns",
      type: "circle",
      source: "towns",
      layout: { "circle-sort-key": ["-", 0, ["get", "importance"]] },
      paint: {
        "circle-radius": radiusPlus(0),
        "circle-color": sideColour(options, ["feature-state", "holder"], (tones) => tones.mark),
        "circle-opacity": ["case", isContested, 0, 1],
        "circle-stroke-color": palette.casing,
        "circle-stroke-width": byZoom([7, 0.7], [9, 1.2], [12, 1.8]),
        "circle-stroke-opacity": ["case", isContested, 0, 1],
      },
    },
    {
      id: "towns-contested",
      type: "symbol",
      source: "contested",
      layout: {
        "icon-image": ["concat", ...halvesName(markOf("left"), markOf("right"), palette.casing)],
        // The image is a disc of radius 8 with a halo around it.
        "icon-size": byZoomAndImportance(
          [7, 0.5, 0.36, 0.26],
          [8.5, 0.7, 0.54, 0.4],
          [10, 0.86, 0.7, 0.54],
          [12, 1.1, 0.92, 0.78],
        ),
        "icon-overlap": "always",
        "icon-ignore-placement": true,
      },
    },
    {
      id: "town-selected",
      type: "circle",
      source: "towns",
      metadata: ALWAYS,
      paint: {
        "circle-radius": radiusPlus(5),
        "circle-opacity": 0,
        "circle-stroke-color": palette.ink,
        "circle-stroke-width": 2,
        "circle-stroke-opacity": ["case", isSelected, 1, 0],
      },
    },
  ];
}

/** Nothing to see: boxes on the discs, which names stay clear of where they can. */
const OBSTACLES: readonly LayerSpecification[] = [
  {
    id: "town-obstacles",
    type: "symbol",
    source: "towns",
    filter: ["<=", ["get", "importance"], ["step", ["zoom"], 1, 8, 2, 10, 3]],
    layout: {
      "icon-image": BLANK_NAME,
      "icon-size": byZoomAndImportance([8, 0.8, 0.6, 0.3], [12, 1.6, 1.2, 1]),
      "icon-overlap": "always",
      "icon-padding": 0,
    },
  },
];
