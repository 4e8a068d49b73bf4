import * as v from "valibot";
import { names, day, id, means, number, optional, text } from "./values.ts";

/** A wider one is a mistyped number: it would cover a country. */
const WIDEST_KM = 100;

const DAYS = {
  first_day: day("The first day"),
  last_day: optional(day("The last day, included; without it, it lasts")),
};

/** Patrols along the highway of a corridor. */
export const PATROLS = v.object({
  name: names("Whose they are"),
  ...DAYS,
  source: text("Id of the document that tells of them"),
  note: optional(names("What the document leaves open"), {}),
});

/** A strip along a highway. */
export const CORRIDOR = v.object({
  highway: id("Id of the highway"),
  width_km: number({ min: 0.1, max: WIDEST_KM }, "Kilometres to either side of the highway"),
  ...DAYS,
  source: text("Id of the document that tells of it"),
  patrols: optional(
    v.pipe(
      PATROLS,
      means({ description: "Patrols along it", expected: "an object with name, first_day and source" }),
    ),
  ),
});
