import * as v from "valibot";
import { LINE_BASES } from "../../core/records.ts";
import { choice, day, means, optional, text } from "./values.ts";

const CONTROL_ROLES = ["control-area", "front-line"] as const;

/**
 * The properties of a feature of the control files, by our own words and values. All may be missing here: the role is
 * told by the shape, the side may be declared for the whole file, and a file of one day needs neither of the two days.
 */
export const CONTROL = v.object({
  role: optional(choice(CONTROL_ROLES, "Of a polygon control-area, of a line front-line, if it is missing")),
  side: optional(text("Id of the side that holds the area")),
  between: optional(
    v.pipe(
      v.array(v.string()),
      v.length(2),
      means({
        description: "Ids of the two sides of the front line",
        expected: "a list of the two sides of the line",
        code: "not-two-sides",
        remedy: 'write it as ["one side", "other side"]',
      }),
    ),
  ),
  basis: optional(choice(LINE_BASES, "What the course of the front line rests on")),
  from: optional(day("The first day on which it is in force")),
  to: optional(day("The first day on which it is no longer in force")),
  date: optional(day("The day of a file that holds for that day only")),
});
