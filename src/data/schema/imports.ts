import * as v from "valibot";
import { choice, flag, means, optional, text } from "./values.ts";

/** What the rows of an imported sheet can be. */
export const IMPORT_KINDS = [
  "settlements",
  "held-places",
  "areas",
  "lines",
  "highways",
  "regions",
  "claims",
  "events",
  "figures",
  "ignored",
] as const;

const SHEET = v.object({
  from: text(
    "Path of the file, with * for its digits, and after # the name of the sheet where it has several",
  ),
  kind: choice(IMPORT_KINDS, "What its rows are"),
  recipe: optional(text("The known source whose columns it has")),
  columns: optional(
    v.pipe(
      v.record(v.string(), text("The file's own name for it")),
      means({
        description: "The columns that are used, by our words; * stands for digits",
        expected: "an object with our words on the left, the file's own on the right",
      }),
    ),
    {},
  ),
  side: optional(
    text("What stands for the side of every row, where no column tells it: a name that sides has"),
  ),
  day: optional(text("The day of every row, where neither a column nor the name of the file tells it")),
  day_pattern: optional(text("How the names of the files write the day, such as YYMMDD")),
  day_order: optional(choice(["day-month", "month-day"], "Which of the first two numbers is the month")),
  day_numbers: optional(
    choice(["milliseconds", "seconds", "serial", "digits"], "What days that are numbers count"),
  ),
  end_excluded: optional(
    flag("True if the day with which a row ends is the first on which it no longer holds"),
    false,
  ),
});

const byFile = (description: string) =>
  optional(
    v.pipe(
      v.record(v.string(), text("By its path")),
      means({ description, expected: "an object of texts by path" }),
    ),
    {},
  );

/** The member `imports` of `dataset.json`: what the files beside it mean, which are as they were found. */
export const IMPORTS = v.object({
  sheets: v.pipe(
    v.array(SHEET),
    means({ description: "What each sheet of the files is", expected: "a list of sheets" }),
  ),
  sides: optional(
    v.pipe(
      v.record(v.string(), v.nullable(v.string())),
      means({
        description:
          "The file's values for sides on the left, ids of sides on the right, or contested; null leaves such rows out",
        expected: "an object with the file's values on the left and ids of sides, or null, on the right",
      }),
    ),
    {},
  ),
  encodings: byFile("How files that are no UTF-8 are encoded, such as windows-1256"),
  systems: byFile("In which system the coordinates of files are, such as EPSG:32637"),
});
export type Imports = v.InferOutput<typeof IMPORTS>;
