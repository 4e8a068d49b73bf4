import { addDays, type Day, day } from "../../core/day.ts";
import type { DayPrecision } from "./statements.ts";

export interface DayWindow {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

const [EARLIEST, LATEST] = [day("0001-01-01"), day("9998-12-31")];
/** Of a week, on either side of the day in its middle. */
const HALF_WEEK = 3;

/**
 * The days on which something can have happened of which one day is told and how closely that is known, both included: of a
 * week the three days on either side, for sources write its middle; of a month and a year that of the calendar.
 */
export function openWindow(of: Day, precision: DayPrecision): DayWindow {
  switch (precision) {
    case "day":
      return { firstDay: of, lastDay: of };
    case "week": {
      const [first, last] = [addDays(of, -HALF_WEEK), addDays(of, HALF_WEEK)];
      return { firstDay: first < EARLIEST ? EARLIEST : first, lastDay: last > LATEST ? LATEST : last };
    }
    case "month": {
      const firstDay = `${of.slice(0, 8)}01` as Day;
      // No month is longer, so this lies in the one that follows.
      const inNext = addDays(firstDay, 31);
      return { firstDay, lastDay: addDays(`${inNext.slice(0, 8)}01` as Day, -1) };
    }
    case "year":
      return { firstDay: `${of.slice(0, 5)}01-01` as Day, lastDay: `${of.slice(0, 5)}12-31` as Day };
  }
}
