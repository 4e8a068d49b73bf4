import type { Recipe } from "../meaning/recipe.ts";

/** Control of populated places by day, one row each, of Violent Incident Information from News Articles. */
export const VIINA_DAILY: Recipe = {
  name: "VIINA, control by day",
  has: ["geonameid", "date", "status"],
  kind: "held-places",
  columns: {
    geonameid: "place_id",
    asciiname: "place",
    name: "place",
    alternatenames: "spellings",
    adm1name: "governorate",
    date: "day",
    status: "side",
  },
  sides: { contested: "contested" },
};

/** The older form: one row a place, a column for each hour of which control was told. */
export const VIINA_WIDE: Recipe = {
  name: "VIINA, control by place",
  has: ["geonameid", "longitude", "latitude"],
  fits: ({ columns }) => columns.some(({ name }) => /^ctr_\d{8}/.test(name)),
  kind: "held-places",
  columns: {
    geonameid: "place_id",
    asciiname: "place",
    alternatenames: "spellings",
    adm1name: "governorate",
  },
  sideByDay: "ctr_*",
  sides: { contested: "contested" },
};
