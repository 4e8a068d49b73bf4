import { area } from "@turf/area";
import { type Atlas, isMissing } from "../atlas.ts";
import type { Day } from "../day.ts";
import { listControls } from "../history/all-controls.ts";
import type { Control } from "../history/control.ts";
import type { Settlement } from "../records.ts";
import { rememberByTwoDays } from "../remember.ts";
import { findGains, type Gain } from "./gains.ts";
import { measureGround } from "./ground.ts";

/** A settlement that is under another side at the end of the later day than at the end of the earlier one. */
export interface ComparedSettlement {
  readonly settlement: Settlement;
  /** Id of the side on the earlier day; `undefined`: none that is known. */
  readonly from: string | undefined;
  /** The same on the later day. */
  readonly to: string | undefined;
}

/** How much a side has at the end of the earlier and of the later day, in the unit of the member that says so. */
export interface Amounts {
  readonly before: number;
  readonly after: number;
}

export interface ComparedSide {
  readonly side: string;
  /** Settlements that are under it on the later day alone, and on the earlier day alone. */
  readonly settlementsGained: number;
  readonly settlementsLost: number;
  /** Ground that is under it on the later day and was not on the earlier one. */
  readonly gainedKm2: number;
  readonly areaKm2: Amounts;
  /** Of every highway by its id, also where it is 0. */
  readonly highwayKm: ReadonlyMap<string, Amounts>;
}

/** How two days differ at their ends, whatever happened between them. */
export interface Comparison {
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Whether the areas of both days are known; without, nothing is told of ground and highways. */
  readonly isGroundKnown: boolean;
  readonly gains: readonly Gain[];
  /** In order of name. */
  readonly settlements: readonly ComparedSettlement[];
  /** The sides that have anything on either day, in the order of the data set. */
  readonly sides: readonly ComparedSide[];
}

/** Compares the ends of two different days, given in either order. */
export function compareDays(atlas: Atlas, one: Day, other: Day): Comparison {
  return one < other ? compareInOrder(atlas, one, other) : compareInOrder(atlas, other, one);
}

const compareInOrder = rememberByTwoDays((atlas: Atlas, firstDay: Day, lastDay: Day): Comparison => {
  const { control, sides } = atlas.dataset;
  const isGroundKnown =
    control.phases.length > 0 && !isMissing(atlas, firstDay) && !isMissing(atlas, lastDay);
  const gains = isGroundKnown ? findGains(control, firstDay, lastDay) : [];
  const settlements = listDifferent(atlas, firstDay, lastDay);
  const compared = sides.map(({ id }) => compareSide(atlas, id, { firstDay, lastDay, gains, settlements }));
  return {
    firstDay,
    lastDay,
    isGroundKnown,
    gains,
    settlements,
    sides: compared.filter(hasAnything),
  };
});

function listDifferent(atlas: Atlas, firstDay: Day, lastDay: Day): ComparedSettlement[] {
  const [before, after] = [listControls(atlas, firstDay), listControls(atlas, lastDay)];
  const holderOf = (control: Control | undefined) => (control && "by" in control ? control.by : undefined);
  return atlas.dataset.settlements
    .map((settlement, index) => ({
      settlement,
      from: holderOf(before[index]),
      to: holderOf(after[index]),
    }))
    .filter(({ from, to }) => from !== to)
    .toSorted((a, b) => a.settlement.name.localeCompare(b.settlement.name, "en"));
}

type Differences = Pick<Comparison, "firstDay" | "lastDay" | "gains" | "settlements">;

function compareSide(
  atlas: Atlas,
  side: string,
  { firstDay, lastDay, gains, settlements }: Differences,
): ComparedSide {
  const [before, after] = [measureGround(atlas, firstDay), measureGround(atlas, lastDay)];
  const gained = gains.filter((gain) => gain.side === side);
  return {
    side,
    settlementsGained: settlements.filter(({ to }) => to === side).length,
    settlementsLost: settlements.filter(({ from }) => from === side).length,
    gainedKm2: gained.reduce((sum, { geometry }) => sum + area(geometry) / 1e6, 0),
    areaKm2: { before: before.areaKm2.get(side) ?? 0, after: after.areaKm2.get(side) ?? 0 },
    highwayKm: new Map(
      atlas.dataset.highways.map(({ id }) => [
        id,
        {
          before: before.highways.get(id)?.km.get(side) ?? 0,
          after: after.highways.get(id)?.km.get(side) ?? 0,
        },
      ]),
    ),
  };
}

function hasAnything({ settlementsGained, settlementsLost, areaKm2, highwayKm }: ComparedSide): boolean {
  const amounts = [areaKm2, ...highwayKm.values()];
  return (
    settlementsGained + settlementsLost > 0 || amounts.some(({ before, after }) => before > 0 || after > 0)
  );
}
