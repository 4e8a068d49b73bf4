import type { Recipe } from "../meaning/recipe.ts";

/** Within how many kilometres of its position it happened, and what that is, by code. */
const PLACE: Readonly<Record<string, string>> = {
  "1": "1 settlement",
  "2": "25 vicinity",
  "3": "50 district",
  "4": "100 province",
  // A river, a road, or ground without a sharp edge.
  "5": "100",
  "6": "500 country",
  // At sea or in the air.
  "7": "500",
};
/** What the days of a row stand for where it tells one: some days, a week, a month, a year. */
const DAY: Readonly<Record<string, string>> = {
  "1": "day",
  "2": "week",
  "3": "week",
  "4": "month",
  "5": "year",
};
const VIOLENCE: Readonly<Record<string, string>> = {
  "1": "State-based violence",
  "2": "Non-state violence",
  "3": "One-sided violence",
};

/** The Georeferenced Event Dataset of the Uppsala Conflict Data Program. */
export const UCDP_GED: Recipe = {
  name: "UCDP GED",
  has: ["typeofviolence", "sidea", "sideb", "datestart", "dateend", "latitude", "longitude", "best"],
  kind: "events",
  columns: {
    id: "id",
    typeofviolence: "kind",
    sidea: "actor",
    sideb: "other_actor",
    wherecoordinates: "place",
    whereprec: "precision",
    adm1: "governorate",
    adm2: "district",
    datestart: "first_day",
    dateend: "last_day",
    dateprec: "day_precision",
    sourceoffice: "attribution",
    sourceheadline: "summary",
    best: "fatalities",
    low: "fatalities_low",
    high: "fatalities_high",
  },
  tidy(word, text) {
    if (word === "precision") return PLACE[text] ?? "";
    if (word === "day_precision") return DAY[text] ?? "";
    return word === "kind" ? (VIOLENCE[text] ?? text) : text;
  },
};
