import * as v from "valibot";
import { SETTLEMENT_KINDS } from "../../core/records.ts";
import { choice, flag, id, number, optional, optionalText, text, texts, wholeNumber } from "./values.ts";

const LEAST_IMPORTANT = 3;
/** What a gazetteer of villages is usually good for. */
const USUAL_PRECISION_KM = 1;

/** The properties of a settlement. Its id may be missing: it is then named after its place in the file. */
export const SETTLEMENT = v.object({
  id: optional(id("Unique in this file; never changed, because links and claims use it")),
  name: text("The chief name; further ones stand in name:uk, name_ru and the like, by code of language"),
  spellings: optional(texts("Other names and spellings in any script; people search by them"), []),
  kind: optional(choice(SETTLEMENT_KINDS, "What kind of place"), "village"),
  governorate: optionalText("Governorate, province or oblast"),
  district: optionalText("District"),
  importance: optional(
    wholeNumber(
      { min: 1, max: LEAST_IMPORTANT },
      "1: named on every map; 2: on a regional one; 3: when close. If none has it, population and spacing tell",
    ),
  ),
  population: optional(number({ min: 0, max: 1e9 }, "How many people live there; tells importance")),
  position_source: optionalText("Where the point is from"),
  position_ref: optionalText("Its record there"),
  precision_km: optional(
    number({ min: 0, max: 1000 }, "The true place lies within this many kilometres"),
    USUAL_PRECISION_KM,
  ),
  note: optionalText("Anything else"),
  context: optional(flag("True for a place that no document names, there for orientation only"), false),
});

/** A row of a table of settlements. */
export const SETTLEMENT_ROW = v.object({
  ...SETTLEMENT.entries,
  lng: number({ min: -360, max: 360 }, "Longitude in degrees, WGS 84; beyond 180 it is brought back"),
  lat: number({ min: -90, max: 90 }, "Latitude in degrees, WGS 84"),
});
