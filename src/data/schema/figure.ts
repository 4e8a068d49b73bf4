import * as v from "valibot";
import { FIGURE_MEASURES, FIGURE_QUALIFIERS } from "../../core/records.ts";
import { STATEMENT } from "./statement.ts";
import { choice, idList, number, optional, optionalText, text } from "./values.ts";

const COUNTABLE = { min: 0, max: 1e12 };

/** A row of the table of figures. */
export const FIGURE = v.object({
  measure: choice(FIGURE_MEASURES, "What is counted"),
  value: number(COUNTABLE, "The number, without separators"),
  value_high: optional(number(COUNTABLE, "The upper end, if the document gives a range")),
  unit: text("persons, km, km2, percent …"),
  qualifier: choice(FIGURE_QUALIFIERS, "How the document qualifies the number"),
  concerns: optionalText("Whom or what it counts: the id of a side, civilians …"),
  settlement: optionalText("Id of a settlement, if it is about one"),
  ...STATEMENT,
  contradicts: idList("Ids of the figures that say otherwise, parted by |, semicolons or blanks"),
});
