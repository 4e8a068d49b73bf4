import type { MapLayer } from "./layer.ts";

/** The roads of the base map, apart from the highways that the data set follows. */
export const roads: MapLayer = {
  key: "roads",
  nameIn: ({ layers }) => layers.roads.name,
  sources: { roads: { kind: "base" } },
  style: ({ palette }) => ({
    roads: [
      {
        id: "roads",
        type: "line",
        source: "roads",
        layout: { "line-join": "round", "line-cap": "round" },
        paint: {
          "line-color": palette.road,
          "line-width": [
            "interpolate",
            ["linear"],
            ["zoom"],
            8,
            ["match", ["get", "importance"], 1, 1.1, 0.7],
            12,
            ["match", ["get", "importance"], 1, 2.4, 1.6],
          ],
        },
      },
    ],
  }),
};
