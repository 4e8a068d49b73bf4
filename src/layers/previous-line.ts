import { featureCollection } from "@turf/helpers";
import type { FeatureCollection, Position } from "geojson";
import { addDays } from "../core/day.ts";
import { listLeftFronts } from "../core/measure/front-lines.ts";
import { byZoom } from "../../styles/map/map-expressions.ts";
import type { MapLayer } from "./layer.ts";

/** Where the front ran the evening before, wherever it has moved since. */
export const previousLine: MapLayer = {
  key: "yesterday",
  nameIn: ({ layers }) => layers.previousLine.name,
  sources: {
    "previous-line": {
      kind: "daily",
      nameContent: ({ atlas: { dataset }, day }) =>
        `${dataset.control.findPhase(addDays(day, -1))} ${dataset.control.findPhase(day)}`,
      draw: ({ atlas, day }) => drawPreviousLine(listLeftFronts(atlas, day)),
    },
  },
  style: ({ palette }) => ({
    "former-lines": [
      {
        id: "previous-line",
        type: "line",
        source: "previous-line",
        layout: { "line-join": "round", "line-cap": "round" },
        paint: {
          "line-color": palette.frontLine,
          "line-opacity": 0.7,
          "line-width": byZoom([7, 1.3], [9, 1.8], [12, 2.4]),
          "line-dasharray": [0, 2.2],
        },
      },
    ],
  }),
  legend: ({ atlas, day }) =>
    listLeftFronts(atlas, day).length === 0
      ? []
      : [
          {
            kind: "previous",
            key: "previous",
            sign: (pen) => pen.line(pen.palette.frontLine, 1.9, { dashes: [0, 4], opacity: 0.7 }),
            describe: ({ layers }) => layers.previousLine.legend,
          },
        ],
};

function drawPreviousLine(left: readonly Position[][]): FeatureCollection {
  if (left.length === 0) return featureCollection([]);
  return featureCollection([
    {
      type: "Feature",
      properties: {},
      geometry: { type: "MultiLineString", coordinates: [...left] },
    },
  ]);
}
