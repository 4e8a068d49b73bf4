import * as v from "valibot";
import { SIDE_COLOURS } from "../../core/records.ts";
import { FORMAT } from "./format.ts";
import { CORRIDOR } from "./corridor.ts";
import { FILES } from "./files.ts";
import { IMPORTS } from "./imports.ts";
import { DAY_ORDERS } from "./read-day.ts";
import {
  bounds,
  choice,
  languageCode,
  names,
  day,
  flag,
  id,
  means,
  optional,
  optionalText,
  texts,
} from "./values.ts";

const SIDE_COLOUR_NAMES = Object.keys(SIDE_COLOURS);
const COLOUR = new RegExp(String.raw`^\s*(${SIDE_COLOUR_NAMES.join("|")}|#[0-9A-Fa-f]{6})\s*$`);

/** A colour by name or by number; a number comes out in small letters. */
function colour(description: string) {
  return v.pipe(
    v.string(),
    v.regex(COLOUR),
    means({
      description,
      expected: `one of ${SIDE_COLOUR_NAMES.join(", ")} or a colour written #rrggbb`,
      code: "unknown-value",
    }),
    v.transform((text) => text.trim().toLowerCase()),
  );
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== "";
  } catch {
    return false;
  }
}

/** A party to the conflict. */
export const SIDE = v.object({
  id: id("Unique; other files name the side by it"),
  name: optional(names("Its name; without one, its id")),
  short_name: optional(names("Short form for tables; without one, its name")),
  colour: optional(colour("What it is drawn in; without one, the next unused colour")),
  holds_ground: optional(flag("False for a side that strikes but holds no ground here"), true),
  opponents: optional(
    texts("Ids of the sides it fights, the chief one first; without any, all others that hold ground"),
  ),
});

/** The members of `dataset.json` that are read each by itself: what is wrong with one is replaced. */
export const DECLARATION_HEAD = v.object({
  title: names("The name of the story"),
  description: optional(names("What the data set tells"), {}),
  first_day: optional(day("The first day of the story; without one, the first of the control files")),
  last_day: optional(day("The last day, included; without one, the last of the control files")),
  default_day: optional(day("The day shown at first; without one, the first")),
  bounds: optional(
    bounds("West, south, east, north of the theatre; without them, of all areas and settlements"),
  ),
  view: optional(bounds("The same for what the map shows at first; without them, those of the theatre")),
  default_side: optional(id("Id of the side that holds what lies in the theatre outside all areas")),
  theatre: optional(
    v.pipe(
      v.union([v.literal("none"), v.array(v.string())]),
      means({
        description:
          "Countries, by English name or two letters, beyond which no edge of an area is a front line, or none; without it, those on which the areas lie",
        expected: "none, or a list of countries by English name or two letters",
      }),
    ),
  ),
  gazetteer: optional(
    choice(
      ["none"],
      "none where a data set without settlements is to have no places, instead of those of the base map that lie in its areas",
    ),
  ),
  name_language: optional(
    languageCode("The language of the names of places that stand in name; without it, en"),
  ),
  day_order: optional(
    choice(DAY_ORDERS, "Which of the first two numbers is the month where days are written like 1/2/2020"),
  ),
  encoding: optional(
    v.pipe(
      v.string(),
      means({
        description:
          "How files that are no UTF-8 are encoded, such as windows-1256; without it, they are refused",
        expected: "the name of an encoding, such as windows-1256",
        code: "unknown-value",
      }),
      v.check(isEncoding),
    ),
  ),
  text_language: optional(
    languageCode(
      "The language in which claims, events, figures, posts and sources are written; without it, en",
    ),
  ),
  licence: optionalText("The licence of the data"),
  credits: optional(texts("Whom the data are owed to"), []),
  line_note: optional(names("How the lines came to be; shown with them"), {}),
  concerned: optional(
    v.pipe(
      v.record(v.string(), names("Its name")),
      means({
        description:
          "Names of those whom figures concern and who are no side, by the id that the figures use",
        expected: "an object of names by id",
      }),
    ),
    {},
  ),
  chief_region: optional(id("Id of the region that is reported where there is room for one only")),
});

/** All of `dataset.json`. */
export const DECLARATION = v.object({
  format: v.pipe(v.literal(FORMAT), means({ description: "The version of the format", expected: FORMAT })),
  ...DECLARATION_HEAD.entries,
  sides: v.pipe(
    v.array(SIDE),
    means({ description: "The parties to the conflict", expected: "a list of sides" }),
  ),
  files: optional(
    v.pipe(
      FILES,
      means({
        description:
          "Names of files inside the folder; settlements or control at least, unless there are imports",
        expected: "an object with names of files",
      }),
    ),
  ),
  imports: optional(
    v.pipe(
      IMPORTS,
      means({
        description: "What files mean that are read as they were found",
        expected: "an object with a list of sheets",
      }),
    ),
  ),
  corridors: optional(
    v.pipe(
      v.array(CORRIDOR),
      means({
        description: "Strips along highways that an agreement sets apart",
        expected: "a list of corridors",
      }),
    ),
    [],
  ),
});
