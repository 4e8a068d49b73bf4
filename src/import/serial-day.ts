import { type Day, fromDayNumber, parseDay } from "../core/day.ts";

/** Days are counted as if 1900 had had a 29 February: the last day that is one too many. */
const LEAP_THAT_WAS_NONE = 60;
const [FROM_1900, FROM_1904] = [-25_569, -24_107];

/**
 * The day that a serial number without its fraction stands for; `undefined` for the two that stand for none. Excel itself has no days before
 * 1900: programs that write them count back from 30 December 1899.
 */
export function readSerial(count: number, is1904 = false): Day | undefined {
  if (!is1904 && (count === 0 || count === LEAP_THAT_WAS_NONE)) return undefined;
  const isEarly = count > 0 && count < LEAP_THAT_WAS_NONE;
  const start = is1904 ? FROM_1904 : FROM_1900 + (isEarly ? 1 : 0);
  try {
    // Parsed again: before the year 1 there are no days of ours.
    return parseDay(fromDayNumber(start + count));
  } catch {
    return undefined;
  }
}
