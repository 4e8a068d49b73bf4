import { countFirst } from "../count-first.ts";
import type { Atlas } from "../atlas.ts";
import type { Day } from "../day.ts";
import { type Control, type ControlHistory, controlOn } from "./control.ts";

/** Who holds each settlement at the end of a day, in the order of the data set; the same object where nothing differs. */
export type AllControls = readonly Control[];

/** The settlements of which a day may tell otherwise than the day before, by their place in the data set. */
interface Steps {
  readonly histories: readonly (ControlHistory | undefined)[];
  /** Ascending. */
  readonly days: readonly Day[];
  readonly settlements: readonly (readonly number[])[];
}

interface Latest {
  readonly steps: Steps;
  day: Day;
  controls: AllControls;
}

const UNKNOWN: Control = { kind: "unknown" };
const latestOf = new WeakMap<Atlas, Latest>();

/**
 * As `findControl` for every settlement at once. Starts from the day that was asked for last and looks only at what has
 * changed in between, so that a step costs what changed and not what there is.
 */
export function listControls(atlas: Atlas, day: Day): AllControls {
  const latest = latestOf.get(atlas) ?? begin(atlas);
  latestOf.set(atlas, latest);
  const { steps } = latest;
  const [from, to] = latest.day < day ? [latest.day, day] : [day, latest.day];
  const passed = steps.settlements.slice(countUpTo(steps.days, from), countUpTo(steps.days, to)).flat();
  if (passed.length > 0) {
    const controls = [...latest.controls];
    for (const index of passed) controls[index] = controlAt(steps, index, day);
    latest.controls = controls;
  }
  latest.day = day;
  return latest.controls;
}

function begin(atlas: Atlas): Latest {
  const histories = atlas.dataset.settlements.map(({ id }) => atlas.histories.get(id));
  const byDay = new Map<Day, number[]>();
  for (const [index, history] of histories.entries()) {
    for (const day of history ? listSteps(history) : []) {
      const known = byDay.get(day);
      if (known) known.push(index);
      else byDay.set(day, [index]);
    }
  }
  const sorted = [...byDay].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const steps = {
    histories,
    days: sorted.map(([day]) => day),
    settlements: sorted.map(([, settlements]) => settlements),
  };
  const day = atlas.dataset.firstDay;
  return { steps, day, controls: histories.map((_, index) => controlAt(steps, index, day)) };
}

/** The days on which a history may begin to tell otherwise. */
function listSteps({ changes, contested, unknown }: ControlHistory): Set<Day> {
  const spans = [...contested, ...unknown].flatMap(({ from, to }) => [from, to]);
  return new Set([...changes.map(({ day }) => day), ...spans]);
}

function controlAt({ histories }: Steps, index: number, day: Day): Control {
  const history = histories[index];
  return history ? controlOn(history, day) : UNKNOWN;
}

/** How many of the days, which ascend, are not after `day`. */
function countUpTo(days: readonly Day[], day: Day): number {
  return countFirst(days.length, (index) => (days[index] ?? day) <= day);
}
