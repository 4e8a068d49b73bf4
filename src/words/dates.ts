import { type Day, formatDay } from "../core/day.ts";
import type { DateWords } from "./types.ts";

/** What a language decides about dates; the names of days and months are the browser's. */
export interface DateStyle {
  readonly locale: string;
  readonly comma: string;
  /** Receives "24" or "28 January" and "2 February". */
  readonly between: (first: string, last: string) => string;
  readonly position: (number: number, total: number) => string;
  /** From an earlier day to a later, in the reading direction; "→" if left out. */
  readonly arrow?: string;
}

/**
 * The date texts of a language. The weekday is joined on by our own comma, because browsers differ on whether a full
 * English date has one.
 */
export function makeDateWords({ locale, comma, between, position, arrow = "→" }: DateStyle): DateWords {
  const weekday = (day: Day) => formatDay(day, locale, { weekday: "long" });
  const long = (day: Day) => formatDay(day, locale, { day: "numeric", month: "long", year: "numeric" });
  const short = (day: Day) => formatDay(day, locale, { day: "numeric", month: "long" });
  return {
    full: (day) => `${weekday(day)}${comma}${long(day)}`,
    long,
    short,
    brief: (day) => formatDay(day, locale, { day: "numeric", month: "short" }),
    weekday,
    month: (day, withYear) =>
      formatDay(day, locale, withYear ? { month: "short", year: "numeric" } : { month: "short" }),
    window: (first, last) => {
      const isSameMonth = first.slice(0, 7) === last.slice(0, 7);
      return between(isSameMonth ? String(Number(first.slice(8))) : short(first), short(last));
    },
    pair: (first, last) => {
      const [one, other] = [first, last].map((day) => day.slice(0, 7));
      const isSameYear = one?.slice(0, 4) === other?.slice(0, 4);
      const start = one === other ? String(Number(first.slice(8))) : isSameYear ? short(first) : long(first);
      // Where there is no room for one line, the later day stands in the second.
      const whole = (text: string) => text.replaceAll(" ", "\u00a0");
      return `${whole(`${start} ${arrow}`)} ${whole(long(last))}`;
    },
    position,
  };
}
