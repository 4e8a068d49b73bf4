import type { Recipe } from "../meaning/recipe.ts";

const COLOURS =
  /(?:red|green|lime|yellow|gold|blue|azure|black|gr[ae]y|orange|white|brown|purple|violet|pink|teal|cyan|turquoise|maroon|olive)/g;

/**
 * Marks of Wikipedia's detailed maps of wars, tables in the language Lua: who holds a place is the colour of its sign, and two
 * colours in one sign mean that it is contested. They tell of the day on which the page was read alone.
 */
export const LOCATION_MAP: Recipe = {
  name: "Wikipedia, detailed map module",
  has: ["lat", "long", "mark", "label"],
  kind: "held-places",
  columns: { label: "place", mark: "side", marks: "side", link: "note" },
  sides: { contested: "contested" },
  tidy(word, text) {
    if (word === "place") return stripMarkup(text);
    if (word !== "side") return text;
    const colours = new Set(
      text
        .toLowerCase()
        .match(COLOURS)
        ?.map((colour) => colour.replace("grey", "gray")),
    );
    const [only = ""] = colours;
    return colours.size > 1 ? "contested" : only;
  },
};

/** The words of a text in the markup of wikis: `[[A|B]]` is B. */
function stripMarkup(text: string): string {
  return text
    .replaceAll(/\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]/g, "$1")
    .replaceAll(/<[^<>]*>/g, " ")
    .replaceAll("&nbsp;", " ")
    .replaceAll(/'{2,}/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}
