/**
 * A calendar day, never an instant: no clock, no time zone. Everything in the core counts whole days.
 *
 * A day is kept as its ISO text, because text of this form sorts, prints and fits a URL as it is.
 */
export type Day = string & { readonly __brand: "Day" };

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** The day that `text` names, or `undefined` if it is not exactly `YYYY-MM-DD` or names no real day (30 February). */
export function parseDay(text: string): Day | undefined {
  const match = ISO_DAY.exec(text);
  if (!match) return undefined;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  // Date.UTC rolls 30 February over to 1 March; printing it again shows whether that happened. Years 0-99 are
  // read by Date.UTC as 1900-1999, so they come back different and are refused too.
  return toIso(time) === text ? (text as Day) : undefined;
}

/** Like {@link parseDay}, for text that the program itself wrote. @throws RangeError if it is no day. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`Not a calendar day (YYYY-MM-DD): ${JSON.stringify(text)}`);
  return parsed;
}

/** Whole days since 1970-01-01; negative before it. Differences of these are differences in days. */
export function toDayNumber(value: Day): number {
  return (
    Date.UTC(Number(value.slice(0, 4)), Number(value.slice(5, 7)) - 1, Number(value.slice(8, 10))) /
    MS_PER_DAY
  );
}

/** The day `dayNumber` whole days after 1970-01-01: the inverse of {@link toDayNumber}. */
export function fromDayNumber(dayNumber: number): Day {
  return toIso(dayNumber * MS_PER_DAY) as Day;
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

function toIso(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}
