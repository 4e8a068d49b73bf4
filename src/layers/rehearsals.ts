import { featureCollection } from "@turf/helpers";
import type { FeatureCollection } from "geojson";
import type { Position } from "../core/geometry.ts";

/** By the name of a source that many days leave empty: a mark of it at a position, drawn with all that a real one is drawn with, and not to be seen. */
export const REHEARSALS: Readonly<Record<string, (position: Position) => FeatureCollection>> = {
  trail: ([longitude, latitude]) =>
    featureCollection([
      {
        type: "Feature",
        properties: { age: 1, strength: 0 },
        geometry: {
          type: "LineString",
          coordinates: [
            [longitude, latitude],
            [longitude + 0.1, latitude],
          ],
        },
      },
    ]),
};
