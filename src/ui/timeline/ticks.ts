import { countDaysBetween, type Day, toDayNumber } from "../../core/day.ts";
import type { DateWords } from "../../words/types.ts";
import type { Axis } from "../state/axis.ts";

/** A day that is named below the axis; its text begins at the day's place. */
export interface Tick {
  readonly day: Day;
  readonly text: string;
}

/** How days are picked and named, from the finest to the coarsest. */
interface Grain {
  readonly isPicked: (day: Day) => boolean;
  readonly write: (day: Day, isFirst: boolean, dates: DateWords) => string;
  /** Labels closer together than this, in CSS pixels from one's start to the next one's, are hard to read as a scale. */
  readonly comfort: number;
}

/** Between the end of a label and the start of the next. */
const LEAST_GAP = 8;

/** No label with the gap after it is narrower. */
const LEAST_WIDTH = LEAST_GAP + 8;

const monthOf = (day: Day) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;
const yearOf = (day: Day) => Number(day.slice(0, 4));

function everyDays(isPicked: Grain["isPicked"]): Grain {
  return { isPicked, write: (day, _, dates) => dates.brief(day), comfort: 84 };
}

function everyMonths(count: number): Grain {
  return {
    isPicked: (day) => day.endsWith("-01") && monthOf(day) % count === 0,
    write: (day, isFirst, dates) => dates.month(day, isFirst || day.endsWith("-01-01")),
    comfort: 44,
  };
}

function everyYears(count: number): Grain {
  return {
    isPicked: (day) => day.endsWith("-01-01") && yearOf(day) % count === 0,
    write: (day) => String(yearOf(day)),
    comfort: 44,
  };
}

const GRAINS: readonly Grain[] = [
  everyDays(() => true),
  everyDays((day) => toDayNumber(day) % 2 === 0),
  // 1970 began on a Thursday: a week begins on Monday.
  everyDays((day) => (toDayNumber(day) + 3) % 7 === 0),
  ...[1, 2, 3, 6].map(everyMonths),
  ...[1, 2, 5, 10, 20, 50, 100].map(everyYears),
];

/**
 * The days to name below an axis of `width` CSS pixels: as many as can be read at ease, one at least however short or long
 * it is. No label reaches into the next, nor beyond the end of the axis by more than `slack`. `measure` tells the width of a
 * text in CSS pixels.
 */
export function layOutTicks(
  axis: Axis,
  width: number,
  dates: DateWords,
  measure: (text: string) => number,
  slack = 0,
): readonly Tick[] {
  const count = Math.max(1, axis.days.length - 1);
  const first = axis.days[0];
  if (first === undefined) return [];
  const placeOf = (day: Day) => (width * countDaysBetween(first, day)) / count;

  function name({ isPicked, write }: Grain): readonly Tick[] {
    const picked = axis.days.filter(isPicked);
    // Too many by far: to write and measure them all would take long.
    if (picked.length * LEAST_WIDTH > width + slack) return [];
    const ticks = picked.map((day, index) => ({ day, text: write(day, index === 0, dates) }));
    return ticks.filter(({ day, text }) => placeOf(day) + measure(text) <= width + slack);
  }
  function isClear(ticks: readonly Tick[]): boolean {
    return ticks.every(({ day, text }, index) => {
      const next = ticks[index + 1];
      return !next || placeOf(day) + measure(text) + LEAST_GAP <= placeOf(next.day);
    });
  }
  const isEasy = ({ comfort }: Grain, [one, two]: readonly Tick[]) =>
    one !== undefined && two !== undefined && placeOf(two.day) - placeOf(one.day) >= comfort;

  const clear = GRAINS.flatMap((grain) => {
    const ticks = name(grain);
    return ticks.length > 0 && isClear(ticks) ? [{ grain, ticks }] : [];
  });
  const best =
    clear.find(({ grain, ticks }) => isEasy(grain, ticks)) ??
    clear.findLast(({ ticks }) => ticks.length > 1) ??
    clear[0];
  return best?.ticks ?? [{ day: first, text: dates.brief(first) }];
}
