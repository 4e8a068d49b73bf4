import type { DayEvents } from "../../core/measure/events.ts";
import type { EventKind } from "../../core/records.ts";
import type { Day } from "../../core/day.ts";
import { type Axis, percentOf } from "../state/axis.ts";

/** The events of a day on the upper edge of the strip. */
export interface Flag {
  readonly day: Day;
  /** Percent of the axis. */
  readonly x: number;
  /** The kind whose sign stands there; `undefined`: there is room for a mark only. */
  readonly kind: EventKind | undefined;
}

/**
 * The flags of the days on the axis, in order of time. Signs of `size` CSS pixels on an axis of `width` never overlap: where
 * there is no room for all, those of kinds that hold for more have it, and of one kind the earlier.
 */
export function layOutFlags(days: readonly DayEvents[], axis: Axis, width: number, size: number): Flag[] {
  const all = days
    .map(({ day, kinds }) => ({
      day,
      kind: kinds[0]?.kind,
      rank: kinds[0]?.rank ?? 0,
      x: percentOf(axis, day),
    }))
    .filter(({ x }) => x >= 0 && x <= 100);
  const least = (100 * size) / Math.max(1, width);
  const taken: number[] = [];
  const isSigned = new Set<Day>();
  for (const { day, x } of all.toSorted((a, b) => a.rank - b.rank)) {
    if (taken.some((other) => Math.abs(other - x) < least)) continue;
    taken.push(x);
    isSigned.add(day);
  }
  return all.map(({ day, x, kind }) => ({ day, x, kind: isSigned.has(day) ? kind : undefined }));
}
