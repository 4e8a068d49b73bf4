import { guess, told, type AnswerBook } from "./answers.ts";
import { findDaysOfFiles } from "./file-days.ts";
import { findColumns, findSideByDay, type FoundColumns } from "./guess-columns.ts";
import { type Guess, SHEET_KINDS, type SheetKind } from "./meaning.ts";
import { COLUMN_WORDS } from "./meaning.ts";
import type { Profile } from "./profile.ts";
import type { Recipe } from "./recipe.ts";

/** What the rows of a sheet are: as a person said, as a recipe tells, else by shapes and columns. */
export function guessKind(profile: Profile, recipe: Recipe | undefined, book: AnswerBook): Guess<SheetKind> {
  const said = SHEET_KINDS.find((kind) => kind === book.findFor(profile.group, "kind"));
  if (said !== undefined) return told(said);
  if (recipe) return guess(recipe.kind, "likely", "recipe", recipe.name);
  switch (profile.family) {
    case "areas":
      return guessAreas(profile);
    case "lines":
      return guessLines(profile);
    default:
      return guessTable(profile);
  }
}

function guessAreas(profile: Profile): Guess<SheetKind> {
  const found = findColumns(profile, COLUMN_WORDS.areas);
  const isDated = hasDay(found) || findDaysOfFiles(profile.group.sheets) !== undefined;
  if (isDated || found.has("side")) return guess("areas", "likely", "shapes");
  const named = findColumns(profile, COLUMN_WORDS.regions);
  // Many areas with a name each are a map of districts, and not of sides.
  if (named.has("place") && profile.rows > 2)
    return guess("regions", "likely", "column-name", named.get("place")?.name);
  return guess("areas", "likely", "shapes");
}

const FRONT = /front|contact|\bloc\b|line of control|фронт|зіткнення|جبهة|تماس/iu;

function guessLines(profile: Profile): Guess<SheetKind> {
  const found = findColumns(profile, COLUMN_WORDS.lines);
  const { key } = profile.group;
  if (FRONT.test(key)) return guess("lines", "likely", "file-name", key);
  if (hasDay(found)) return guess("lines", "likely", "columns");
  const named = findColumns(profile, COLUMN_WORDS.highways);
  if (named.has("place")) return guess("highways", "likely", "column-name", named.get("place")?.name);
  return guess("lines", "likely", "shapes");
}

/** A table, with places of its own or without. */
function guessTable(profile: Profile): Guess<SheetKind> {
  const has = (kind: SheetKind) => findColumns(profile, COLUMN_WORDS[kind]);
  const places = has("settlements");
  const claims = has("claims");
  const isPlaced = profile.family === "points";
  if (places.has("place") || isPlaced) {
    const form = findSideByDay(profile);
    if (form !== undefined && !hasDay(claims)) return guess("held-places", "likely", "column-name", form);
  }
  const figures = has("figures");
  const isCount = figures.has("value") && (figures.has("measure") || figures.has("unit"));
  if (!isPlaced && isCount && hasDay(figures)) return guess("figures", "likely", "columns");
  if (claims.has("side") && (claims.has("place") || claims.has("place_id"))) {
    const tells = ["action", "summary", "source", "attribution"] as const;
    const doing = tells.find((word) => claims.has(word) && claims.get(word)?.sample.length !== 0);
    if (hasDay(claims) && doing !== undefined)
      return guess("claims", "likely", "column-name", claims.get(doing)?.name);
    return guess("held-places", "likely", "column-name", claims.get("side")?.name);
  }
  const events = has("events");
  const telling = (["kind", "title", "summary", "fatalities"] as const).find((word) => events.has(word));
  if (hasDay(events) && telling !== undefined)
    return guess("events", "likely", "column-name", events.get(telling)?.name);
  if (places.has("place") && isPlaced)
    return guess("settlements", "likely", "column-name", places.get("place")?.name);
  return guess("ignored", "asked", "nothing");
}

function hasDay(found: FoundColumns): boolean {
  return found.has("day") || found.has("first_day");
}
