import type { Atlas } from "../atlas.ts";
import type { Day } from "../day.ts";
import { listControls } from "../history/all-controls.ts";
import { chooseReachKm, findNearestCells, type NearestCell } from "./nearest-cells.ts";

/** See `InferredTint`, which fetches this file. */
export interface MadeTint {
  readonly reachKm: number;
  readonly listGround: (day: Day) => ReadonlyMap<string, readonly NearestCell[]>;
}

/** The cells of an atlas, once, and whose they are on any day. */
export function makeTint(atlas: Atlas): MadeTint {
  const { settlements } = atlas.dataset;
  const known = [...settlements.keys()].filter((index) => isEverKnown(atlas, settlements[index]?.id ?? ""));
  const positions = known.flatMap((index) => {
    const place = settlements[index];
    return place ? [place.position] : [];
  });
  const reachKm = chooseReachKm(positions);
  const cells = findNearestCells(positions, reachKm);
  return {
    reachKm,
    listGround(day) {
      const controls = listControls(atlas, day);
      const ground = new Map<string, NearestCell[]>();
      for (const cell of cells) {
        const holders = new Set(
          cell.places.map((place) => {
            const control = controls[known[place] ?? -1];
            return control?.kind === "held" ? control.by : undefined;
          }),
        );
        const [side] = holders;
        if (side === undefined || holders.size > 1) continue;
        const ofSide = ground.get(side);
        if (ofSide) ofSide.push(cell);
        else ground.set(side, [cell]);
      }
      return ground;
    },
  };
}

function isEverKnown({ histories }: Atlas, id: string): boolean {
  const history = histories.get(id);
  return history !== undefined && (history.initialSide !== undefined || history.changes.length > 0);
}
