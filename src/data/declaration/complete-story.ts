import { clampDay, type Day } from "../../core/day.ts";
import {
  type AreaGeometry,
  type Bounds,
  findBounds,
  isEmptyBox,
  joinBounds,
  outlineBox,
  type Position,
} from "../../core/geometry.ts";
import { DECLARATION_FILE } from "./declaration-file.ts";
import type { DeclaredStory } from "./parse-declaration.ts";
import { type Problem, reportOn } from "../problem.ts";
import { isStorySpan } from "../story-span.ts";

interface Span {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** The span of the story, by the days that are known where none are declared; `undefined` after a report. */
export function completeSpan(
  declared: DeclaredStory,
  known: Partial<Record<keyof Span, Day | undefined>>,
  problems: Problem[],
): Span | undefined {
  const firstDay = declared.firstDay ?? known.firstDay;
  const lastDay = declared.lastDay ?? known.lastDay;
  const reporter = reportOn(problems, DECLARATION_FILE);
  if (firstDay === undefined || lastDay === undefined) {
    const expected = "first_day and last_day, or areas with days to take them from";
    reporter.error(
      "no-days",
      "no days of the story",
      expected,
      "add first_day and last_day, or mend the control files",
    );
    return undefined;
  }
  if (isStorySpan(firstDay, lastDay)) return { firstDay, lastDay };
  const expected = "a last day on or after the first, and at most a hundred years later";
  const remedy = "add first_day and last_day, or correct the days of the areas";
  reporter.error("impossible-span", `a story from ${firstDay} to ${lastDay}`, expected, remedy);
  return undefined;
}

export function completeDefaultDay({ defaultDay }: DeclaredStory, { firstDay, lastDay }: Span): Day {
  return defaultDay === undefined ? firstDay : clampDay(defaultDay, firstDay, lastDay);
}

/** The box around all that is given; `undefined` if nothing is. */
export function boundAll(
  boxes: readonly (Bounds | undefined)[],
  positions: readonly Position[],
): Bounds | undefined {
  const box = joinBounds([...boxes.filter((given) => given !== undefined), findBounds(positions)]);
  return isEmptyBox(box) ? undefined : box;
}

/** A box a little larger, so that nothing lies on its edge and it has an extent even around a single place. */
export function widen([west, south, east, north]: Bounds): Bounds {
  const margin = Math.max(0.01, (east - west) * 0.02, (north - south) * 0.02);
  return [
    Math.max(-180, west - margin),
    Math.max(-90, south - margin),
    Math.min(180, east + margin),
    Math.min(90, north + margin),
  ];
}

/** The ground of a box. */
export function drawBox(box: Bounds): AreaGeometry {
  return { type: "Polygon", coordinates: [outlineBox(box)] };
}
