import { featureCollection } from "@turf/helpers";
import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification } from "maplibre-gl";
import { countDaysBetween, type Day } from "../core/day.ts";
import { type FormerFront, listFormerFronts, listTrailDays } from "../core/measure/trail.ts";
import { byZoom } from "../../styles/map/map-expressions.ts";
import type { LegendEntry, MapLayer, Scene } from "./layer.ts";

const STRONGEST = 0.8;
/** Paler than this a line cannot be told from the roads. */
const LEAST = 0.17;

/** How strong the line of so many days ago is drawn in a trail of so many days: half as strong with every third of them. */
export function findStrength(age: number, count: number): number {
  return Math.max(LEAST, STRONGEST * 2 ** ((-3 * (age - 1)) / Math.max(3, count)));
}

/** Where the front ran on the days before, wherever it has moved since: the older, the paler. */
export const trail: MapLayer = {
  key: "trail",
  sources: {
    trail: {
      kind: "daily",
      nameContent: ({ atlas: { dataset }, day, trail: count = 1 }) => {
        if (count === 0) return undefined;
        const phases = [day, ...listTrailDays(day, count)].map((asked) => dataset.control.findPhase(asked));
        // On a day on which nothing has moved for so long there is nothing to draw.
        return new Set(phases).size === 1 ? undefined : phases.join(" ");
      },
      draw: (scene) => drawTrail(listTrail(scene), scene.day, scene.trail ?? 1),
    },
  },
  style: ({ palette }) => {
    const isLatest: ExpressionSpecification = ["==", ["get", "age"], 1];
    const strength: ExpressionSpecification = ["get", "strength"];
    const look = { "line-color": palette.frontLine, "line-opacity": strength };
    return {
      "former-lines": [
        {
          id: "trail-older",
          type: "line",
          source: "trail",
          filter: ["!", isLatest],
          layout: { "line-join": "round", "line-cap": "butt" },
          paint: { ...look, "line-width": byZoom([7, 0.9], [9, 1.3], [12, 1.9]) },
        },
        {
          id: "trail-latest",
          type: "line",
          source: "trail",
          filter: isLatest,
          layout: { "line-join": "round", "line-cap": "round" },
          paint: {
            ...look,
            "line-width": byZoom([7, 1.3], [9, 1.8], [12, 2.4]),
            "line-dasharray": [0, 2.2],
          },
        },
      ],
    };
  },
  legend: listEntries,
};

function listEntries(scene: Scene): LegendEntry[] {
  const { trail: count = 1, day } = scene;
  const ages = listTrail(scene).map((front) => countDaysBetween(front.day, day));
  const entries: LegendEntry[] = [];
  if (ages.includes(1)) {
    entries.push({
      kind: "previous",
      key: "previous",
      sign: (pen) => pen.line(pen.palette.frontLine, 1.9, { dashes: [0, 4], opacity: STRONGEST }),
      describe: ({ layers }) => layers.trail.previous,
    });
  }
  if (ages.some((age) => age > 1)) {
    entries.push({
      kind: "trail",
      key: `trail ${count}`,
      sign: (pen) => pen.fading(pen.palette.frontLine, 1.5, [LEAST, STRONGEST]),
      describe: ({ layers }) => layers.trail.legend(count),
    });
  }
  return entries;
}

function listTrail({ atlas, day, trail: count = 1 }: Scene): FormerFront[] {
  return listFormerFronts(atlas, day, listTrailDays(day, count));
}

/** The lines that have been left, each with its `age` in days and the `strength` in which it is drawn. */
function drawTrail(fronts: readonly FormerFront[], day: Day, count: number): FeatureCollection {
  return featureCollection(
    fronts
      .map((front) => ({ ...front, age: countDaysBetween(front.day, day) }))
      // The younger lie over the older.
      .toSorted((one, other) => other.age - one.age)
      .map(({ age, courses }) => ({
        type: "Feature",
        properties: { age, strength: findStrength(age, count) },
        geometry: { type: "MultiLineString", coordinates: [...courses] },
      })),
  );
}
