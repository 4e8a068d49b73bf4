import type { Day } from "../core/day.ts";
import type { Bounds } from "../core/geometry.ts";
import type { Language } from "../core/names.ts";
import type { DayOrder } from "./schema/read-day.ts";
import type { TranslationGatherer } from "./gather-translations.ts";
import { describeValue, type Problem, type Reporter } from "./problem.ts";

/** What every file of a data set is read against, and where its problems go. */
export interface StoryContext {
  readonly file: string;
  readonly problems: Problem[];
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly bounds: Bounds;
  /** Of days in numbers with the year last, as declared. */
  readonly dayOrder?: DayOrder | undefined;
  /** The language of chief names, those in `name`. */
  readonly nameLanguage: Language;
  readonly sideIds: ReadonlySet<string>;
  /** Where the texts of records in other languages go; they are passed over without it. */
  readonly translations?: TranslationGatherer;
}

/** Reports a side that `dataset.json` does not declare. */
export function checkSide(
  side: unknown,
  key: string,
  { sideIds }: Pick<StoryContext, "sideIds">,
  reporter: Reporter,
): string {
  if (typeof side === "string" && sideIds.has(side)) return side;
  const expected = `one of the sides ${[...sideIds].join(", ")}`;
  if (side === undefined) reporter.about(key).error("missing-member", `no ${key}`, expected, `add ${key}`);
  else
    reporter
      .about(key)
      .error(
        "unknown-side",
        `${key} ${describeValue(side)}`,
        expected,
        `correct ${key} or declare the side in dataset.json`,
      );
  return "";
}

/** Reports a document that the data set does not list; `sourceIds` is `undefined` where that cannot be told. */
export function checkSource(
  source: string | undefined,
  sourceIds: ReadonlySet<string> | undefined,
  reporter: Reporter,
): void {
  if (source === undefined || source === "" || !sourceIds || sourceIds.has(source)) return;
  const expected = `one of the sources ${[...sourceIds].join(", ")}`;
  reporter.error(
    "unknown-source",
    `source ${describeValue(source)}`,
    expected,
    "correct it or add the source",
  );
}

/** Keeps the first record of each id and reports the others. Call it for records that are otherwise sound. */
export function isFirstOfId(id: string, seen: Set<string>, reporter: Reporter): boolean {
  if (!seen.has(id)) {
    seen.add(id);
    return true;
  }
  reporter.error(
    "repeated-id",
    `id ${describeValue(id)} again`,
    "an id of its own",
    "rename or delete one of the two",
  );
  return false;
}
