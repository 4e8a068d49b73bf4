import { featureCollection } from "@turf/helpers";
import { findInferredTint } from "../core/measure/inferred-tint.ts";
import { nameSide } from "../core/sides.ts";
import { findGround } from "../core/view.ts";
import { matchSide } from "../../styles/map/map-expressions.ts";
import { hatchName } from "../../styles/map/map-images.ts";
import { findInferredPattern, INFERRED_OPACITY, toneSides } from "../../styles/side-tones.ts";
import type { LegendEntry, MapLayer, Scene } from "./layer.ts";

/** The ground by the side that holds the nearest settlement, hatched and without a tint: it is inferred, and no source draws it. */
export const inferredTint: MapLayer = {
  key: "inferred",
  sources: {
    inferred: {
      kind: "daily",
      nameContent: (scene) => {
        const sides = listHeld(scene).map(
          ([side, cells]) => `${side} ${cells.map(({ places }) => places[0]).join()}`,
        );
        return sides.length > 0 ? sides.join(" ") : undefined;
      },
      draw: (scene) =>
        featureCollection(
          listHeld(scene).map(([side, cells]) => ({
            type: "Feature",
            properties: { side },
            geometry: {
              type: "MultiPolygon",
              coordinates: cells.map(({ ring }) => [ring.map((position) => [...position])]),
            },
          })),
        ),
    },
  },
  style: ({ palette, sides }) => ({
    tints: [
      {
        id: "inferred",
        type: "fill",
        source: "inferred",
        paint: {
          "fill-pattern": matchSide(
            ["get", "side"],
            [...toneSides(palette, sides)].map(([side, { mark }], index) => [
              side,
              hatchName(findInferredPattern(index), mark),
            ]),
            hatchName("diagonal", palette.unknown),
          ),
          "fill-opacity": INFERRED_OPACITY,
          "fill-antialias": false,
        },
      },
    ],
  }),
  legend: (scene) =>
    listHeld(scene).map(
      ([side]): LegendEntry => ({
        kind: "inferred",
        key: `inferred ${side}`,
        sign: (pen) => pen.inferred(side),
        describe: ({ layers, language }) =>
          layers.inferred.legend(nameSide(scene.atlas.dataset, side, language)),
      }),
    ),
};

/** In the order of the data set; nothing while something else is shown or the cells are not there yet. */
function listHeld(scene: Scene) {
  if (findGround(scene) !== "places") return [];
  const ground = findInferredTint(scene.atlas).listGround(scene.day);
  return scene.atlas.dataset.sides.flatMap(({ id }) => {
    const cells = ground?.get(id);
    return cells ? [[id, cells] as const] : [];
  });
}
