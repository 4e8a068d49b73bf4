import { featureCollection } from "@turf/helpers";
import type { FeatureCollection } from "geojson";
import { addDays } from "../core/day.ts";
import { findGround, type View } from "../core/view.ts";
import { type Gain, listGainsOn } from "../core/measure/gains.ts";
import type { MapLayer, Scene } from "./layer.ts";

/** Of the amber by which gained ground is washed over, by scheme; `src/map/ground` draws it. */
export const GAIN_OPACITY = { light: 0.42, dark: 0.36 } as const;

/** Ground that came under a side on the day: the second loudest thing on the map. */
export const gains: MapLayer = {
  key: "gains",
  nameIn: ({ layers }) => layers.gains.name,
  sources: {
    gains: {
      kind: "daily",
      isGround: true,
      nameContent,
      draw: ({ atlas, day }) => drawGains(listGainsOn(atlas, day)),
    },
  },
  style: () => ({}),
  legend: (scene) =>
    nameContent(scene) === undefined || listGainsOn(scene.atlas, scene.day).length === 0
      ? []
      : [
          {
            kind: "gains",
            key: "gains",
            sign: (pen) => {
              pen.swatch(pen.palette.land, 1);
              pen.swatch(pen.palette.amber, GAIN_OPACITY.light);
            },
            describe: ({ layers }) => layers.gains.legend,
          },
        ],
};

/** Whether the ground gained on the day is washed over: not where the ground has the colours of more than one day. */
export function washesGains(view: Pick<View, "hidden"> & Parameters<typeof findGround>[0]): boolean {
  return !view.hidden.includes(gains.key) && findGround(view) === "holder";
}

/** Gained ground, with the `side` that gained it. */
export function drawGains(gained: readonly Gain[]): FeatureCollection {
  return featureCollection(
    gained.map(({ side, geometry }) => ({ type: "Feature", properties: { side }, geometry })),
  );
}

function nameContent(scene: Scene): string | undefined {
  // Ground in the colours of more than one day shows this one's among them.
  if (findGround(scene) !== "holder") return undefined;
  const { atlas, day } = scene;
  const { dataset } = atlas;
  const [before, now] = [addDays(day, -1), day].map((asked) => dataset.control.findPhase(asked));
  // Nothing is gained overnight from a day of which nothing is known.
  if (before === undefined || now === undefined || before === now || before < 0 || now < 0) return undefined;
  return `${before} ${now}`;
}
