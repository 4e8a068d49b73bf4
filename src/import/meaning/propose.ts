import { recogniseRecipe } from "../recipes/recipes.ts";
import type { Sheet } from "../sheet.ts";
import { type AnswerBook, guess, openAnswers, told } from "./answers.ts";
import { listQuestions } from "./ask.ts";
import { guessColumns } from "./guess-columns.ts";
import { guessDays } from "./guess-days.ts";
import { guessKind } from "./guess-kind.ts";
import { type FoundSides, guessSides, type Understood } from "./guess-sides.ts";
import { groupSheets, type SheetGroup } from "./keys.ts";
import type { Answers, Guess, Meaning, SheetKind, SheetMeaning } from "./meaning.ts";
import { cellText, type Profile, profileGroup } from "./profile.ts";
import { guessLanguage } from "./scripts.ts";

/**
 * What sheets mean, by their columns, values and shapes, and by what a person has said of them. Whoever corrects something proposes
 * anew with the answer added: all that follows from it changes with it. Answers that fit nothing are listed in `unused`.
 */
export function proposeMeaning(sheets: readonly Sheet[], answers: Answers = {}): Meaning {
  const book = openAnswers(answers);
  const understood = groupSheets(sheets).map((group) => ({ group, meaning: understand(group, book) }));
  const found = guessSides(understood, book);
  const rest = guessRest(understood, found, book);
  const { sides, values } = withRest(found, rest);
  return {
    title: guessTitle(understood, book),
    language: guessNames(understood, book),
    sheets: understood.map(({ meaning }) => meaning),
    sides,
    values,
    rest,
    questions: listQuestions(understood, { sides, values }, rest),
    unused: book.listUnused(),
  };
}

function understand(group: SheetGroup, book: AnswerBook): SheetMeaning {
  const profile = profileGroup(group);
  const fitting = recogniseRecipe(profile);
  const kind = guessKind(profile, fitting, book);
  // A recipe tells of one kind alone: told otherwise, a table is read as any other.
  const recipe = fitting?.kind === kind.value ? fitting : undefined;
  const columns = guessColumns(profile, kind.value, recipe, book);
  const side = guessSheetSide(profile, kind.value, columns, book);
  return {
    key: group.key,
    files: [...new Set(group.sheets.map(({ file }) => file))],
    format: group.sheets[0]?.format ?? "csv",
    rows: profile.rows,
    kind,
    ...(recipe && { recipe: recipe.name }),
    columns,
    days: guessDays(profile, { kind: kind.value, columns, recipe, book }),
    ...(side && { side }),
  };
}

/** Whose ground it is where no column tells: what the file is called, until a person says it. */
function guessSheetSide(
  { group, columns: profiles }: Profile,
  kind: SheetKind,
  columns: SheetMeaning["columns"],
  book: AnswerBook,
): Guess<string> | undefined {
  if (kind !== "areas" && kind !== "held-places") return undefined;
  const said = book.findFor(group, "sheet_side");
  if (said !== undefined && said !== "") return told(said);
  const names = columns.filter(({ word }) => word.value === "side" || word.value === "side_by_day");
  const isTold = names.some(
    ({ column, word }) =>
      word.value === "side_by_day" ||
      profiles.some(({ name, sample }) => name === column && sample.length > 0),
  );
  return isTold ? undefined : guess(nameOf(group.key), "asked", "file-name", group.key);
}

/** A name of a file or sheet for people: without digits, endings and signs. */
function nameOf(key: string): string {
  const [path = "", sheet = ""] = key.split("#");
  const file = path.slice(path.lastIndexOf("/") + 1).replace(/(?:\.[a-z]+)+$/i, "");
  const plain = (sheet === "" || ["points", "lines", "areas"].includes(sheet) ? file : sheet)
    .replaceAll(/[*_]+/g, " ")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/^[\s.-]+|[\s.-]+$/g, "");
  return plain === "" ? "Areas" : plain;
}

/** Where the areas are of one side alone, nobody can know who holds all else. */
function guessRest(
  sheets: readonly Understood[],
  { values, sides }: FoundSides,
  book: AnswerBook,
): Guess<string | undefined> {
  const said = book.find("rest");
  if (said !== undefined) return told(said === "" ? undefined : said);
  const areas = sheets.filter(({ meaning }) => meaning.kind.value === "areas");
  const drawn = new Set(
    guessSides(areas, openAnswers({})).values.flatMap(({ value }) => {
      const side = values.find((each) => each.value === value)?.side.value;
      return side !== undefined && sides.some(({ id }) => id === side) ? [side] : [];
    }),
  );
  return drawn.size === 1 ? guess(undefined, "asked", "nothing") : guess(undefined, "likely", "columns");
}

/** The sides with the one that is said to hold the rest, which may be none of those of the data. */
function withRest(found: FoundSides, { value }: Guess<string | undefined>): FoundSides {
  if (value === undefined || found.sides.some(({ id }) => id === value)) return found;
  return { ...found, sides: [...found.sides, { id: value, name: { [guessLanguage([value])]: value } }] };
}

function guessTitle(sheets: readonly Understood[], book: AnswerBook): Guess<string> {
  const said = book.find("title");
  if (said !== undefined && said !== "") return told(said);
  const used = sheets.filter(({ meaning }) => meaning.kind.value !== "ignored");
  const [first = ""] = (used.length > 0 ? used : sheets).map(({ meaning }) => meaning.key);
  const title = nameOf(first.includes("/") ? first.slice(0, first.indexOf("/")) : first);
  return guess(title, "likely", "file-name", first);
}

function guessNames(sheets: readonly Understood[], book: AnswerBook): Guess<string> {
  const said = book.find("language");
  if (said !== undefined && said !== "") return told(said);
  const texts = sheets.flatMap(({ group, meaning }) => {
    const name = meaning.columns.find(({ word }) => word.value === "place")?.column;
    const [sheet] = group.sheets;
    if (name === undefined || !sheet) return [];
    const at = sheet.columns.indexOf(name);
    return sheet.rows.slice(0, 200).map(({ cells }) => cellText(cells[at]));
  });
  const language = guessLanguage(texts);
  return texts.length === 0
    ? guess(language, "likely", "usual")
    : guess(language, "likely", "values", texts[0]);
}
