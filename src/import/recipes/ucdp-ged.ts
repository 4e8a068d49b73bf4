import type { Recipe } from "../meaning/recipe.ts";

/** Kilometres within which the place lies, by the code of its precision: exact, near, district, province and wider. */
const KM: Readonly<Record<string, string>> = {
  "1": "1",
  "2": "25",
  "3": "50",
  "4": "100",
  "5": "100",
  "6": "500",
  "7": "500",
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
    sourceoffice: "attribution",
    sourceheadline: "summary",
    best: "fatalities",
  },
  tidy(word, text) {
    if (word === "precision") return KM[text] ?? "";
    return word === "kind" ? (VIOLENCE[text] ?? text) : text;
  },
};
