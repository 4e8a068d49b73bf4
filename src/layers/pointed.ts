import { featureCollection } from "@turf/helpers";
import type { Feature, FeatureCollection } from "geojson";
import { findSelected } from "../core/selection.ts";
import { byZoom } from "../../styles/map/map-expressions.ts";
import type { MapLayer, Scene } from "./layer.ts";

/** What the reader points at, in a list or on the map itself: a ring around a settlement or post, an edge along a highway. */
export const pointed: MapLayer = {
  key: "pointed",
  sources: {
    pointed: {
      kind: "daily",
      nameContent: ({ pointed }) =>
        pointed === undefined || pointed.kind === "source" ? undefined : `${pointed.kind} ${pointed.id}`,
      draw: drawPointed,
    },
  },
  style: ({ palette }) => ({
    routes: [
      {
        id: "pointed-line",
        type: "line",
        source: "pointed",
        layout: { "line-join": "round", "line-cap": "round" },
        paint: {
          "line-color": palette.focus,
          "line-gap-width": byZoom([7, 4], [9, 5.4], [12, 8]),
          "line-width": 2,
        },
      },
    ],
    badges: [
      {
        id: "pointed-ring",
        type: "circle",
        source: "pointed",
        filter: ["==", ["geometry-type"], "Point"],
        paint: {
          "circle-radius": byZoom([7, 10], [9, 13], [12, 17]),
          "circle-color": palette.focus,
          "circle-opacity": 0.14,
          "circle-stroke-color": palette.focus,
          "circle-stroke-width": 2,
        },
      },
    ],
  }),
};

function drawPointed({ atlas, pointed }: Scene): FeatureCollection {
  const found = findSelected(atlas, pointed);
  switch (found?.kind) {
    case "place":
    case "post":
      return featureCollection([draw({ type: "Point", coordinates: [...found.record.position] })]);
    case "highway":
      return featureCollection([
        draw({ type: "LineString", coordinates: found.record.course.map((position) => [...position]) }),
      ]);
    case "source":
    case undefined:
      return featureCollection([]);
  }
}

function draw(geometry: Feature["geometry"]): Feature {
  return { type: "Feature", properties: {}, geometry };
}
