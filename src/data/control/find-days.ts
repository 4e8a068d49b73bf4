import { type Day, parseDay } from "../../core/day.ts";

const DATE = /(?<!\d)(\d{4})([-_/.]?)(\d{2})\2(\d{2})(?!\d)/g;

/** The different real days written in a text as 2024-07-08, 20240708, 2024_07_08, 2024.07.08 or 2024/07/08. */
export function findDays(text: string): Day[] {
  const days = [...text.matchAll(DATE)].map(([, year, , month, date]) =>
    parseDay(`${year}-${month}-${date}`),
  );
  return [...new Set(days.filter((day) => day !== undefined))];
}
