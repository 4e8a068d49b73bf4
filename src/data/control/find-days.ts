import { type Day, parseDay } from "../../core/day.ts";
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

/** The different days that the value of a property tells: the one it is, or those written somewhere in it. */
export function findDaysOf(value: unknown): Day[] {
  if (typeof value !== "string" && typeof value !== "number") return [];
  const day = readDay(String(value));
  return day === undefined ? findDays(String(value)) : [day];
}
