import { ID } from "../../data/patterns.ts";
import { findRecipe } from "../recipes/recipes.ts";
import { type AnswerBook, guess, told } from "./answers.ts";
import { starColumn } from "./guess-columns.ts";
import type { SheetGroup } from "./keys.ts";
import { CONTESTED, type Guess, type SheetMeaning, type SideMeaning, type ValueMeaning } from "./meaning.ts";
import { cellText } from "./profile.ts";
import { guessLanguage } from "./scripts.ts";

/** Sheets of one form with what they mean. */
export interface Understood {
  readonly group: SheetGroup;
  readonly meaning: SheetMeaning;
}

/** The values of all columns of sides, and the sides they stand for. */
export interface FoundSides {
  readonly sides: readonly SideMeaning[];
  readonly values: readonly ValueMeaning[];
}

export function guessSides(sheets: readonly Understood[], book: AnswerBook): FoundSides {
  const counts = countValues(sheets);
  const recipes = new Set(sheets.map(({ meaning }) => meaning.recipe));
  const known = Object.assign({}, ...[...recipes].map((name) => findRecipe(name)?.sides ?? {}));
  const sorted = [...counts].toSorted(
    ([one, count], [other, rows]) => rows - count || (one < other ? -1 : 1),
  );
  const drafts = new Map<string, { readonly name: string; readonly colour: string | undefined }>();
  const add = (name: string) => {
    const id = nameSide(name, drafts);
    if (!drafts.has(id)) drafts.set(id, { name, colour: COLOURS[name.toLowerCase()] });
    return id;
  };
  const guesses = sorted.map(([value]) => ({ value, said: book.find(`side.${value}`) }));
  // What is declared by nobody comes first: an answer may name one of these.
  const own = guesses.map(({ value, said }, index) =>
    said === undefined ? guessValue(value, known, index < MOST_SIDES ? add : undefined) : undefined,
  );
  const values = guesses.map(({ value, said }, index): ValueMeaning => {
    const side = own[index] ?? told(tellSide(said ?? "", drafts, add));
    return { value, rows: counts.get(value) ?? 0, side };
  });
  const names = new Map(book.list("side_name"));
  const colours = new Map(book.list("side_colour"));
  const sides = [...drafts].map(([id, { name, colour }]): SideMeaning => {
    const text = names.get(id) ?? name;
    const drawn = colours.get(id) ?? colour;
    return { id, name: { [guessLanguage([text])]: text }, ...(drawn !== undefined && { colour: drawn }) };
  });
  return { sides, values };
}

/** More are no sides, but something else of which each row has its own. */
const MOST_SIDES = 24;

/** Where a side is named by its colour. */
const COLOURS: Readonly<Record<string, string>> = {
  red: "vermilion",
  green: "green",
  lime: "#7db500",
  yellow: "ochre",
  gold: "ochre",
  blue: "azure",
  azure: "azure",
  black: "#303338",
  gray: "slate",
  white: "#b9b4a8",
  orange: "#d9822b",
  brown: "umber",
  purple: "violet",
  violet: "violet",
  pink: "#c76a9a",
  maroon: "claret",
};

const NOBODY =
  /^(?:unknown|undetermined|unclear|unspecified|none|n\/?a|nan|null|nobody|no data|not applicable|other|-+|\?+|inconnue?|aucune?|غير معروف|مجهول|لا يوجد|невідомо|невідомий|немає|неизвестно|нет)$/iu;
const BOTH =
  /^(?:contested|disputed|mixed|both|gr[ae]y(?: |-|_)?(?:zone|area)?|clashes|fighting|battle|contesté|disputé|zone grise|متنازع(?: عليها?)?|منطقة اشتباك|اشتباكات|сіра зона|спірна|спорная|серая зона)$/iu;
/** What happened to ground, or what it is, and not whose it is. */
const STATUS =
  /^(?:(?:re)?(?:occupied|liberated|captured|controlled|claimed|held|taken|seized|lost|gained|advanced?|no ?changes?|unchanged|annexed|besieged|encircled|infiltrat\w*|dismissed(?:_at)?|territor\w*|de ?facto\w*|окупован\w*|звільнен\w*|оккупирован\w*|освобожден\w*|освобождён\w*|محتلة?|محررة?|occupée?|libérée?)\b.*|.*\b(?:claims?|advances?|gains?|loss(?:es)?|counteroffensives?|operations?))$/iu;

function guessValue(
  value: string,
  known: Readonly<Record<string, string>>,
  add: ((name: string) => string) | undefined,
): Guess<string | undefined> {
  const folded = value.toLowerCase();
  const stated = Object.hasOwn(known, folded) ? known[folded] : undefined;
  if (stated !== undefined)
    return guess(
      stated === "" ? undefined : stated === CONTESTED ? CONTESTED : add?.(stated),
      "likely",
      "recipe",
      value,
    );
  if (NOBODY.test(value)) return guess(undefined, "likely", "values", value);
  if (BOTH.test(value)) return guess(CONTESTED, "likely", "values", value);
  if (!add) return guess(undefined, "asked", "values", value);
  return STATUS.test(value)
    ? guess(add(value), "asked", "values", value)
    : guess(add(value), "likely", "values", value);
}

function tellSide(
  said: string,
  drafts: ReadonlyMap<string, { readonly name: string }>,
  add: (name: string) => string,
): string | undefined {
  if (said === "") return undefined;
  if (said === CONTESTED) return CONTESTED;
  return findSide(said, drafts) ?? add(said);
}

/** The id of the side that a person calls so, by id or name. */
function findSide(said: string, drafts: ReadonlyMap<string, { readonly name: string }>): string | undefined {
  if (drafts.has(said)) return said;
  return [...drafts].find(([, { name }]) => name.toLowerCase() === said.toLowerCase())?.[0];
}

const LONGEST_ID = 40;

/** An id made of a name; the same for one that differs in case and signs alone. */
function nameSide(name: string, drafts: ReadonlyMap<string, unknown>): string {
  const plain = name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, LONGEST_ID)
    .replaceAll(/^-+|-+$/g, "");
  if (plain === CONTESTED) return `${CONTESTED}-side`;
  return ID.test(plain) ? plain : `side-${drafts.size + 1}`;
}

/** In how many rows each value stands. */
function countValues(sheets: readonly Understood[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (value: string, rows = 1) => {
    if (value !== "") counts.set(value, (counts.get(value) ?? 0) + rows);
  };
  for (const { group, meaning } of sheets) {
    for (const sheet of group.sheets) {
      const columns = listSideColumns(sheet.columns, meaning);
      for (const { cells } of sheet.rows) {
        let isTold = false;
        for (const at of columns) {
          const value = tidySide(cellText(cells[at]), meaning);
          isTold ||= value !== "";
          add(value);
        }
        if (!isTold && meaning.side) add(meaning.side.value);
      }
    }
  }
  return counts;
}

/** Where the columns that tell a side stand: the one, or one for each day. */
export function listSideColumns(
  names: readonly string[],
  { columns }: Pick<SheetMeaning, "columns">,
): number[] {
  const side = columns.find(({ word }) => word.value === "side")?.column;
  const form = columns.find(({ word }) => word.value === "side_by_day")?.column;
  return names.flatMap((name, at) =>
    name === side || (form !== undefined && starColumn(name) === form) ? [at] : [],
  );
}

function tidySide(text: string, { recipe }: Pick<SheetMeaning, "recipe">): string {
  return text === "" ? "" : (findRecipe(recipe)?.tidy?.("side", text) ?? text);
}
