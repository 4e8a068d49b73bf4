import * as v from "valibot";
import { id, means, optional, optionalText, text } from "./values.ts";

/** A document. Only web addresses: the dashboard makes links of them, and "javascript:" is an address too. */
export const SOURCE = v.object({
  id: id("Unique in this file"),
  title: text("As printed"),
  publisher: optionalText("Who published it"),
  date: optionalText("Any text"),
  leaning: optionalText("Whom it is close to"),
  url: optional(
    v.pipe(
      v.string(),
      v.regex(/^\s*[hH][tT][tT][pP][sS]?:\/\/\S/),
      means({
        description: "Where it can be read",
        expected: "an address that begins with https:// or http://",
      }),
      v.trim(),
      v.check((url) => URL.canParse(url)),
    ),
    "",
  ),
  note: optionalText("Anything else"),
});
