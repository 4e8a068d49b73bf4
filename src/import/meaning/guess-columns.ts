import { PLACE_PRECISIONS } from "../../core/records.ts";
import { findDays } from "../../data/control/find-days.ts";
import { DAY_PRECISIONS } from "../../data/schema/statements.ts";
import type { AnswerBook } from "./answers.ts";
import { guess, told } from "./answers.ts";
import { findNameLanguage, namesOf, OF_AREAS, VAGUE } from "./column-names.ts";
import { COLUMN_WORDS, type ColumnMeaning, type ColumnWord, type Guess, type SheetKind } from "./meaning.ts";
import {
  cellText,
  type ColumnProfile,
  hasDays,
  hasFewValues,
  hasNumbers,
  hasWords,
  type Profile,
} from "./profile.ts";
import type { Recipe } from "./recipe.ts";

/** The columns that stand for our words, as far as names and values tell; a column for each word, a word for each column. */
export type FoundColumns = ReadonlyMap<ColumnWord, ColumnProfile>;

/** "Polygon", "Union Polygon_0", "Untitled layer": names of nothing. */
const DRAWN =
  /^(?:union |untitled |new )?(?:line|polygon|point|path|shape|area|layer|folder|document|feature|placemark|multigeometry)s?[ _-]*\d*$/i;

const FITS: Readonly<Record<string, (column: ColumnProfile) => boolean>> = {
  day: hasDays,
  first_day: hasDays,
  last_day: (column) => column.sample.length === 0 || hasDays(column),
  value: hasNumbers,
  value_high: hasNumbers,
  population: hasNumbers,
  fatalities: hasNumbers,
  fatalities_low: hasNumbers,
  fatalities_high: hasNumbers,
  precision: (column) => hasNumbers(column) || isOf(column, PLACE_PRECISIONS),
  day_precision: (column) => isOf(column, DAY_PRECISIONS),
  importance: hasNumbers,
  // What is called by its day is no side, as areas of a map that somebody draws day by day.
  // Nor is what programs call whatever is drawn with them.
  side: (column) =>
    hasFewValues(column) &&
    !column.sample.some((cell) => findDays(cellText(cell)).length > 0) &&
    !column.sample.every((cell) => DRAWN.test(cellText(cell))),
  kind: (column) => hasFewValues(column) && hasWords(column),
  action: (column) => hasFewValues(column) && hasWords(column),
  place: hasWords,
  title: hasWords,
  summary: hasWords,
  measure: hasWords,
  place_id: isUnique,
  id: isUnique,
};

/** Whether all that stands there are these words. */
function isOf({ sample }: ColumnProfile, words: readonly string[]): boolean {
  return sample.every((cell) => words.includes(cellText(cell).toLowerCase()));
}

function isUnique({ sample }: ColumnProfile): boolean {
  return new Set(sample.map(cellText)).size === sample.length;
}

/** The order in which words look for their columns: those that others could mistake come last. */
const ORDER = [
  "day",
  "first_day",
  "last_day",
  "place",
  "side",
  "action",
  "value",
  "measure",
  "kind",
  "fatalities",
  "summary",
  "title",
  "source",
  "attribution",
] as const;

export function findColumns(profile: Profile, words: readonly string[]): FoundColumns {
  const found = new Map<ColumnWord, ColumnProfile>();
  const taken = new Set<ColumnProfile>();
  const sorted = words.toSorted((one, other) => rank(one) - rank(other));
  for (const isVague of [false, true])
    for (const word of sorted) {
      // Beside a first or a last day, a column "date" is something else.
      const isKnown =
        found.has(word as ColumnWord) ||
        (word === "day" && (found.has("first_day") || found.has("last_day")));
      if (isKnown || word === "side_by_day") continue;
      const isOfTable = word === "side" && words.includes("place");
      const column = namesOf(word)
        .filter((name) => VAGUE.has(name) === isVague && !(isOfTable && OF_AREAS.has(name)))
        .flatMap((name) => profile.columns.filter(({ folded }) => folded === name))
        .find((each) => !taken.has(each) && fits(word, each) && findNameLanguage(each.name) === undefined);
      if (!column) continue;
      found.set(word as ColumnWord, column);
      taken.add(column);
    }
  preferStyle(profile, words, found);
  findNames(profile, words, found, taken);
  return found;
}

/** So many styles of one map may be sides. */
const MOST_STYLES = 8;

/** A map whose areas all lie in one folder, or in none with a name, and are drawn in several styles, tells by these whose they are. */
function preferStyle(
  { family, find, rows }: Profile,
  words: readonly string[],
  found: Map<ColumnWord, ColumnProfile>,
): void {
  const [side, style] = [found.get("side"), find("style")];
  if (family !== "areas" || rows < 2 || !style || !words.includes("side")) return;
  const count = (column: ColumnProfile) => new Set(column.sample.map(cellText)).size;
  if (side && (side.folded !== "folder" || count(side) > 1)) return;
  // Areas that somebody gave names are districts or the like.
  const isNamed = find("name")?.sample.some((cell) => !DRAWN.test(cellText(cell))) ?? false;
  if (!side && isNamed) return;
  const isOfAll = !side || style.sample.length >= side.sample.length;
  if (isOfAll && count(style) > 1 && count(style) <= MOST_STYLES) found.set("side", style);
}

function rank(word: string): number {
  const at = ORDER.findIndex((each) => each === word);
  return at < 0 ? ORDER.length : at;
}

function fits(word: string, column: ColumnProfile): boolean {
  if (column.sample.length === 0 && word !== "last_day") return false;
  return FITS[word]?.(column) ?? true;
}

/** Columns with names of places in several languages. */
function findNames(
  profile: Profile,
  words: readonly string[],
  found: Map<ColumnWord, ColumnProfile>,
  taken: Set<ColumnProfile>,
): void {
  if (!words.includes("place")) return;
  for (const column of profile.columns) {
    const language = findNameLanguage(column.name);
    if (language === undefined || taken.has(column) || !hasWords(column)) continue;
    const word = found.has("place") || language !== "en" ? (`place:${language}` as const) : "place";
    if (found.has(word)) continue;
    found.set(word, column);
    taken.add(column);
  }
  // Names in one foreign language alone are the names.
  const [only] = [...found].filter(([word]) => word.startsWith("place:"));
  if (found.has("place") || !only) return;
  found.delete(only[0]);
  found.set("place", only[1]);
}

/** A column of a day in its name, by which one tells who held a place then: `ctr_20220301`, `2022-03-01`. */
export function findSideByDay({ columns }: Profile): string | undefined {
  const forms = new Map<string, number>();
  for (const { name } of columns) {
    if (!/(?<!\d)(?:19|20)\d\d[-_./]?[01]\d[-_./]?[0-3]\d/.test(name)) continue;
    const form = starColumn(name);
    forms.set(form, (forms.get(form) ?? 0) + 1);
  }
  const [best] = [...forms].toSorted((one, other) => other[1] - one[1]);
  return best && best[1] >= 2 ? best[0] : undefined;
}

/** The form of a name with a day in it: `*` for all its digits, and the signs between them. */
export function starColumn(name: string): string {
  return name.replaceAll(/\d+(?:[-_./: ]+\d+)*/g, "*");
}

/** What every column is, in the order of the sheet; the columns of `side_by_day` as one. */
export function guessColumns(
  profile: Profile,
  kind: SheetKind,
  recipe: Recipe | undefined,
  book: AnswerBook,
): readonly ColumnMeaning[] {
  const words: readonly string[] = COLUMN_WORDS[kind];
  const found = recipe ? findByRecipe(profile, recipe, words) : findColumns(profile, words);
  const byColumn = new Map([...found].map(([word, { name }]) => [name, word] as const));
  const form = !words.includes("side_by_day")
    ? undefined
    : (recipe?.sideByDay ?? (recipe || found.has("side") ? undefined : findSideByDay(profile)));
  const saidWords = new Set<string>();
  const said = new Map<string, string>();
  const chosen = new Map(
    words.flatMap((word) => {
      const column = book.findFor(profile.group, "word", word);
      return column === undefined ? [] : [[column, word] as const];
    }),
  );
  for (const { name } of profile.columns) {
    const answer = toWord(book.findFor(profile.group, "column", name) ?? chosen.get(name), kind);
    if (answer === undefined) continue;
    said.set(name, answer);
    if (answer !== "") saidWords.add(answer);
  }
  const columns: ColumnMeaning[] = [];
  let hasForm = false;
  for (const { name, sample } of profile.columns) {
    const answer = said.get(name);
    if (answer === undefined && form !== undefined && starColumn(name) === form) {
      if (!hasForm) columns.push({ column: form, word: guess("side_by_day", "likely", "column-name", name) });
      hasForm = true;
      continue;
    }
    columns.push({ column: name, word: tellWord(answer) ?? guessWord(name, sample.map(cellText)) });
  }
  return columns;

  function guessWord(name: string, values: readonly string[]): Guess<ColumnWord | undefined> {
    const word = byColumn.get(name);
    if (word === undefined || saidWords.has(word)) return guess(undefined, "likely", "column-name", name);
    if (recipe) return guess(word, "likely", "recipe", recipe.name);
    const isDay = ["day", "first_day", "last_day"].includes(word);
    return isDay && values[0] !== undefined
      ? guess(word, "likely", "values", values[0])
      : guess(word, "likely", "column-name", name);
  }
}

function tellWord(answer: string | undefined): Guess<ColumnWord | undefined> | undefined {
  if (answer === undefined) return undefined;
  return told(answer === "" ? undefined : (answer as ColumnWord));
}

/** What a person calls a word: also as a data set does. `undefined` if the kind of sheet has no such word. */
function toWord(answer: string | undefined, kind: SheetKind): string | undefined {
  if (answer === undefined || answer === "") return answer;
  const own = answer
    .replace(/^(?:name|settlement)(?=$|:)/, "place")
    .replace(/^from$/, "first_day")
    .replace(/^(?:to|until)$/, "last_day");
  const words: readonly string[] = COLUMN_WORDS[kind];
  const isName = words.includes("place") && /^place:[a-z]{2,3}(?:-[\w-]+)?$/.test(own);
  return words.includes(own) || isName ? own : undefined;
}

function findByRecipe(profile: Profile, recipe: Recipe, words: readonly string[]): FoundColumns {
  const found = new Map<ColumnWord, ColumnProfile>();
  for (const [folded, word] of Object.entries(recipe.columns)) {
    const column = profile.find(folded);
    const isName = word.startsWith("place:") && words.includes("place");
    if (column && !found.has(word) && (isName || words.includes(word))) found.set(word, column);
  }
  return found;
}
