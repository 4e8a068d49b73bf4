import { type Day, parseDay } from "../../core/day.ts";

/** The day that the first day of a column of bytes is counted from. */
export const ORIGIN = parseDay("2000-01-01") as Day;
