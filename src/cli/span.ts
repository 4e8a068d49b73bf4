import type { Atlas } from "../core/atlas.ts";
import type { Day } from "../core/day.ts";
import { UsageError } from "./io.ts";

/** @throws UsageError if the day of an option lies outside the story, of which the data set knows nothing. */
export function checkInStory(option: string, day: Day | undefined, { dataset }: Atlas): void {
  const { firstDay, lastDay } = dataset;
  if (day && (day < firstDay || day > lastDay))
    throw new UsageError(`${option} ${day} is outside the story, which runs from ${firstDay} to ${lastDay}`);
}

/** One day in full, or the first in full and the last as far as it needs saying: "2020-01-29 - 02-03". */
export function describeDays({
  first_day,
  last_day,
}: {
  readonly first_day: string;
  readonly last_day: string;
}): string {
  if (first_day === last_day) return first_day;
  const isSameYear = first_day.slice(0, 4) === last_day.slice(0, 4);
  return `${first_day} - ${isSameYear ? last_day.slice(5) : last_day}`;
}
