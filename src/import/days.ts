import { addDays, type Day, fromDayNumber, parseDay } from "../core/day.ts";
import { agreeOnDays, chooseCentury } from "../data/control/find-days.ts";
import { readDay } from "../data/schema/read-day.ts";
import { findMonth } from "./month-names.ts";
import { readSerial } from "./serial-day.ts";
import type { Cell } from "./sheet.ts";

/** What one value of a column tells. */
export type DayReading =
  | { readonly kind: "day"; readonly day: Day }
  /** A month, a year, or two days: it may be any from the first to the last, both included. */
  | { readonly kind: "window"; readonly first: Day; readonly last: Day }
  /** Nothing stands there. */
  | { readonly kind: "none" }
  | { readonly kind: "unread"; readonly why: Unread };

export type Unread =
  /** Whether the day or the month comes first is not known. */
  | "order-unknown"
  /** The year has two digits, and nobody said of which century. */
  | "century-unknown"
  /** A number, and what it counts is not known. */
  | "number-unknown"
  /** Written as a day, and there is none such: 30 February. */
  | "no-such-day"
  /** Before the year 1, of which no days are kept. */
  | "before-year-1"
  | "no-day";

/** Which of two numbers is the day. */
export type DayOrder = "day-first" | "month-first";
/** What a number counts or is: days are those of UTC. */
export type DayNumbers =
  | "seconds"
  | "milliseconds"
  | "excel"
  | "YYYYMMDD"
  | "YYMMDD"
  | "DDMMYY"
  | "MMDDYY"
  | "years";

/** What a person has said where the values alone do not tell. */
export interface DayAnswers {
  readonly order?: DayOrder | undefined;
  readonly numbers?: DayNumbers | undefined;
  /** The first two digits of years that have two. */
  readonly century?: string | undefined;
}

export interface DaysUnderstood {
  /** One for each value, in the same order. */
  readonly readings: readonly DayReading[];
  /**
   * How it is known which of two numbers is the day: `none` where no value asks, `proven` by a number above 12 in one of them,
   * `answered` by a person, else `asked`. `contradicted` where some values prove the one and some the other: then those
   * that prove nothing are not read.
   */
  readonly order: "none" | "proven" | "answered" | "asked" | "contradicted";
  readonly dayOrder: DayOrder | undefined;
  /** As what numbers were read, where there were any and it is known. */
  readonly numbers: DayNumbers | undefined;
  /** What a person has to say before all values can be read. */
  readonly questions: readonly (keyof DayAnswers)[];
}

/**
 * Understands a column of days in whatever writing, and guesses nothing: ISO, names of months, `05/02/2020` where the values
 * prove the order, counts of seconds, milliseconds or spreadsheet days where all numbers are of the size of one and no other. A
 * month or a year is a window. The zone of a time is passed over: the day is the one that is written.
 */
export function understandDays(values: readonly Cell[], answers: DayAnswers = {}): DaysUnderstood {
  const written = values.map(readWriting);
  const pairs = written.flatMap((value) => (value.kind === "pair" ? [value] : []));
  const proofs = new Set(pairs.flatMap((pair) => proveOrder(pair) ?? []));
  const [proof] = proofs;
  const isOpen = pairs.some((pair) => proveOrder(pair) === undefined && pair.first !== pair.second);
  const dayOrder = proofs.size > 1 ? undefined : (proof ?? answers.order);
  const order = tellOrder({
    isAny: pairs.length > 0,
    isOpen,
    proofs: proofs.size,
    isAnswered: answers.order !== undefined,
  });
  const counted = written.flatMap((value) => (value.kind === "number" ? [value] : []));
  const numbers = answers.numbers ?? findNumbers(counted, answers.century);
  const readings = written.map((value) =>
    toReading(value, { order: dayOrder, numbers, century: answers.century }),
  );
  const isUnread = (why: Unread) =>
    readings.some((reading) => reading.kind === "unread" && reading.why === why);
  const questions = [
    ...(isUnread("order-unknown") ? (["order"] as const) : []),
    ...(isUnread("number-unknown") ? (["numbers"] as const) : []),
    ...(isUnread("century-unknown") ? (["century"] as const) : []),
  ];
  return { readings, order, dayOrder, numbers: counted.length > 0 ? numbers : undefined, questions };
}

function tellOrder(known: {
  isAny: boolean;
  isOpen: boolean;
  proofs: number;
  isAnswered: boolean;
}): DaysUnderstood["order"] {
  const { isAny, isOpen, proofs, isAnswered } = known;
  if (proofs > 1) return "contradicted";
  if (proofs === 1) return "proven";
  if (!isAny || !isOpen) return "none";
  return isAnswered ? "answered" : "asked";
}

/** What a value looks like, before the others of its column have been looked at. */
type Writing =
  | DayReading
  | { readonly kind: "pair"; readonly first: number; readonly second: number; readonly year: string }
  | { readonly kind: "number"; readonly value: number; readonly text: string };

const LONGEST = 80;
const TIME = String.raw`(?:,?[T ]\s*\d{1,2}[:.]?\d{2}.*)?`;
const PAIR = new RegExp(String.raw`^(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})${TIME}$`);
const YEAR_MONTH = /^(\d{4})[-./](\d{1,2})$/;
const MONTH_YEAR = /^(\d{1,2})[-./](\d{4})$/;
const NAMED =
  /^(?:\p{L}+\.?,? )?(?:(\d{1,2})(?:st|nd|rd|th|er|\.)?(?: of| de)?[- ])?(\p{L}[\p{L}\p{M} .']*?)\.?(?: de)?,?[- ](\d{4})(?: ?(?:г|р|year)\.?)?$/u;
const YEAR_FIRST_LOOSE = new RegExp(String.raw`^(\d{4})([-./])(\d{1,2})\2(\d{1,2})${TIME}$`);
const BEFORE = /(?:^|\s)[-\u2212]\d{3,4}[-/]\d|\b(?:bce?|b\.\s?c\.)|^0000[-/]/i;

function readWriting(value: Cell): Writing {
  if (value === undefined) return { kind: "none" };
  if (typeof value === "object") return { kind: "day", day: value.day };
  if (typeof value === "boolean") return unread("no-day");
  if (typeof value === "number") return { kind: "number", value, text: String(value) };
  const text = toLatinDigits(value)
    .trim()
    .replaceAll(/[\s\u200E\u200F]+/g, " ");
  if (text === "") return { kind: "none" };
  if (text.length > LONGEST) return unread("no-day");
  if (/^-?\d+(?:[.,]\d+)?$/.test(text))
    return { kind: "number", value: Number(text.replace(",", ".")), text };
  if (BEFORE.test(text)) return unread("before-year-1");
  return readSingle(text) ?? readInterval(text) ?? unread("no-day");
}

function unread(why: Unread): DayReading {
  return { kind: "unread", why };
}

/** Two days parted by "/", as ISO 8601 has it, or by "to". */
function readInterval(text: string): Writing | undefined {
  const [first, last, ...more] = text.split(/ ?(?:\/| to | – |—) ?/);
  if (first === undefined || last === undefined || more.length > 0) return undefined;
  const [from, to] = [readDay(first), readDay(last)];
  return from && to && from <= to ? { kind: "window", first: from, last: to } : undefined;
}

function readSingle(text: string): Writing | undefined {
  const day = readDay(text);
  if (day !== undefined) return { kind: "day", day };
  const [, year, , month = "", date = ""] = YEAR_FIRST_LOOSE.exec(text) ?? [];
  if (year !== undefined) return toDay(year, month, date);
  const [, one, , other, ownYear = ""] = PAIR.exec(text) ?? [];
  if (one !== undefined) return { kind: "pair", first: Number(one), second: Number(other), year: ownYear };
  const [, yearBefore, monthAfter = ""] = YEAR_MONTH.exec(text) ?? [];
  if (yearBefore !== undefined) return toMonth(yearBefore, Number(monthAfter));
  const [, monthBefore, yearAfter = ""] = MONTH_YEAR.exec(text) ?? [];
  if (monthBefore !== undefined) return toMonth(yearAfter, Number(monthBefore));
  return readNamed(text);
}

function readNamed(text: string): Writing | undefined {
  const [, date, name = "", year = ""] = NAMED.exec(text) ?? [];
  const month = findMonth(name);
  if (month === undefined) return undefined;
  return date === undefined ? toMonth(year, month) : toDay(year, String(month), date);
}

function toDay(year: string, month: string, date: string): DayReading {
  const day = parseDay(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
  if (day !== undefined) return { kind: "day", day };
  return unread(Number(year) === 0 ? "before-year-1" : "no-such-day");
}

function toMonth(year: string, month: number): DayReading {
  const first = parseDay(`${year}-${String(month).padStart(2, "0")}-01`);
  if (first === undefined) return unread(Number(year) === 0 ? "before-year-1" : "no-such-day");
  // Within the month after it whatever its length, and then back to its end.
  const next = addDays(first, 31);
  return { kind: "window", first, last: addDays(next, -Number(next.slice(8))) };
}

/** Which of the two numbers is the day, where only one can be. */
function proveOrder({ first, second }: { first: number; second: number }): DayOrder | undefined {
  if (first > 12 && first <= 31 && second >= 1 && second <= 12) return "day-first";
  return second > 12 && second <= 31 && first >= 1 && first <= 12 ? "month-first" : undefined;
}

function toReading(writing: Writing, answers: DayAnswers): DayReading {
  if (writing.kind === "number") return readNumber(writing, answers);
  if (writing.kind !== "pair") return writing;
  const { first, second, year } = writing;
  if (first > 31 || second > 31 || (first > 12 && second > 12)) return unread("no-such-day");
  if (year.length === 2 && answers.century === undefined) return unread("century-unknown");
  const whole = year.length === 2 ? `${answers.century}${year}` : year;
  const own = proveOrder(writing) ?? answers.order;
  if (own === undefined && first !== second) return unread("order-unknown");
  const [date, month] = own === "month-first" ? [second, first] : [first, second];
  return toDay(whole, String(month), String(date));
}

/** Sizes of numbers, which have nothing in common: of the years 1954 to 2064 where days are counted, from 1973 on where instants are. */
const SIZES: readonly (readonly [kind: DayNumbers, least: number, most: number])[] = [
  ["years", 1000, 2999],
  ["excel", 20_000, 60_000],
  ["YYYYMMDD", 10_000_101, 29_991_231],
  ["seconds", 100_000_000, 9_999_999_999],
  ["milliseconds", 100_000_000_000, 9_999_999_999_999],
];

interface Counted {
  readonly value: number;
  readonly text: string;
}

/** As what all numbers of a column can be read, if that is one thing alone. */
function findNumbers(numbers: readonly Counted[], century: string | undefined): DayNumbers | undefined {
  if (numbers.length === 0) return undefined;
  const kinds = SIZES.filter(([, least, most]) =>
    numbers.every(({ value }) => value >= least && value <= most),
  );
  const [kind] = kinds.map(([name]) => name);
  if (kind !== undefined) {
    const isSound = numbers.every((number) => readNumber(number, { numbers: kind }).kind !== "unread");
    return isSound ? kind : undefined;
  }
  if (!numbers.every(({ text }) => /^\d{6}$/.test(text))) return undefined;
  const agreed = agreeOnDays(
    numbers.map(({ text }) => text),
    toCentury(century),
  );
  return agreed && agreed.other === undefined ? (agreed.pattern as DayNumbers) : undefined;
}

function toCentury(century: string | undefined) {
  return century === undefined
    ? chooseCentury(undefined, undefined)
    : (digits: string) => `${century}${digits}`;
}

const MS_PER_DAY = 86_400_000;

function readNumber({ value, text }: Counted, { numbers, century }: DayAnswers): DayReading {
  switch (numbers) {
    case undefined:
      return unread("number-unknown");
    case "years": {
      const year = /^\d{4}$/.test(text) ? text : "";
      const first = parseDay(`${year}-01-01`);
      return first ? { kind: "window", first, last: `${year}-12-31` as Day } : unread("no-day");
    }
    case "YYYYMMDD": {
      const [, year, month = "", date = ""] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
      return year === undefined ? unread("no-day") : toDay(year, month, date);
    }
    case "excel":
      return toDayReading(readSerial(Math.floor(value)));
    case "seconds":
      return toDayReading(readInstant(value * 1000));
    case "milliseconds":
      return toDayReading(readInstant(value));
    default: {
      // Of a number, a zero in front is gone.
      const digits = text.padStart(6, "0");
      const parts: Record<string, string> = {};
      if (!/^\d{6}$/.test(digits)) return unread("no-day");
      for (let at = 0; at < 6; at += 2) parts[numbers.charAt(at)] = digits.slice(at, at + 2);
      const year = toCentury(century)(parts["Y"] ?? "");
      return toDay(year, parts["M"] ?? "", parts["D"] ?? "");
    }
  }
}

function toDayReading(day: Day | undefined): DayReading {
  return day === undefined ? unread("no-such-day") : { kind: "day", day };
}

function readInstant(milliseconds: number): Day | undefined {
  try {
    // Parsed again: before the year 1 there are no days of ours.
    return parseDay(fromDayNumber(Math.floor(milliseconds / MS_PER_DAY)));
  } catch {
    return undefined;
  }
}

/** Digits of Arabic and Persian as ours. */
function toLatinDigits(text: string): string {
  return text.replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) % 16));
}
