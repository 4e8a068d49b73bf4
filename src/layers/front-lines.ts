import { featureCollection } from "@turf/helpers";
import type { FeatureCollection } from "geojson";
import type { LayerSpecification } from "maplibre-gl";
import { listFrontLinesOn } from "../core/atlas.ts";
import type { Dataset } from "../core/dataset.ts";
import { isFront } from "../core/measure/front-lines.ts";
import type { FrontLine } from "../core/records.ts";
import { byZoom } from "../../styles/map/map-expressions.ts";
import { BLANK_NAME } from "../../styles/map/map-images.ts";
import { drawMarker, FRONT_MARKER } from "./ground-markers.ts";
import type { LegendEntry, MapLayer, Scene } from "./layer.ts";

/** Widths in CSS pixels at zooms, and a broken line's dash and gap in widths of the line; `src/map/ground` draws with them. */
export const FRONT_WIDTHS = [
  [7, 2],
  [9, 2.8],
  [12, 3.6],
] as const;
export const FRONT_CASING_WIDTHS = [
  [7, 5],
  [9, 6.5],
  [12, 8.5],
] as const;
export const FRONT_DASH = [3.4, 1.5] as const;
export const QUIET_WIDTH = 1;

/** The front line, broken where it is inferred, and more quietly the line between sides that do not fight each other. */
export const frontLines: MapLayer = {
  key: "front-lines",
  sources: {
    "front-lines": {
      kind: "daily",
      nameContent: ({ atlas, day }) => String(atlas.dataset.control.findPhase(day)),
      draw: ({ atlas, day }) => drawFrontLines(atlas.dataset, listFrontLinesOn(atlas, day)),
    },
  },
  style: () => ({ lines: [drawMarker(FRONT_MARKER)], obstacles: OBSTACLES }),
  legend: listKinds,
};

/** The lines of a day with their `basis` and by `kind`: `front` between opponents, `quiet` between other sides. */
function drawFrontLines(dataset: Dataset, lines: readonly FrontLine[]): FeatureCollection {
  return featureCollection(
    lines.map((line) => ({
      type: "Feature",
      properties: { kind: isFront(dataset, line) ? "front" : "quiet", basis: line.basis },
      geometry: line.geometry,
    })),
  );
}

function listKinds({ atlas, day }: Scene): LegendEntry[] {
  const lines = listFrontLinesOn(atlas, day);
  const fronts = lines.filter((line) => isFront(atlas.dataset, line));
  const entries: LegendEntry[] = [];
  if (fronts.length > 0) entries.push(FRONT);
  if (fronts.some(({ basis }) => basis === "inferred")) entries.push(INFERRED);
  if (fronts.length < lines.length) entries.push(QUIET);
  return entries;
}

const FRONT: LegendEntry = {
  kind: "front",
  key: "front",
  sign: (pen) => {
    pen.line(pen.palette.casing, 6.5);
    pen.line(pen.palette.frontLine, 2.8);
  },
  describe: ({ layers }) => layers.frontLines.front,
};

const INFERRED: LegendEntry = {
  kind: "inferred",
  key: "inferred",
  sign: (pen) => {
    pen.line(pen.palette.casing, 6.5);
    pen.line(pen.palette.frontLine, 2.8, { dashes: [9.5, 4.2] });
  },
  describe: ({ layers }) => layers.frontLines.inferred,
};

const QUIET: LegendEntry = {
  kind: "quiet",
  key: "quiet",
  sign: (pen) => pen.line(pen.palette.muted, 1.2),
  describe: ({ layers }) => layers.frontLines.quiet,
};

/** Nothing to see: small boxes along the line, which names stay clear of where they can. */
const OBSTACLES: readonly LayerSpecification[] = [
  {
    id: "front-obstacles",
    type: "symbol",
    source: "front-lines",
    filter: ["==", ["get", "kind"], "front"],
    layout: {
      "symbol-placement": "line",
      "symbol-spacing": 10,
      "icon-image": BLANK_NAME,
      "icon-size": byZoom([7, 0.2], [8.4, 0.6]),
      "icon-rotation-alignment": "viewport",
      "icon-overlap": "always",
      "icon-padding": 0,
    },
  },
];
