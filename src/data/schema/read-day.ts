import { type Day, parseDay } from "../../core/day.ts";

/** Year first, then whatever parts the three; a time of day may follow. */
const TIME =
  "[T ]\\d{1,2}(?::?\\d{2}){1,2}(?:[.,]\\d+)?(?: ?[AaPp][Mm])?(?: ?(?:Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?))?";
const YEAR_FIRST = new RegExp(`^(\\d{4})([-_/.]?)(\\d{2})\\2(\\d{2})(?:${TIME})?$`);
const WEEKDAY = "(?:[A-Za-z]{3,9}\\.?,? )?";
/** "26 January 2020", "26-Jan-2020", "26th of January 2020". */
const DAY_FIRST = new RegExp(
  `^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)?[- ]([A-Za-z]{3,9})\\.?,?[- ](\\d{4})$`,
);
/** "January 26, 2020", "Jan 26 2020". */
const MONTH_FIRST = new RegExp(`^${WEEKDAY}([A-Za-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`);

const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);

/**
 * What a text must look like to be read as a day, for the published schemas: {@link readDay} looks closer. Signs before
 * a year and eras after it ("BC") fit none of it, so a year before Christ is never read as one after.
 */
export const DAY_PATTERN =
  /^\s*(?:\d{4}[-_/.]?\d{2}[-_/.]?\d{2}(?:[T ].*)?|[A-Za-z][A-Za-z., ]*\d.*\d{4}|\d{1,2}[^\d].*[A-Za-z].*\d{4})\s*$/;

/**
 * The day that a value of a file names: year first (`2020-01-26`, `2020/01/26`, `20200126`), or with the English name
 * of the month (`26 January 2020`, `Jan 26, 2020`). A time of day is passed over, and its zone with it. `undefined` for
 * anything else: which of two numbers is the month is never guessed.
 */
export function readDay(text: string): Day | undefined {
  const known = knownDays.get(text);
  if (known !== undefined) return known;
  const read = parseText(text);
  if (read !== undefined && knownDays.size < MOST_KNOWN) knownDays.set(text, read);
  return read;
}

/** The days of a table are few, and each of them stands in it many times. */
const knownDays = new Map<string, Day>();
const MOST_KNOWN = 50_000;

function parseText(text: string): Day | undefined {
  const plain = text.trim().replaceAll(/\s+/g, " ");
  const numbers = YEAR_FIRST.exec(plain);
  if (numbers) return parseDay(`${numbers[1]}-${numbers[3]}-${numbers[4]}`);
  const [, date, month, year] = DAY_FIRST.exec(plain) ?? [];
  if (date !== undefined) return toDay(year, month, date);
  const [, monthBefore, dateAfter, yearAfter] = MONTH_FIRST.exec(plain) ?? [];
  return toDay(yearAfter, monthBefore, dateAfter);
}

/** In which order a data set writes days in numbers with the year last. */
export const DAY_ORDERS = ["day-month", "month-day"] as const;
export type DayOrder = (typeof DAY_ORDERS)[number];

/** "26/01/2020", "1-26-2020", "26.1.2020". */
const NUMBERED = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})(?:,? ?${TIME.slice("[T ]".length)})?$`);

/** The day of a text in numbers with the year last, by an order that was declared; `undefined` if it is none in that order. */
export function readNumberedDay(text: string, order: DayOrder): Day | undefined {
  const [, one = "", , other = "", year = ""] = NUMBERED.exec(text.trim()) ?? [];
  const [month, date] = order === "month-day" ? [one, other] : [other, one];
  return parseDay(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
}

/** The orders in which a text in numbers with the year last is a day: none, one that is proven by it, or both. */
export function listDayOrders(text: string): readonly DayOrder[] {
  return DAY_ORDERS.filter((order) => readNumberedDay(text, order) !== undefined);
}

function toDay(year = "", month = "", date = ""): Day | undefined {
  const name = month.toLowerCase();
  const isName = (known: string) => name === known || name === known.slice(0, 3);
  const number = name === "sept" ? 9 : 1 + MONTHS.findIndex(isName);
  return parseDay(`${year}-${String(number).padStart(2, "0")}-${date.padStart(2, "0")}`);
}
