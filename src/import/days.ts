import { addDays, type Day, fromDayNumber, parseDay } from "../core/day.ts";
import { type Cell, isCellDay } from "./sheet.ts";

/** Which of the first two numbers of a day is the month: 1/2/2020. */
export type NumberOrder = "day-month" | "month-day";
/** What a number in the place of a day counts: `digits` are 20240708, `serial` days from the end of 1899 on, as spreadsheets do. */
export type NumberUnit = "milliseconds" | "seconds" | "serial" | "digits";

/** The days that a text may mean, both included: one for a day, more for a month or a year. */
export interface WrittenDays {
  readonly first: Day;
  readonly last: Day;
}

export interface DayRules {
  readonly order?: NumberOrder | undefined;
  readonly numbers?: NumberUnit | undefined;
}

/**
 * What a cell says of days. `ordered`: two numbers of which nothing tells which is the month, and the orders in which they
 * are a day; `number`: a number of which nothing tells what it counts; `open`: that there is no end ("ongoing", 9999-12-31);
 * `none`: nothing that is read as a day, which years before the year 1 are too.
 */
export type DayReading =
  | ({ readonly kind: "days" } & WrittenDays)
  | { readonly kind: "ordered"; readonly orders: readonly NumberOrder[] }
  | { readonly kind: "number"; readonly units: readonly NumberUnit[] }
  | { readonly kind: "open" }
  | { readonly kind: "none" };

const NONE: DayReading = { kind: "none" };

/**
 * Reads a day as people and programs write it: year first or last, with or without a time of day, with the month as a word in
 * English, French, Arabic, Ukrainian and a few neighbouring languages, in digits of any script, with the year in two digits (of
 * this century), as month or year alone. A time of day, and its zone, is passed over: the day is the one that is written.
 * What is ambiguous is never guessed, but told. Numbers that count instants are days in UTC.
 */
export function readCellDay(cell: Cell, rules: DayRules = {}): DayReading {
  if (cell === undefined || typeof cell === "boolean") return NONE;
  if (isCellDay(cell)) return cell.day.startsWith("9999") ? { kind: "open" } : oneDay(cell.day);
  const text = normalise(String(cell));
  if (/^[+-]?\d+(?:\.\d+)?$/.test(text)) return readNumber(text, rules.numbers);
  if (OPEN.test(text)) return { kind: "open" };
  // Eras and signs before a year: no year of ours, and never read as one.
  if (/^[-\u2212]|\b(?:bce?|b\.\s?c\.)/.test(text)) return NONE;
  return readYearFirst(text) ?? readNumbered(text, rules.order) ?? readWords(text) ?? NONE;
}

const OPEN =
  /^(?:9999-12-31.*|9999\/12\/31.*|31[./-]12[./-]9999|present|ongoing|current|currently|now|today|open|still|\.\.|en cours|présent|à ce jour|حتى الآن|مستمر|до сьогодні|дотепер|триває|по настоящее время|н\.\s?в\.?)$/u;

const MONTHS: readonly (readonly string[])[] = [
  "january jan janvier janv يناير كانون-الثاني січень січня января январь янв",
  "february feb février fevrier févr fevr fév فبراير شباط лютий лютого февраля февраль фев",
  "march mar mars مارس آذار اذار березень березня марта март мар",
  "april apr avril avr أبريل ابريل إبريل نيسان квітень квітня апреля апрель апр",
  "may mai مايو أيار ايار травень травня мая май",
  "june jun juin يونيو حزيران червень червня июня июнь июн",
  "july jul juillet juil يوليو تموز липень липня июля июль июл",
  "august aug août aout أغسطس اغسطس آب серпень серпня августа август авг",
  "september sept sep septembre سبتمبر أيلول ايلول вересень вересня сентября сентябрь сен сент",
  "october oct octobre أكتوبر اكتوبر تشرين-الأول تشرين-الاول жовтень жовтня октября октябрь окт",
  "november nov novembre نوفمبر تشرين-الثاني листопад листопада ноября ноябрь ноя нояб",
  "december dec décembre decembre déc ديسمبر كانون-الأول كانون-الاول грудень грудня декабря декабрь дек",
].map((names) => names.split(" "));
const MONTH_OF = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

const TIME = String.raw`(?:[t ,]+\d{1,2}(?::?\d{2}){1,2}(?:[.,]\d+)?(?: ?[ap]\.?m\.?)?(?: ?(?:z|utc|gmt|[+-]\d{2}(?::?\d{2})?))?)?`;
const YEAR_FIRST = new RegExp(`^(\\d{4})([-_/.])(\\d{1,2})(?:\\2(\\d{1,2})${TIME})?$`);
const PACKED = new RegExp(`^(\\d{4})(\\d{2})(\\d{2})${TIME.replace("[t ,]+", "[t _,]+")}$`);
const NUMBERED = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${TIME}$`);
const MONTH_YEAR = /^(\d{1,2})[-/.](\d{4})$/;

function readYearFirst(text: string): DayReading | undefined {
  const packed = PACKED.exec(text);
  if (packed) return toReading(packed[1], packed[2], packed[3]);
  const [, year, , month, date] = YEAR_FIRST.exec(text) ?? [];
  return year === undefined ? undefined : toReading(year, month, date);
}

function readNumbered(text: string, order: NumberOrder | undefined): DayReading | undefined {
  const [, monthAlone, yearOfMonth] = MONTH_YEAR.exec(text) ?? [];
  if (monthAlone !== undefined) return toReading(yearOfMonth, monthAlone, undefined);
  const [, one, , other, written] = NUMBERED.exec(text) ?? [];
  if (one === undefined) return undefined;
  const year = written?.length === 2 ? `20${written}` : written;
  const readings = {
    "day-month": toReading(year, other, one),
    "month-day": toReading(year, one, other),
  } as const;
  if (order !== undefined) return readings[order];
  const orders = (["day-month", "month-day"] as const).filter((each) => readings[each].kind === "days");
  return orders.length === 0 ? NONE : { kind: "ordered", orders };
}

/** Days with the name of the month, in any order of the three. */
function readWords(text: string): DayReading | undefined {
  const plain = text
    .replace(new RegExp(`(?<=\\d{4})${TIME}$`), "")
    .replaceAll(/(كانون|تشرين) (?=ال)/gu, "$1-")
    .replaceAll(/\b(\d{1,2})(?:st|nd|rd|th|er|º)\b/g, "$1")
    .replaceAll(/(?<=\d{4})\s*(?:р(?:оку|\.)?|г(?:ода|\.)?|م|year)$/gu, "");
  const parts = plain.split(/(?:\s*[,،./]\s*|\s+|(?<=[\p{L}\d])-(?=\d|[a-zа-яіїєґ]))(?:of |de |في )?/u);
  const months = parts.flatMap((part) => MONTH_OF.get(part.replace(/\.$/, "")) ?? []);
  const years = parts.filter((part) => /^\d{4}$/.test(part));
  const dates = parts.filter((part) => /^\d{1,2}$/.test(part));
  const others = parts.filter(
    (part) => part !== "" && !/^\d+$/.test(part) && !MONTH_OF.has(part.replace(/\.$/, "")),
  );
  if (
    months.length !== 1 ||
    years.length !== 1 ||
    dates.length > 1 ||
    others.some((word) => !isWeekday(word))
  )
    return undefined;
  return toReading(years[0], String(months[0]), dates[0]);
}

const WEEKDAYS =
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?$|^(?:lun|mar|mercre|jeu|vendre|same|diman)(?:di|che)\.?$|^(?:ال(?:سبت|أحد|احد|إثنين|اثنين|ثلاثاء|أربعاء|اربعاء|خميس|جمعة))$|^(?:понеділок|вівторок|середа|четвер|п.?ятниця|субота|неділя|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)$/u;

function isWeekday(word: string): boolean {
  return WEEKDAYS.test(word);
}

function readNumber(text: string, unit: NumberUnit | undefined): DayReading {
  if (unit !== undefined) return readUnit(text, unit);
  // A year alone, as no other count of days is so small and so near to it.
  if (/^\d{4}$/.test(text)) return toReading(text, undefined, undefined);
  const count = Math.abs(Number(text));
  const units = UNITS.filter((unit) => {
    const [least, most] = PLAUSIBLE[unit];
    return count >= least && count < most && readUnit(text, unit).kind === "days";
  });
  return units.length === 0 ? NONE : { kind: "number", units };
}

const UNITS: readonly NumberUnit[] = ["digits", "milliseconds", "seconds", "serial"];
/** Counts of days of our time; what lies outside counts something else. */
const PLAUSIBLE: Readonly<Record<NumberUnit, readonly [number, number]>> = {
  digits: [10_000_000, 100_000_000],
  milliseconds: [2e11, 5e12],
  seconds: [2e8, 5e9],
  serial: [10_000, 80_000],
};
const PER_DAY = { milliseconds: 86_400_000, seconds: 86_400, serial: 1 } as const;
/** The day of which spreadsheets say 0, counted from 1970: right from March 1900 on. */
const SERIAL_START = -25_569;

function readUnit(text: string, unit: NumberUnit): DayReading {
  if (unit === "digits") {
    const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
    if (/^\d{4}$/.test(text)) return toReading(text, undefined, undefined);
    return year === undefined ? NONE : toReading(year, month, date);
  }
  const days = Math.floor(Number(text) / PER_DAY[unit]) + (unit === "serial" ? SERIAL_START : 0);
  try {
    const day = parseDay(fromDayNumber(days));
    return day === undefined ? NONE : oneDay(day);
  } catch {
    return NONE;
  }
}

function oneDay(day: Day): DayReading {
  return { kind: "days", first: day, last: day };
}

/** The days of a year, of a month of it, or the one day. */
function toReading(year = "", month: string | undefined, date: string | undefined): DayReading {
  const at = (monthOf: string, dateOf: string) =>
    parseDay(`${year}-${monthOf.padStart(2, "0")}-${dateOf.padStart(2, "0")}`);
  const first = at(month ?? "1", date ?? "1");
  if (first === undefined) return NONE;
  if (date !== undefined) return oneDay(first);
  const next =
    month === undefined || month.padStart(2, "0") === "12" ? undefined : at(String(Number(month) + 1), "1");
  const last = next === undefined ? at("12", "31") : addDays(next, -1);
  return last === undefined ? NONE : { kind: "days", first, last };
}

/** Digits of any script as ours, one blank for several, small letters, marks of direction taken out. */
function normalise(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/[\u200E\u200F\u061C\u2066-\u2069]/g, "")
    .replaceAll(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
