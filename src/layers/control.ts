import { featureCollection } from "@turf/helpers";
import type { Feature, FeatureCollection, Position as Coordinates } from "geojson";
import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { listAreasOn } from "../core/atlas.ts";
import { listContents } from "../core/contents.ts";
import type { Dataset } from "../core/dataset.ts";
import { type AreaGeometry, type Bounds, listRings } from "../core/geometry.ts";
import { listSegments } from "../core/measure/front-lines.ts";
import { listHoldings } from "../core/measure/holdings.ts";
import { countSettlements } from "../core/measure/settlements.ts";
import type { ControlArea } from "../core/records.ts";
import { nameSide } from "../core/sides.ts";
import { byZoom } from "../../styles/map/map-expressions.ts";
import type { Palette } from "../../styles/palette.ts";
import { hatchName } from "../../styles/map/map-images.ts";
import { toneSides } from "../../styles/side-tones.ts";
import { CONTROL_MARKER, drawMarker } from "./ground-markers.ts";
import type { LegendEntry, MapLayer, StyleLayers, StyleOptions, Scene } from "./layer.ts";

/**
 * Who holds which ground: a quiet tint for every side, over it a pattern for sides that have one. Every place has the looks
 * of one side, the last that is drawn there.
 */
export const control: MapLayer = {
  key: "control",
  sources: {
    areas: {
      kind: "daily",
      isGround: true,
      nameContent: ({ atlas, day }) => String(atlas.dataset.control.findPhase(day)),
      draw: ({ atlas, day }) => drawAreas(atlas.dataset, listAreasOn(atlas, day)),
    },
    "theatre-edge": { kind: "still", draw: ({ dataset }) => drawEdgeOf(dataset) },
  },
  style,
  legend: listSides,
};

/**
 * The areas of a day, each with its `side`. Where a side holds the remainder of a theatre that has an outline, that
 * comes first, whole: the areas are drawn over it.
 */
function drawAreas(dataset: Dataset, areas: readonly ControlArea[]): FeatureCollection {
  const { remainder } = dataset.control;
  const rest = areas.length > 0 && remainder?.hasOutline ? remainder : undefined;
  const draw = (side: string, geometry: AreaGeometry): Feature => ({
    type: "Feature",
    properties: { side },
    geometry,
  });
  return featureCollection([
    ...(rest ? [draw(rest.side, rest.theatre)] : []),
    ...areas.map(({ side, geometry }) => draw(side, geometry)),
  ]);
}

function drawEdgeOf({ control: archive, bounds }: Dataset): FeatureCollection {
  const firstDay = archive.phases[0]?.from;
  return drawTheatreEdge(firstDay === undefined ? [] : archive.listAreas(firstDay), bounds);
}

/**
 * The straight edges along which the areas end only because the theatre does: those lying on the box itself. Edges
 * along a coast or a border are no part of it.
 */
export function drawTheatreEdge(areas: readonly ControlArea[], box: Bounds): FeatureCollection {
  const edges = areas
    .flatMap((area) => listRings(area.geometry))
    .flatMap((ring) => listRuns(ring as Coordinates[], box));
  if (edges.length === 0) return featureCollection([]);
  return featureCollection([
    { type: "Feature", properties: {}, geometry: { type: "MultiLineString", coordinates: edges } },
  ]);
}

/** The stretches of a ring that lie on the box, each whole: a line of many pieces would show where they meet. */
function listRuns(ring: readonly Coordinates[], box: Bounds): Coordinates[][] {
  const runs: Coordinates[][] = [];
  for (const [start, end] of listSegments(ring as Coordinates[])) {
    if (!isOnBox(start, end, box)) continue;
    const last = runs.at(-1);
    if (last?.at(-1) === start) last.push(end);
    else runs.push([start, end]);
  }
  const [first, last] = [runs[0], runs.at(-1)];
  const isOverStart =
    first && last && first !== last && String(first[0]) === String(ring[0]) && last.at(-1) === ring.at(-1);
  return isOverStart ? [[...last, ...first.slice(1)], ...runs.slice(1, -1)] : runs;
}

/** About 100 m: traced coordinates are rounded. */
const ON_BOX_DEGREES = 0.001;

function isOnBox([ax = 0, ay = 0]: Coordinates, [bx = 0, by = 0]: Coordinates, box: Bounds): boolean {
  const [west, south, east, north] = box;
  const isAt = (value: number, edge: number) => Math.abs(value - edge) < ON_BOX_DEGREES;
  const isOnMeridian = [west, east].some((edge) => isAt(ax, edge) && isAt(bx, edge));
  return isOnMeridian || [south, north].some((edge) => isAt(ay, edge) && isAt(by, edge));
}

/** Of the sign of a side in a legend, in pixels: as a town close by. */
const PLACE_RADIUS = 6;

/** The sides whose ground is coloured, the remainder included where it has an outline, or that hold a settlement. */
function listSides({ atlas, day }: Scene, shows: (key: string) => boolean): LegendEntry[] {
  const holdings = listHoldings(atlas, day);
  const isDrawn = holdings.some(({ kind }) => kind === "drawn");
  const holders = new Set(
    holdings
      .filter((holding) => holding.kind === "drawn" || (isDrawn && holding.remainder.hasOutline))
      .map(({ side }) => side),
  );
  if (shows("towns")) {
    for (const [side, count] of countSettlements(atlas, day).held) if (count > 0) holders.add(side);
  }
  // Where a data set draws no ground at all, its places alone have the colours.
  const { hasGround } = listContents(atlas.dataset);
  return atlas.dataset.sides
    .filter(({ id }) => holders.has(id))
    .map(({ id }) => ({
      kind: "side",
      key: hasGround ? `side ${id}` : `side of places ${id}`,
      sign: (pen) => (hasGround ? pen.area(id) : pen.disc(PLACE_RADIUS, pen.markOf(id))),
      describe: ({ language }) => nameSide(atlas.dataset, id, language),
    }));
}

function style({ palette }: StyleOptions): StyleLayers {
  return {
    tints: [drawMarker(CONTROL_MARKER)],
    water: listFades(palette),
  };
}

/**
 * A wide soft line lets the tints run out into the land where only the theatre ends them. It lies under the lines
 * of the base, which go on beyond the theatre.
 */
function listFades(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "theatre-fade",
      type: "line",
      source: "theatre-edge",
      layout: { "line-join": "round" },
      paint: {
        "line-color": palette.land,
        "line-width": byZoom([7, 26], [9, 60], [11, 120]),
        "line-blur": byZoom([7, 13], [9, 30], [11, 60]),
      },
    },
  ];
}

interface HatchOptions {
  readonly name: string;
  /** Areas with their `side`. */
  readonly source: string;
  /** Which of them; all if left out. */
  readonly filter?: ExpressionSpecification | true;
  readonly opacity: number;
}

/** The patterns of the sides that have one, a style layer each. */
export function listHatches(
  { palette, sides }: StyleOptions,
  { name, source, filter = true, opacity }: HatchOptions,
): LayerSpecification[] {
  return [...toneSides(palette, sides)].flatMap(([side, { pattern, mark }]): LayerSpecification[] => {
    if (pattern === "plain") return [];
    return [
      {
        id: `${name}-hatch-${side}`,
        type: "fill",
        source,
        filter: ["all", filter, ["==", ["get", "side"], side]],
        paint: { "fill-pattern": hatchName(pattern, mark), "fill-opacity": opacity },
      },
    ];
  });
}
