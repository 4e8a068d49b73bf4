import * as v from "valibot";
import { id, optionalText, text } from "./values.ts";

/** The properties of a highway or a region. */
export const NAMED_SHAPE = v.object({
  id: id("Unique in this file"),
  name: text("In Latin letters"),
  name_ar: optionalText("In Arabic letters"),
});
