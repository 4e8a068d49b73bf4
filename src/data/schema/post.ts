import * as v from "valibot";
import { POST_STATES } from "../../core/records.ts";
import { choice, day, id, means, number, optional, optionalText, text, wholeNumber } from "./values.ts";

const POST_STATE = v.object({
  state: choice(POST_STATES, "The state that began"),
  day: day("The day it began"),
  precision: choice(
    ["day", "month", "uncertain"],
    "How well the day is known; of a month, the day is the first; uncertain: the sources differ or guess",
  ),
  basis: optionalText("What the day rests on, in words"),
  source: optionalText("Id of the document"),
});

/** The properties of an observation post. */
export const POST = v.object({
  id: id("Unique in this file"),
  number: optional(wholeNumber({ min: 0, max: Number.MAX_SAFE_INTEGER }, "The operator's own number")),
  name: text("The chief name; further ones stand in name:uk, name_ru and the like, by code of language"),
  operator: text("Whose post it is: usually the id of a side"),
  precision_km: number({ min: 0, max: 1000 }, "The true place lies within this many kilometres"),
  note: optionalText("Anything else"),
  states: v.pipe(
    v.array(POST_STATE),
    v.minLength(1),
    means({
      description: "Its changes of state, in any order",
      expected: "a list of objects, one for each change of state",
      remedy: "give at least the day it was established",
    }),
  ),
});
