import * as v from "valibot";
import { EVENT_KINDS } from "../../core/records.ts";
import { STATEMENT } from "./statement.ts";
import { choice, idList, optionalText, text } from "./values.ts";

/** A row of the table of events. */
export const EVENT = v.object({
  kind: choice(EVENT_KINDS, "What kind of event"),
  settlement: optionalText("Id of the settlement where it happened, if there is one"),
  title: text("A few words for a list"),
  ...STATEMENT,
  contradicts: idList("Ids of the events that say otherwise, parted by |, semicolons or blanks"),
});
