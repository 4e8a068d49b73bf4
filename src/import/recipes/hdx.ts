import type { Recipe } from "../meaning/recipe.ts";

const CODES = [
  "adm4pcode",
  "admin4pcode",
  "admpcode4",
  "pplpcode",
  "ppcode",
  "settlementpcode",
  "villagepcode",
];

/** Lists of settlements with P-codes, as OCHA publishes them on the Humanitarian Data Exchange. */
export const HDX_SETTLEMENTS: Recipe = {
  name: "HDX, settlements with P-codes",
  has: [],
  fits: ({ family, columns }) =>
    (family === "points" || family === undefined) && columns.some(({ folded }) => CODES.includes(folded)),
  kind: "settlements",
  columns: {
    ...Object.fromEntries(CODES.map((code) => [code, "place_id" as const])),
    adm4en: "place",
    admin4nameen: "place",
    admin4name: "place",
    namen: "place",
    nameen: "place",
    pplnameen: "place",
    villagename: "place",
    settlementname: "place",
    adm4ar: "place:ar",
    admin4namear: "place:ar",
    pplnamear: "place:ar",
    namear: "place:ar",
    adm4ua: "place:uk",
    adm4uk: "place:uk",
    admin4nameua: "place:uk",
    adm4ru: "place:ru",
    adm4fr: "place:fr",
    admin4namefr: "place:fr",
    adm4altnm: "spellings",
    adm1en: "governorate",
    admin1nameen: "governorate",
    adm2en: "district",
    admin2nameen: "district",
    population: "population",
    poptotal: "population",
    pop: "population",
  },
};
