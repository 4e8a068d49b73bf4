import * as v from "valibot";
import { id, text } from "./values.ts";

/** The properties of a highway or a region. */
export const NAMED_SHAPE = v.object({
  id: id("Unique in this file"),
  name: text("The chief name; further ones stand in name:uk, name_ru and the like, by code of language"),
});
