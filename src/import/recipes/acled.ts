import type { Recipe } from "../meaning/recipe.ts";

/** Kilometres within which the place lies, by the code of its precision: the place itself, near it, its region. */
const KM: Readonly<Record<string, string>> = { "1": "1", "2": "10", "3": "50" };

/** Events of the Armed Conflict Location & Event Data project, as its export tool and its API write them. */
export const ACLED: Recipe = {
  name: "ACLED",
  has: ["eventidcnty", "eventdate", "eventtype", "location", "latitude", "longitude"],
  kind: "events",
  columns: {
    eventidcnty: "id",
    eventdate: "day",
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
  tidy: (word, text) => (word === "precision" ? (KM[text] ?? "") : text),
};
