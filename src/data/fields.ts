import { type Day, day, parseDay } from "../core/day.ts";
import { describeValue, type Reporter } from "./problem.ts";

/**
 * Typed access to the properties of a record from outside. What is missing or wrong is reported and never thrown;
 * the value returned in its stead is a stand-in, so a record whose reporter has failed must be dropped.
 */
export interface Fields {
  /** Text that may not be empty. */
  readonly text: (key: string) => string;
  /** Text that may be empty or missing, both read as "". */
  readonly optionalText: (key: string) => string;
  /** A short name without spaces, fit for an address and for a list in a cell. */
  readonly id: (key: string) => string;
  readonly number: (key: string, range: NumberRange) => number;
  readonly day: (key: string) => Day;
  /** One word of a vocabulary. */
  readonly choice: <Word extends string>(key: string, words: readonly Word[]) => Word;
  /** Like `choice`, `undefined` when empty or missing. */
  readonly optionalChoice: <Word extends string>(key: string, words: readonly Word[]) => Word | undefined;
  /** True or false; missing reads as false. */
  readonly flag: (key: string) => boolean;
  /** A list of texts; missing reads as empty. */
  readonly texts: (key: string) => readonly string[];
}

export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly isWhole?: boolean;
}

export type RawRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is RawRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of an own property; `undefined` if it is missing, null, or text of nothing but blanks. */
export function getValue(record: RawRecord, key: string): unknown {
  const value = Object.hasOwn(record, key) ? record[key] : undefined;
  if (value === null) return undefined;
  return typeof value === "string" && value.trim() === "" ? undefined : value;
}

const STAND_IN_DAY = day("1970-01-01");
const ID = /^[\p{L}\p{N}._-]+$/u;

export function readFields(record: RawRecord, reporter: Reporter): Fields {
  function refuse(key: string, expected: string): void {
    const value = getValue(record, key);
    if (value === undefined) reporter.error(`no ${key}`, expected, `add ${key}`);
    else reporter.error(`${key} ${describeValue(value)}`, expected, `correct ${key}`);
  }

  function text(key: string): string {
    const value = getValue(record, key);
    if (typeof value === "string") return value.trim();
    refuse(key, "text");
    return "";
  }

  function choice<Word extends string>(key: string, words: readonly Word[]): Word {
    const value = getValue(record, key);
    const word = words.find((candidate) => candidate === value);
    if (word === undefined) refuse(key, `one of ${words.join(", ")}`);
    return word ?? ("" as Word); // A stand-in: the record is dropped.
  }

  return {
    text,
    choice,
    optionalText: (key) => (getValue(record, key) === undefined ? "" : text(key)),
    optionalChoice: (key, words) => (getValue(record, key) === undefined ? undefined : choice(key, words)),
    id(key) {
      const value = getValue(record, key);
      if (typeof value === "string" && ID.test(value)) return value;
      refuse(key, "letters, digits, hyphens, underscores and dots");
      return "";
    },
    number(key, { min, max, isWhole = false }) {
      const value = getValue(record, key);
      // Spreadsheets and desktop GIS often write numbers as text.
      const number = typeof value === "string" ? Number(value) : value;
      const isUsable = typeof number === "number" && number >= min && number <= max;
      if (isUsable && (!isWhole || Number.isInteger(number))) return number;
      refuse(key, describeRange({ min, max, isWhole }));
      return 0;
    },
    day(key) {
      const value = getValue(record, key);
      const parsed = typeof value === "string" ? parseDay(value.trim()) : undefined;
      if (parsed === undefined) refuse(key, "a real day written YYYY-MM-DD");
      return parsed ?? STAND_IN_DAY;
    },
    flag(key) {
      const value = getValue(record, key);
      if (value !== undefined && typeof value !== "boolean") refuse(key, "true or false");
      return value === true;
    },
    texts(key) {
      const value = getValue(record, key);
      if (value === undefined) return [];
      if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
      refuse(key, "a list of texts");
      return [];
    },
  };
}

function describeRange({ min, max, isWhole }: NumberRange): string {
  const noun = isWhole ? "a whole number" : "a number";
  return max === Infinity ? `${noun} of ${min} or more` : `${noun} from ${min} to ${max}`;
}
