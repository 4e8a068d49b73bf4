import { countDaysBetween, type Day, fromDayNumber, parseDay } from "../../core/day.ts";
import type { DayNumbers } from "../schema/files.ts";
import { readDay } from "../schema/read-day.ts";

/** A minus that parts nothing is a sign: `-0216-08-02` is a year before Christ, and so is one with "BC" after it. */
const DATE =
  /(?<!\d|(?<![\p{L}\p{N}\p{M})])[-\u2212]|\u2212)(\d{4})([-_/.]?)(\d{2})\2(\d{2})(?!\d|\s*(?:[Bb][Cc][Ee]?\b|B\.\s?C\.))/gu;

/** The different real days written in a text as 2024-07-08, 20240708, 2024_07_08, 2024.07.08 or 2024/07/08. */
export function findDays(text: string): Day[] {
  const days = [...text.matchAll(DATE)].map(([, year, , month, date]) =>
    parseDay(`${year}-${month}-${date}`),
  );
  return [...new Set(days.filter((day) => day !== undefined))];
}

/**
 * The different days that the value of a property tells: the one it is, or those written somewhere in it. With
 * `numbers` every number, as text too, is an instant, and its day that of UTC.
 */
export function findDaysOf(value: unknown, numbers?: DayNumbers): Day[] {
  if (typeof value !== "string" && typeof value !== "number") return [];
  const text = String(value).trim();
  if (numbers && /^-?\d+(?:\.\d+)?$/.test(text)) return toList(readInstant(Number(text), numbers));
  const day = readDay(text);
  return day === undefined ? findDays(text) : [day];
}

const PER_DAY: Readonly<Record<DayNumbers, number>> = { milliseconds: 86_400_000, seconds: 86_400 };

function readInstant(count: number, numbers: DayNumbers): Day | undefined {
  try {
    // Parsed again: before the year 1 there are no days of ours.
    return parseDay(fromDayNumber(Math.floor(count / PER_DAY[numbers])));
  } catch {
    return undefined;
  }
}

function toList(day: Day | undefined): Day[] {
  return day === undefined ? [] : [day];
}

const DIGITS = /Y+|M+|D+/g;

/** The different real days that a text has written as `pattern` says: `DD.MM.YYYY`, `YYMMDD`. */
export function findDaysBy(pattern: string, text: string, century: Century): Day[] {
  const order = [...pattern.matchAll(DIGITS)].map(([letters]) => letters);
  const written = pattern
    .split(DIGITS)
    .map((literal) => literal.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .reduce((begun, literal, at) => `${begun}(\\d{${order[at - 1]?.length}})${literal}`);
  // A sign of the pattern's own parts the digits from others: "YYMMDD_" has a time after it.
  const [before, after] = [/^[YMD]/.test(pattern) ? "(?<!\\d)" : "", /[YMD]$/.test(pattern) ? "(?!\\d)" : ""];
  const matches = [...text.matchAll(new RegExp(`${before}${written}${after}`, "g"))];
  const days = matches.map((match) => {
    const part = (letter: string) =>
      match[1 + order.findIndex((letters) => letters.startsWith(letter))] ?? "";
    const year = part("Y");
    return parseDay(`${year.length === 2 ? century(year) : year}-${part("M")}-${part("D")}`);
  });
  return [...new Set(days.filter((day) => day !== undefined))];
}

/** The year, in four digits, that two digits stand for. */
export type Century = (digits: string) => string;

/** Years of the centuries of a story's first and last day, as far as they are declared, within it; else from 2000 on. */
export function chooseCentury(firstDay: Day | undefined, lastDay: Day | undefined): Century {
  const declared = [firstDay, lastDay].flatMap((day) => (day === undefined ? [] : [day.slice(0, 4)]));
  return (digits) => {
    const years = declared.map((year) => `${year.slice(0, 2)}${digits}`);
    const [first = "", last = ""] = [declared[0], declared.at(-1)];
    return years.find((year) => year >= first && year <= last) ?? years[0] ?? `20${digits}`;
  };
}

/** The orders in which days are written where the year is not first and in full, also with signs between; those that sort come first. */
const ORDERS = [
  ...["", "_", "-", "."].map((sign) => ["YY", "MM", "DD"].join(sign)),
  ...["", "_", "-", "."].flatMap((sign) => [["DD", "MM", "YY"].join(sign), ["MM", "DD", "YY"].join(sign)]),
  ...["_", "-", "."].flatMap((sign) => [["DD", "MM", "YYYY"].join(sign), ["MM", "DD", "YYYY"].join(sign)]),
] as const;

/** Days in the wrong order are as many years apart as they are days apart in the right one. */
const MOST_SCATTERED = 10;

export interface AgreedDays {
  readonly pattern: string;
  /** By text, in the given order. */
  readonly days: readonly Day[];
  /** Another order in which the digits of all texts are days too, and not far more scattered ones. */
  readonly other: string | undefined;
}

/**
 * The days of texts that each have digits which are a day in one order, written alike: the one whose days lie closest together, or
 * the year first if they do so in either. `undefined` if they fit no order.
 */
export function agreeOnDays(texts: readonly string[], century: Century): AgreedDays | undefined {
  const readings = ORDERS.flatMap((pattern) => {
    const found = texts.map((text) => findDaysBy(pattern, text, century));
    const days = found.flatMap(([day, ...others]) => (day !== undefined && others.length === 0 ? [day] : []));
    const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)];
    if (!first || !last || days.length < texts.length) return [];
    return [{ pattern, days, spread: countDaysBetween(first, last) }];
  });
  const [best, next] = readings.toSorted((a, b) => a.spread - b.spread);
  const other = best && next && next.spread <= best.spread * MOST_SCATTERED ? next.pattern : undefined;
  return best && { pattern: best.pattern, days: best.days, other };
}
