import { type Atlas, findControl } from "../../core/atlas.ts";
import { addDays, type Day } from "../../core/day.ts";
import type { Control } from "../../core/history/control.ts";
import type { Days } from "./runs.ts";

/** Consecutive days on which a settlement is under the same control. */
export interface SettlementRun extends Days {
  readonly control: Control;
}

/** The control of a settlement within the days, without a gap. */
export function listSettlementRuns(atlas: Atlas, settlement: string, days: Days): SettlementRun[] {
  const runs: SettlementRun[] = [];
  const starts = listStarts(atlas, settlement, days);
  for (const [index, from] of starts.entries()) {
    const next = starts[index + 1];
    const to = next === undefined ? days.to : addDays(next, -1);
    const control = findControl(atlas, settlement, from);
    const before = runs.at(-1);
    if (before && isSame(before.control, control)) runs[runs.length - 1] = { ...before, to };
    else runs.push({ from, to, control });
  }
  return runs;
}

/** The days, ascending, on which its control may be another than the day before. */
function listStarts({ histories }: Atlas, settlement: string, { from, to }: Days): Day[] {
  const { changes = [], contested = [], unknown = [] } = histories.get(settlement) ?? {};
  const starts = [
    ...changes.map(({ day }) => day),
    ...[...contested, ...unknown].flatMap((span) => [span.from, span.to]),
  ];
  const within = starts.filter((day) => day > from && day <= to);
  return [...new Set([from, ...within])].toSorted();
}

function isSame(one: Control, other: Control): boolean {
  const byOf = (control: Control) => ("by" in control ? control.by : undefined);
  return one.kind === other.kind && byOf(one) === byOf(other);
}
