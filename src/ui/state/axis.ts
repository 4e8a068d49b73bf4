import { type CSSProperties, useEffect, useMemo } from "react";
import type { Atlas } from "../../core/atlas.ts";
import { addDays, countDaysBetween, type Day, listDays } from "../../core/day.ts";
import { useAtlas, useDashboard, useSession, useView } from "./dashboard.ts";

/** The days that the line of time shows, in order, one at least: all of a story, or those it is zoomed to. */
export type Axis = Pick<Atlas, "days">;

/** Days from the first to the last, both included, to which the axis is zoomed. */
export interface AxisSpan {
  readonly first: Day;
  readonly last: Day;
}

/** Nobody needs to see fewer days than these as large as the window. */
const LEAST_DAYS = 7;

/**
 * Where a day lies between the first (0) and the last (100) of the axis: the travel of the slider's thumb. Below 0 or above
 * 100 for a day outside of it.
 */
export function percentOf({ days }: Axis, day: Day): number {
  const first = days[0] ?? day;
  return (100 * countDaysBetween(first, day)) / Math.max(1, days.length - 1);
}

/** The day nearest to a point between the first day (0) and the last (1); points beyond either end give that end. */
export function findDayAt({ days }: Axis, fraction: number): Day | undefined {
  return days[Math.round(Math.min(1, Math.max(0, fraction)) * (days.length - 1))];
}

/** A style that puts an element at a percentage along the line of time, which runs in the reading direction. */
export function placeAt(percent: number, more: CSSProperties = {}): CSSProperties {
  return { ...more, "--at": `${percent}%` } as CSSProperties;
}

/**
 * The axis with `factor` times as many days (below 1: closer), in which the point at `fraction` of its length keeps its
 * place where the story's ends allow. The whole story gives `undefined`.
 */
export function zoomAxis(
  { days: all }: Axis,
  { days }: Axis,
  factor: number,
  fraction: number,
): AxisSpan | undefined {
  const asked = Math.round((days.length - 1) * factor);
  // A step that rounds to none would leave a short axis as it is for good.
  const moved = asked === days.length - 1 ? asked + Math.sign(factor - 1) : asked;
  const steps = Math.min(all.length - 1, Math.max(Math.min(LEAST_DAYS, all.length) - 1, moved));
  const start = countDaysBetween(all[0] as Day, days[0] as Day);
  const first = start + fraction * (days.length - 1 - steps);
  return spanAt(all, Math.round(first), steps);
}

/** The axis moved on by so many days, as far as the story goes. */
export function panAxis({ days: all }: Axis, { days }: Axis, count: number): AxisSpan | undefined {
  const start = countDaysBetween(all[0] as Day, days[0] as Day);
  return spanAt(all, start + Math.round(count), days.length - 1);
}

/**
 * The axis that shows `day`: itself where the day is on it, else turned on like a page, with a tenth of it left on the side
 * that the day comes from.
 */
export function turnAxis(all: Axis, axis: Axis, day: Day): AxisSpan | undefined {
  const [first, last] = [axis.days[0] as Day, axis.days.at(-1) as Day];
  if (first <= day && day <= last)
    return spanAt(all.days, countDaysBetween(all.days[0] as Day, first), axis.days.length - 1);
  const tenth = Math.floor(axis.days.length / 10);
  const start = day > last ? addDays(day, -tenth) : addDays(day, tenth - axis.days.length + 1);
  return panAxis(all, axis, countDaysBetween(first, start));
}

function spanAt(all: readonly Day[], first: number, steps: number): AxisSpan | undefined {
  if (steps >= all.length - 1) return undefined;
  const start = Math.min(all.length - 1 - steps, Math.max(0, first));
  return { first: all[start] as Day, last: all[start + steps] as Day };
}

/** The days that the line of time shows at the moment; the day that is shown is always among them. */
export function useAxis(): Axis {
  const atlas = useAtlas();
  const { session } = useDashboard();
  const span = useSession((state) => state.axis);
  const day = useView((view) => view.day);
  const zoomed = useMemo(() => span && { days: listDays(span.first, span.last) }, [span]);
  const turned = zoomed && turnAxis(atlas, zoomed, day);
  const [first, last] = [turned?.first, turned?.last];
  // The page that has been turned to is the one to start from next time.
  useEffect(() => {
    if (first && last && session.getState().axis?.first !== first)
      session.setState({ axis: { first, last } });
  }, [first, last, session]);
  return useMemo(() => (first && last ? { days: listDays(first, last) } : atlas), [atlas, first, last]);
}
