import * as v from "valibot";
import { CLAIM_ACTIONS, CLAIM_EXTENTS } from "../../core/records.ts";
import { STATEMENT } from "./statement.ts";
import { choice, optional, optionalText, text } from "./values.ts";

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
