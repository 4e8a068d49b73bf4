import type { Atlas } from "../atlas.ts";
import type { Day } from "../day.ts";
import { listControls } from "../history/all-controls.ts";
import { rememberByDay } from "../remember.ts";

/** Settlements that the documents name, by who holds them; those there for orientation only do not count. */
export interface SettlementCounts {
  /** How many there are in all. */
  readonly documented: number;
  /** Held and not contested, by side, in the order of the data set; zero for sides that hold ground but none of these. */
  readonly held: ReadonlyMap<string, number>;
  /** Contested settlements are in none of the other numbers. */
  readonly contested: number;
  readonly unknown: number;
}

/** Who holds how many of the documented settlements at the end of `day`. */
export const countSettlements = rememberByDay((atlas: Atlas, day: Day): SettlementCounts => {
  const controls = listControls(atlas, day);
  const ofSides = atlas.dataset.sides.filter(({ holdsGround }) => holdsGround);
  const held = new Map(ofSides.map(({ id }) => [id, 0]));
  let documented = 0;
  let contested = 0;
  let unknown = 0;
  for (const [index, { isContext }] of atlas.dataset.settlements.entries()) {
    const control = controls[index];
    if (isContext || !control) continue;
    documented++;
    if (control.kind === "held") held.set(control.by, (held.get(control.by) ?? 0) + 1);
    else if (control.kind === "contested") contested++;
    else unknown++;
  }
  return { documented, held, contested, unknown };
});
