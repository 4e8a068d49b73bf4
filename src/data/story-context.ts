import { addDays, type Day } from "../core/day.ts";
import type { Bounds } from "../core/geometry.ts";
import type { Fields } from "./fields.ts";
import { describeValue, type Problem, type Reporter } from "./problem.ts";

/** What every file of a data set is read against, and where its problems go. */
export interface StoryContext {
  readonly file: string;
  readonly problems: Problem[];
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly bounds: Bounds;
  readonly sideIds: ReadonlySet<string>;
}

/** Reports a side that `dataset.json` does not declare. */
export function checkSide(side: unknown, key: string, context: StoryContext, reporter: Reporter): string {
  if (typeof side === "string" && context.sideIds.has(side)) return side;
  const expected = `one of the sides ${[...context.sideIds].join(", ")}`;
  if (side === undefined) reporter.error(`no ${key}`, expected, `add ${key}`);
  else
    reporter.error(
      `${key} ${describeValue(side)}`,
      expected,
      `correct ${key} or declare the side in dataset.json`,
    );
  return "";
}

/** Reports a document that the data set does not list; `sourceIds` is `undefined` where that cannot be told. */
export function checkSource(
  source: string,
  sourceIds: ReadonlySet<string> | undefined,
  reporter: Reporter,
): void {
  if (source === "" || !sourceIds || sourceIds.has(source)) return;
  const expected = `one of the sources ${[...sourceIds].join(", ")}`;
  reporter.error(`source ${describeValue(source)}`, expected, "correct it or add the source");
}

/** The half-open interval `[from, to)` of a shape. Its first day may be the eve of the story: the opening state. */
export function parseInterval(
  fields: Fields,
  context: StoryContext,
  reporter: Reporter,
): { from: Day; to: Day } {
  const from = fields.day("from");
  const to = fields.day("to");
  if (reporter.hasFailed()) return { from, to };
  if (from >= to) {
    reporter.error(
      `from ${from} and to ${to}`,
      "from before to; to is the first day after",
      "correct one of the two",
    );
  }
  const eve = addDays(context.firstDay, -1);
  const end = addDays(context.lastDay, 1);
  if (from < eve || to > end) {
    reporter.warn(`from ${from} and to ${to}`, `days from ${eve} to ${end}`, "check the two days");
  }
  return { from, to };
}

/** Keeps the first record of each id and reports the others. Call it for records that are otherwise sound. */
export function isFirstOfId(id: string, seen: Set<string>, reporter: Reporter): boolean {
  if (!seen.has(id)) {
    seen.add(id);
    return true;
  }
  reporter.error(`id ${describeValue(id)} again`, "an id of its own", "rename or delete one of the two");
  return false;
}
