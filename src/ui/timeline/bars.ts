import type { CSSProperties } from "react";
import type { Atlas } from "../../core/atlas.ts";
import { addDays, clampDay, type Day } from "../../core/day.ts";
import { listGaps } from "../../core/archive/gaps.ts";
import type { ChangeCertainty } from "../../core/history/control.ts";
import { mergeCeasefires } from "../../core/measure/events.ts";
import { type BarDirection, pointBarsOf } from "../state/sides.ts";
import { findSide } from "../../core/sides.ts";

/** How many places a side gained on a day, by whether a document says so without being contradicted. */
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
 * Bars that grow from a common base line up and down in one scale, the certain part next to the line. Sides that
 * point the same way on the same day are stacked.
 */
export function layOutBars(atlas: Atlas): BarChart {
  const gains = countGains(atlas);
  const directionOf = (gain: DayGain) => pointBarsOf(atlas.dataset, gain.side);
  const most = { up: findMost(gains, directionOf, "up"), down: findMost(gains, directionOf, "down") };
  const baseline = clamp((100 * most.up) / (most.up + most.down || 1), LEAST_HEIGHT, 100 - LEAST_HEIGHT);
  const perPlace = Math.min(baseline / (most.up || 1), (100 - baseline) / (most.down || 1));
  const reached = new Map<string, number>();
  const bars: Bar[] = [];
  for (const gain of gains) {
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
        x: percentOf(atlas, gain.day),
        y,
        height,
      });
      reached.set(key, start + height);
    }
  }
  return { bars, baseline };
}

/** Where a day lies between the first (0) and the last (100): the travel of the slider's thumb. */
export function percentOf({ days }: Pick<Atlas, "days">, day: Day): number {
  return (100 * days.indexOf(day)) / Math.max(1, days.length - 1);
}

/** A stretch of days as a share of the chart, from the beginning of its first to the end of its last. */
export interface ChartSpan {
  readonly from: Day;
  readonly x: number;
  readonly width: number;
}

/** The ceasefires of the story, by anybody's account, within its days. */
export function layOutCeasefires(atlas: Atlas): ChartSpan[] {
  const { firstDay, lastDay } = atlas.dataset;
  return mergeCeasefires(atlas.dataset.events).map((span) =>
    layOutSpan(atlas, clampDay(span.firstDay, firstDay, lastDay), clampDay(span.lastDay, firstDay, lastDay)),
  );
}

/** The days of the story of which the areas tell nothing; none where the data set has no areas at all. */
export function layOutGaps(atlas: Atlas): ChartSpan[] {
  const { control, firstDay, lastDay } = atlas.dataset;
  if (control.phases.length === 0) return [];
  return listGaps(control.phases, firstDay, lastDay).map(({ from, to }) =>
    layOutSpan(atlas, from, addDays(to, -1)),
  );
}

function layOutSpan(atlas: Atlas, from: Day, last: Day): ChartSpan {
  const step = 100 / Math.max(1, atlas.days.length - 1);
  const x = percentOf(atlas, from) - step / 2;
  return { from, x, width: percentOf(atlas, last) + step / 2 - x };
}

/** The day nearest to a point between the first day (0) and the last (1); points beyond either end give that end. */
export function findDayAt({ days }: Pick<Atlas, "days">, fraction: number): Day | undefined {
  return days[Math.round(clamp(fraction, 0, 1) * (days.length - 1))];
}

/** The first days of months, for ticks; the first day of the story counts only if it begins a month. */
export function listMonths({ days }: Pick<Atlas, "days">): Day[] {
  return days.filter((day) => day.endsWith("-01"));
}

/** Months between two labels. */
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120];

/** The months that are named where there is room for `most` names: every one, or every third, or every January. */
export function thinMonths(months: readonly Day[], most: number): Day[] {
  const step = MONTH_STEPS.find((candidate) => months.length / candidate <= most) ?? 240;
  return months.filter(
    (month) => (12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7)) - 1) % step === 0,
  );
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

/** A style that puts an element at a percentage along the line of time, which runs in the reading direction. */
export function placeAt(percent: number, more: CSSProperties = {}): CSSProperties {
  return { ...more, "--at": `${percent}%` } as CSSProperties;
}
