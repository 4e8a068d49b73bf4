import type { Atlas } from "../../core/atlas.ts";
import { addDays, clampDay, type Day } from "../../core/day.ts";
import { listGaps } from "../../core/archive/gaps.ts";
import type { ChangeCertainty } from "../../core/history/control.ts";
import { mergeCeasefires } from "../../core/measure/events.ts";
import { type Axis, percentOf } from "../state/axis.ts";
import { type BarDirection, pointBarsOf } from "../state/sides.ts";
import { findSide } from "../../core/sides.ts";

/** How many places, or how much ground, a side gained on a day, by whether a document says so without being contradicted. */
export interface DayGain {
  readonly day: Day;
  readonly side: string;
  readonly certain: number;
  readonly uncertain: number;
}

/** A bar, or the paler part of one; all numbers are percentages of the chart, `y` from its top. */
export interface Bar {
  readonly day: Day;
  readonly side: string;
  readonly isCertain: boolean;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

export interface BarChart {
  readonly bars: readonly Bar[];
  /** Where bars begin, in percent from the top. */
  readonly baseline: number;
}

/** So that a single place on a quiet day is seen beside the busiest day. */
const LEAST_HEIGHT = 7;

function isCertainChange(certainty: ChangeCertainty): boolean {
  return certainty === "stated" || certainty === "reported";
}

/** Places gained, by day and side, in order of day; days and sides without gains are left out. */
export function countGains(atlas: Atlas): DayGain[] {
  const gains = new Map<string, DayGain>();
  for (const { day, to, certainty } of atlas.changes) {
    if (to === undefined) continue;
    const key = `${day} ${to}`;
    const gain = gains.get(key) ?? { day, side: to, certain: 0, uncertain: 0 };
    const part = isCertainChange(certainty) ? "certain" : "uncertain";
    gains.set(key, { ...gain, [part]: gain[part] + 1 });
  }
  return [...gains.values()];
}

/**
 * The bars of the days on the axis. They grow from a common base line up and down in one scale, which is that of the whole
 * story, the certain part next to the line. Sides that point the same way on the same day are stacked. Of more days than `columns` across
 * the strip, which would lie over each other, only those of the tallest bars either way are drawn.
 */
export function layOutBars(
  atlas: Atlas,
  axis: Axis = atlas,
  columns = Number.POSITIVE_INFINITY,
  gains: readonly DayGain[] = countGains(atlas),
): BarChart {
  const directionOf = (gain: DayGain) => pointBarsOf(atlas.dataset, gain.side);
  const most = { up: findMost(gains, directionOf, "up"), down: findMost(gains, directionOf, "down") };
  const baseline = clamp((100 * most.up) / (most.up + most.down || 1), LEAST_HEIGHT, 100 - LEAST_HEIGHT);
  const perPlace = Math.min(baseline / (most.up || 1), (100 - baseline) / (most.down || 1));
  const reached = new Map<string, number>();
  const bars: Bar[] = [];
  const onAxis = gains.filter(({ day }) => isOnAxis(axis, day));
  for (const gain of axis.days.length > columns ? thinGains(onAxis, axis, columns, directionOf) : onAxis) {
    if (!findSide(atlas.dataset, gain.side)) continue;
    const direction = directionOf(gain);
    const key = `${gain.day} ${direction}`;
    for (const part of ["certain", "uncertain"] as const) {
      if (gain[part] === 0) continue;
      const start = reached.get(key) ?? 0;
      const height = start === 0 ? Math.max(LEAST_HEIGHT, gain[part] * perPlace) : gain[part] * perPlace;
      const y = direction === "up" ? baseline - start - height : baseline + start;
      bars.push({
        day: gain.day,
        side: gain.side,
        isCertain: part === "certain",
        x: percentOf(axis, gain.day),
        y,
        height,
      });
      reached.set(key, start + height);
    }
  }
  return { bars, baseline };
}

/** Of the days in each column, what was gained either way on the one with most. */
function thinGains(
  gains: readonly DayGain[],
  axis: Axis,
  columns: number,
  directionOf: (gain: DayGain) => BarDirection,
): DayGain[] {
  const keyOf = (gain: DayGain) => `${gain.day} ${directionOf(gain)}`;
  const sums = new Map<string, number>();
  for (const gain of gains) {
    sums.set(keyOf(gain), (sums.get(keyOf(gain)) ?? 0) + gain.certain + gain.uncertain);
  }
  const tallest = new Map<string, string>();
  for (const gain of gains) {
    const column = `${Math.floor((percentOf(axis, gain.day) * columns) / 100)} ${directionOf(gain)}`;
    const [key, best = ""] = [keyOf(gain), tallest.get(column)];
    if ((sums.get(key) ?? 0) > (sums.get(best) ?? 0)) tallest.set(column, key);
  }
  const kept = new Set(tallest.values());
  return gains.filter((gain) => kept.has(keyOf(gain)));
}

/** A stretch of days as a share of the chart, from the beginning of its first to the end of its last. */
export interface ChartSpan {
  readonly from: Day;
  readonly x: number;
  readonly width: number;
}

/** The ceasefires of the story, by anybody's account, as far as they are on the axis. */
export function layOutCeasefires(atlas: Atlas, axis: Axis = atlas): ChartSpan[] {
  return mergeCeasefires(atlas.dataset.events).flatMap((span) =>
    layOutSpan(axis, span.firstDay, span.lastDay),
  );
}

/** The days of the story of which the areas tell nothing; none where the data set has no areas at all. */
export function layOutGaps(atlas: Atlas, axis: Axis = atlas): ChartSpan[] {
  const { control, firstDay, lastDay } = atlas.dataset;
  if (control.phases.length === 0) return [];
  return listGaps(control.phases, firstDay, lastDay).flatMap(({ from, to }) =>
    layOutSpan(axis, from, addDays(to, -1)),
  );
}

/** None where no day of the span is on the axis. */
export function layOutSpan(axis: Axis, from: Day, last: Day): ChartSpan[] {
  const [start, end] = [axis.days[0] ?? from, axis.days.at(-1) ?? last];
  if (last < start || from > end) return [];
  const step = 100 / Math.max(1, axis.days.length - 1);
  const x = percentOf(axis, clampDay(from, start, end)) - step / 2;
  return [{ from, x, width: percentOf(axis, clampDay(last, start, end)) + step / 2 - x }];
}

function isOnAxis({ days }: Axis, day: Day): boolean {
  return day >= (days[0] ?? day) && day <= (days.at(-1) ?? day);
}

function findMost(
  gains: readonly DayGain[],
  directionOf: (gain: DayGain) => BarDirection,
  direction: BarDirection,
): number {
  const sums = new Map<Day, number>();
  for (const gain of gains) {
    if (directionOf(gain) !== direction) continue;
    sums.set(gain.day, (sums.get(gain.day) ?? 0) + gain.certain + gain.uncertain);
  }
  return Math.max(0, ...sums.values());
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
