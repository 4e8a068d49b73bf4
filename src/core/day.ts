/**
 * A calendar day, never an instant: no clock, no time zone. Everything in the core counts whole days.
 *
 * A day is kept as its ISO text, because text of this form sorts, prints and fits a URL as it is.
 */
export type Day = string & { readonly __brand: "Day" };

const ISO_DAY = /^\d{4}-(?:0[1-9]|1[0-2])-\d{2}$/;
const MS_PER_DAY = 86_400_000;
/** Days repeat after this many years, which have the same number of days each time. */
const CYCLE_YEARS = 400;
const CYCLE_DAYS = 146_097;
/** Text of other years does not sort in the order of time; the last of four digits is left for "the day after". */
const [FIRST_YEAR, LAST_YEAR] = [1, 9998];

/**
 * The day that `text` names, or `undefined` if it is not exactly `YYYY-MM-DD`, names no real day (30 February) or one
 * outside the years 1 to 9998. The calendar is the Gregorian one, also for days before it was brought in.
 */
export function parseDay(text: string): Day | undefined {
  if (!ISO_DAY.test(text)) return undefined;
  const year = Number(text.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  // 30 February rolls over to 1 March; printing it again shows whether that happened.
  return fromDayNumber(toDayNumber(text as Day)) === text ? (text as Day) : undefined;
}

/** Like {@link parseDay}, for text that the program itself wrote. @throws RangeError if it is no day. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`Not a calendar day (YYYY-MM-DD): ${JSON.stringify(text)}`);
  return parsed;
}

/** Whole days since 1970-01-01; negative before it. Differences of these are differences in days. */
export function toDayNumber(value: Day): number {
  // Date.UTC takes the years 0 to 99 for those from 1900 on: hence the same day of a later cycle.
  const year = Number(value.slice(0, 4)) + CYCLE_YEARS;
  const time = Date.UTC(year, Number(value.slice(5, 7)) - 1, Number(value.slice(8, 10)));
  return time / MS_PER_DAY - CYCLE_DAYS;
}

/**
 * The day `dayNumber` whole days after 1970-01-01: the inverse of {@link toDayNumber}.
 *
 * @throws RangeError outside the years 0 to 9999, which is further than the day before or after any that is read.
 */
export function fromDayNumber(dayNumber: number): Day {
  const text = new Date(dayNumber * MS_PER_DAY).toISOString();
  if (!/^\d{4}-/.test(text)) throw new RangeError(`No day is written for the number ${dayNumber}`);
  return text.slice(0, 10) as Day;
}

/** The day `count` days after `value`, or before it if `count` is negative. */
export function addDays(value: Day, count: number): Day {
  return fromDayNumber(toDayNumber(value) + count);
}

/** Days from `from` to `to`: 0 for the same day, 1 for the next, negative if `to` is earlier. */
export function countDaysBetween(from: Day, to: Day): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Every day from `first` to `last`, both included, in order; empty if `last` is earlier than `first`. */
export function listDays(first: Day, last: Day): Day[] {
  const start = toDayNumber(first);
  const count = toDayNumber(last) - start + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => fromDayNumber(start + index));
}

/** `value` if it lies within `first`..`last`, else the nearer of the two. */
export function clampDay(value: Day, first: Day, last: Day): Day {
  if (value < first) return first;
  return value > last ? last : value;
}

/**
 * The day in words of a language ("Thursday, 6 February 2020"), for people.
 *
 * The formatter is told UTC on both ends, so the zone of the machine cannot shift the day. Arabic uses Latin digits,
 * as the region's newspapers mix both and figures must line up with the charts.
 */
export function formatDay(value: Day, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale}|${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      ...options,
      timeZone: "UTC",
      numberingSystem: "latn",
      calendar: "gregory",
    });
    formats.set(key, format);
  }
  return format.format(toDayNumber(value) * MS_PER_DAY);
}

const formats = new Map<string, Intl.DateTimeFormat>();
