import * as v from "valibot";
import {
  CLAIM_ACTIONS,
  CLAIM_CERTAINTIES,
  CLAIM_EXTENTS,
  DAY_BASES,
  EVENT_KINDS,
  FIGURE_MEASURES,
  FIGURE_QUALIFIERS,
  PLACE_PRECISIONS,
} from "../../core/records.ts";
import { choice, day, id, idList, number, optional, optionalText, text, wholeNumber } from "./values.ts";

/** In place of the line, and of the character in it, where the record does not tell them. */
const NOT_TOLD = 0;

/**
 * The columns that claims, events and figures share. What a table leaves out is filled as far as the rest of the row tells it:
 * see `records/statement.ts`.
 */
export const STATEMENT = {
  id: optional(
    id(
      "Unique in this file; never changed, because links and other records use it. Without it, row-2 and so on",
    ),
  ),
  day: optional(day("The day, where it is known: in place of the two that follow")),
  first_day: optional(day("The first day on which it can have happened; without it, the last")),
  last_day: optional(day("The last day on which it can have happened, included; without it, the first")),
  day_basis: optional(
    choice(
      DAY_BASES,
      "How the sentence says the day: stated outright, a window, by a day, or not, so that the neighbouring sentence tells it; without it, stated or a window",
    ),
  ),
  attribution: optionalText("Who says so, as the document has it; without it, the document itself"),
  certainty: optional(
    choice(
      CLAIM_CERTAINTIES,
      "Stated as a fact, reported as somebody's word, or disputed: contradicted, and the weaker of the two; without it, reported where there is an attribution and stated where there is none",
    ),
  ),
  source: optionalText("Id of the document, or its address or name where no file lists the documents"),
  paragraph: optional(
    wholeNumber({ min: 1, max: Number.MAX_SAFE_INTEGER }, "Line of the document, from 1"),
    NOT_TOLD,
  ),
  offset: optional(
    wholeNumber({ min: 0, max: Number.MAX_SAFE_INTEGER }, "Character in that line, from 0"),
    NOT_TOLD,
  ),
  spelling: optionalText("The words as printed there"),
  summary: optionalText("What it says, in your own words"),
};

/** A row of the table of claims. */
export const CLAIM = v.object({
  settlement: text("Id of the settlement, or a name that only one has"),
  action: optional(choice(CLAIM_ACTIONS, "What happened there"), "captured"),
  extent: optional(choice(CLAIM_EXTENTS, "How much of the place; empty where the question makes no sense")),
  side: optionalText("Id of the side that did it; may be empty only if the action is contested"),
  actor: optionalText("The force, by the name the document gives it"),
  ...STATEMENT,
  contradicts: optionalText("Id of the claim it contradicts"),
  ground: optionalText("The ground of which the document says it, where it does not name the settlement"),
});

/** How closely a day is known, where one day stands for all of them. */
export const DAY_PRECISIONS = ["day", "week", "month", "year"] as const;
export type DayPrecision = (typeof DAY_PRECISIONS)[number];

const COUNTABLE = { min: 0, max: 1e12 };
/** Half the way around the globe. */
const FURTHEST_KM = 20_000;

/** A row of the table of events. */
export const EVENT = v.object({
  kind: optional(choice(EVENT_KINDS, "What kind of event"), "other"),
  settlement: optionalText(
    "Id of the settlement where it happened, or a name that only one has, if there is one",
  ),
  title: optionalText("A few words for a list; without it, the summary"),
  ...STATEMENT,
  day_precision: optional(
    choice(
      DAY_PRECISIONS,
      "What the one day stands for: itself, as without it, the week around it, its month or its year",
    ),
  ),
  lng: optional(
    number({ min: -360, max: 360 }, "Longitude of where it happened, in degrees, WGS 84, if that is known"),
  ),
  lat: optional(number({ min: -90, max: 90 }, "Latitude of it")),
  precision_km: optional(
    number({ min: 0, max: FURTHEST_KM }, "It happened within this many kilometres of there"),
  ),
  precision: optional(
    choice(PLACE_PRECISIONS, "How closely the place is known, by what is named; without it, by precision_km"),
  ),
  actors: optionalText("Who took part, by name, parted by | or semicolons"),
  fatalities: optional(wholeNumber(COUNTABLE, "How many died, by the best estimate")),
  fatalities_low: optional(wholeNumber(COUNTABLE, "How many died at least")),
  fatalities_high: optional(wholeNumber(COUNTABLE, "How many died at most")),
  contradicts: idList("Ids of the events that say otherwise, parted by |, semicolons or blanks"),
});

/** A row of the table of figures. */
export const FIGURE = v.object({
  measure: optional(choice(FIGURE_MEASURES, "What is counted"), "other"),
  value: number(COUNTABLE, "The number, without separators"),
  value_high: optional(number(COUNTABLE, "The upper end, if the document gives a range")),
  unit: optionalText("persons, km, km2, percent …"),
  qualifier: optional(choice(FIGURE_QUALIFIERS, "How the document qualifies the number"), "exactly"),
  concerns: optionalText("Whom or what it counts: the id of a side, civilians …"),
  settlement: optionalText("Id of a settlement, or a name that only one has, if it is about one"),
  ...STATEMENT,
  contradicts: idList("Ids of the figures that say otherwise, parted by |, semicolons or blanks"),
});
