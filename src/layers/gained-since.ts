import type { Day } from "../core/day.ts";
import { compareDays, type Comparison } from "../core/measure/comparison.ts";
import { findGround } from "../core/view.ts";
import {
  drawFronts,
  drawSettlements,
  explainDifference,
  listFrontsOn,
  styleDifference,
} from "./compared-day.ts";
import { drawGains } from "./gains.ts";
import type { MapLayer, Scene } from "./layer.ts";

const NAMES = { ground: "since", line: "since-line", settlements: "since-settlements" };

/** What each side has gained since a day: the difference from it, as one way to show the ground while the days go on. */
export const gainedSince: MapLayer = {
  key: "since",
  sources: {
    [NAMES.ground]: {
      kind: "daily",
      nameContent: nameDays,
      draw: (scene) => drawGains(findComparison(scene)?.gains ?? []),
    },
    [NAMES.line]: {
      kind: "daily",
      nameContent: (scene) => {
        const since = findSince(scene);
        return since && String(scene.atlas.dataset.control.findPhase(since));
      },
      draw: (scene) => drawFronts(listFrontsOn(scene.atlas, findSince(scene))),
    },
    [NAMES.settlements]: {
      kind: "daily",
      nameContent: nameDays,
      draw: (scene) => drawSettlements(findComparison(scene)?.settlements ?? []),
    },
  },
  style: (options) => styleDifference(options, NAMES),
  legend: (scene) => {
    const [since, comparison] = [findSince(scene), findComparison(scene)];
    if (!comparison || since === undefined) return [];
    return explainDifference(scene.atlas, comparison, since, {
      names: NAMES,
      gained: ({ layers, dates }, side) => layers.gainedSince.gained(side, dates.long(since)),
      settlements: ({ layers, dates }) => layers.gainedSince.settlements(dates.long(since)),
    });
  },
};

/** `undefined` while something else is shown, and on and before the day itself: nothing can be gained since then. */
function findSince(scene: Scene): Day | undefined {
  const { atlas, day, since = atlas.dataset.firstDay } = scene;
  return findGround(scene) === "gained" && since < day ? since : undefined;
}

function findComparison(scene: Scene): Comparison | undefined {
  const since = findSince(scene);
  return since && compareDays(scene.atlas, since, scene.day);
}

function nameDays(scene: Scene): string | undefined {
  const since = findSince(scene);
  return since && `${since} ${scene.day}`;
}
