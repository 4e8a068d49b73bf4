import * as v from "valibot";
import { WEB_ADDRESS } from "../web-address.ts";
import { id, means, optional, optionalText, text } from "./values.ts";

/** A document. Only web addresses: the dashboard makes links of them. */
export const SOURCE = v.object({
  id: id("Unique in this file"),
  title: text("As printed"),
  publisher: optionalText("Who published it"),
  date: optionalText("Any text"),
  leaning: optionalText("Whom it is close to"),
  url: optional(
    v.pipe(
      v.string(),
      v.regex(WEB_ADDRESS),
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
