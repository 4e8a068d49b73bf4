import * as v from "valibot";
import {
  CLAIM_ACTIONS,
  CLAIM_CERTAINTIES,
  CLAIM_EXTENTS,
  DAY_BASES,
  EVENT_KINDS,
  FIGURE_MEASURES,
  FIGURE_QUALIFIERS,
} from "../../core/records.ts";
import { choice, day, id, idList, number, optional, optionalText, text, wholeNumber } from "./values.ts";

/** The columns that claims, events and figures share. */
export const STATEMENT = {
  id: id("Unique in this file; never changed, because links and other records use it"),
  first_day: day("The first day on which it can have happened"),
  last_day: day("The last day on which it can have happened, included; the first again if the day is known"),
  day_basis: choice(
    DAY_BASES,
    "How the sentence says the day: stated outright, a window, by a day, or not, so that the neighbouring sentence tells it",
  ),
  attribution: text("Who says so, as the document has it"),
  certainty: choice(
    CLAIM_CERTAINTIES,
    "Stated as a fact, reported as somebody's word, or disputed: contradicted, and the weaker of the two",
  ),
  source: text("Id of the document"),
  paragraph: wholeNumber({ min: 1, max: Number.MAX_SAFE_INTEGER }, "Line of the document, from 1"),
  offset: wholeNumber({ min: 0, max: Number.MAX_SAFE_INTEGER }, "Character in that line, from 0"),
  spelling: optionalText("The words as printed there"),
  summary: text("What it says, in your own words"),
};

/** A row of the table of claims. */
export const CLAIM = v.object({
  settlement: text("Id of the settlement"),
  action: choice(CLAIM_ACTIONS, "What happened there"),
  extent: optional(choice(CLAIM_EXTENTS, "How much of the place; empty where the question makes no sense")),
  side: optionalText("Id of the side that did it; may be empty only if the action is contested"),
  actor: optionalText("The force, by the name the document gives it"),
  ...STATEMENT,
  contradicts: optionalText("Id of the claim it contradicts"),
  ground: optionalText("The ground of which the document says it, where it does not name the settlement"),
});

/** The columns that a table of claims must have. */
export const CLAIM_COLUMNS = Object.keys(CLAIM.entries).filter((column) => column !== "ground");

/** A row of the table of events. */
export const EVENT = v.object({
  kind: choice(EVENT_KINDS, "What kind of event"),
  settlement: optionalText("Id of the settlement where it happened, if there is one"),
  title: text("A few words for a list"),
  ...STATEMENT,
  contradicts: idList("Ids of the events that say otherwise, parted by |, semicolons or blanks"),
});

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
