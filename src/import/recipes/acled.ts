import type { Recipe } from "../meaning/recipe.ts";

/** Within how many kilometres of its position it happened, and what that is, by code: the place itself, near it, its region. */
const PLACE: Readonly<Record<string, string>> = {
  "1": "1 settlement",
  "2": "10 vicinity",
  "3": "50 province",
};
/** What the day stands for, by code. Of a week and a month the source writes a day in the middle. */
const DAY: Readonly<Record<string, string>> = { "1": "day", "2": "week", "3": "month" };

/** Events of the Armed Conflict Location & Event Data project, as its export tool and its API write them. */
export const ACLED: Recipe = {
  name: "ACLED",
  has: ["eventidcnty", "eventdate", "eventtype", "location", "latitude", "longitude"],
  kind: "events",
  columns: {
    eventidcnty: "id",
    eventdate: "day",
    timeprecision: "day_precision",
    eventtype: "kind",
    subeventtype: "title",
    actor1: "actor",
    actor2: "other_actor",
    admin1: "governorate",
    admin2: "district",
    location: "place",
    geoprecision: "precision",
    source: "attribution",
    notes: "summary",
    fatalities: "fatalities",
  },
  tidy(word, text) {
    if (word === "precision") return PLACE[text] ?? "";
    return word === "day_precision" ? (DAY[text] ?? "") : text;
  },
};
