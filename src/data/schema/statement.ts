import { CLAIM_CERTAINTIES, DAY_BASES } from "../../core/records.ts";
import { choice, day, id, optionalText, text, wholeNumber } from "./values.ts";

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
