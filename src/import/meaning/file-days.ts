import { type Day, fromDayNumber } from "../../core/day.ts";
import { agreeOnDays, chooseCentury, findDays, findDaysBy } from "../../data/control/find-days.ts";
import type { Sheet } from "../sheet.ts";

const CENTURY = chooseCentury(undefined, undefined);

/** The days of files by what their names say. */
export interface FileDays {
  /** By path. */
  readonly days: ReadonlyMap<string, Day>;
  /** How they write it, where it is not the year first and in full: `YYMMDD`. */
  readonly pattern: string | undefined;
  /** Another way to read them that fits as well. */
  readonly other: string | undefined;
}

/**
 * The one day that the name of each file tells, or else that of its folders; `undefined` where not all tell one. With a `pattern`
 * names are read as that says.
 */
export function findDaysOfFiles(
  sheets: readonly Pick<Sheet, "file">[],
  pattern?: string,
): FileDays | undefined {
  const paths = [...new Set(sheets.map(({ file }) => file))];
  if (paths.length === 0) return undefined;
  if (pattern !== undefined) return readAll(paths, (text) => findDaysBy(pattern, text, CENTURY), pattern);
  const full = readAll(paths, findDays, undefined);
  if (full) return full;
  const names = paths.map(nameOf);
  // Six digits alone are a day of many files, of which each proves the others; of one they may be anything, unless signs part them.
  const isParted = /(?<!\d)\d{1,2}([-_.])\d{1,2}\1(?:\d{2}|\d{4})(?!\d)/.test(names[0] ?? "");
  const agreed = names.length > 1 || isParted ? agreeOnDays(names, CENTURY) : undefined;
  if (!agreed) return readAll(paths, findInstant, undefined);
  const days = new Map(paths.flatMap((path, at) => (agreed.days[at] ? [[path, agreed.days[at]]] : [])));
  return { days, pattern: agreed.pattern, other: agreed.other };
}

function readAll(
  paths: readonly string[],
  read: (text: string) => readonly Day[],
  pattern: string | undefined,
): FileDays | undefined {
  const days = new Map<string, Day>();
  for (const path of paths) {
    const day = onlyDay(read(nameOf(path))) ?? onlyDay(read(path.slice(0, path.lastIndexOf("/") + 1)));
    if (day === undefined) return undefined;
    days.set(path, day);
  }
  return { days, pattern, other: undefined };
}

/** The day, in UTC, of a name that is nothing but an instant, counted in seconds or milliseconds from 1970, of our time. */
function findInstant(name: string): readonly Day[] {
  const [, digits = ""] = /^(\d{10}|\d{13})(?:\.[^.]*)?$/.exec(name) ?? [];
  const seconds = Number(digits.slice(0, 10));
  return seconds >= 946_684_800 ? [fromDayNumber(Math.floor(seconds / 86_400))] : [];
}

function onlyDay(days: readonly Day[]): Day | undefined {
  return days.length === 1 ? days[0] : undefined;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
