import { parseDay } from "../../core/day.ts";
import type { Folder, ImportedFolder } from "../../data/folder.ts";
import { parseImports } from "../../data/declaration/parse-imports.ts";
import { type Problem, reportOn } from "../../data/problem.ts";
import type { Imports } from "../../data/schema/imports.ts";
import { isRecord, type RawRecord } from "../../data/text/record.ts";
import { readSheets } from "../read-sheets.ts";
import type { ReadSheetsOptions, SourceFile } from "../source.ts";
import { told } from "./answers.ts";
import { starDigits } from "./keys.ts";
import { makeDataset } from "./make-dataset.ts";
import type { ColumnMeaning, ColumnWord, DayMeaning, Meaning, SheetMeaning, SideMeaning } from "./meaning.ts";

/** What of the reading of files was decided, and has to be decided again: see {@link ReadSheetsOptions}. */
export type ReadingDecisions = Pick<ReadSheetsOptions, "encodings" | "systems">;

/**
 * The text of a `dataset.json` that lies beside the files as they were and says what they mean: with it they are a data set, and
 * files of the same form need no more to be said. Open questions are saved as what is used in the meantime.
 */
export function writeImports(meaning: Meaning, reading: ReadingDecisions = {}): string {
  const { language, rest, sheets, sides, title, values } = meaning;
  const imports = {
    sheets: sheets.map(writeSheet),
    ...(values.length > 0 && {
      sides: Object.fromEntries(values.map(({ value, side }) => [value, side.value ?? null])),
    }),
    ...leaveOutEmpty(reading),
  };
  const members = {
    format: "frontline-atlas/1",
    title: title.value,
    sides: sides.map(({ id, name, colour }) => ({ id, name, ...(colour !== undefined && { colour }) })),
    ...(rest.value !== undefined && { default_side: rest.value }),
    name_language: language.value,
    imports,
  };
  return `${JSON.stringify(members, undefined, 2)}\n`;
}

function leaveOutEmpty(reading: ReadingDecisions): ReadingDecisions {
  return Object.fromEntries(
    Object.entries(reading).filter(([, byPath]) => byPath !== undefined && Object.keys(byPath).length > 0),
  );
}

function writeSheet({ columns, days, key, kind, recipe, side }: SheetMeaning) {
  const used = columns.flatMap(({ column, word }) =>
    word.value === undefined ? [] : [[word.value, column] as const],
  );
  const { day, end, numbers, order, pattern } = days;
  return {
    from: key,
    kind: kind.value,
    ...(recipe !== undefined && { recipe }),
    ...(used.length > 0 && { columns: Object.fromEntries(used) }),
    ...(side && { side: side.value }),
    ...(day?.value !== undefined && { day: day.value }),
    ...(pattern && { day_pattern: pattern.value }),
    ...(order && { day_order: order.value }),
    ...(numbers && { day_numbers: numbers.value }),
    ...(end?.value === "exclusive" && { end_excluded: true }),
  };
}

/** The meaning that a `dataset.json` with `imports` says; nothing in it is a guess, and nothing is asked. */
function restoreMeaning(declaration: RawRecord, imports: Imports): Meaning {
  const sides = Array.isArray(declaration["sides"]) ? declaration["sides"].filter(isRecord) : [];
  const rest = declaration["default_side"];
  const language = declaration["name_language"];
  return {
    title: told(typeof declaration["title"] === "string" ? declaration["title"] : ""),
    language: told(typeof language === "string" ? language : "en"),
    sheets: imports.sheets.map(restoreSheet),
    sides: sides as unknown as readonly SideMeaning[], // As they were written; what is wrong with them is told when they are read.
    values: Object.entries(imports.sides).map(([value, side]) => ({
      value,
      rows: 0,
      side: told(side ?? undefined),
    })),
    rest: told(typeof rest === "string" ? rest : undefined),
    questions: [],
    unused: [],
  };
}

function restoreSheet(sheet: Imports["sheets"][number]): SheetMeaning {
  const columns = Object.entries(sheet.columns).map(
    ([word, column]): ColumnMeaning => ({ column, word: told(word as ColumnWord) }),
  );
  return {
    key: sheet.from,
    files: [],
    format: "csv",
    rows: 0,
    kind: told(sheet.kind),
    ...(sheet.recipe !== undefined && { recipe: sheet.recipe }),
    columns,
    days: restoreDays(sheet, columns),
    ...(sheet.side !== undefined && { side: told(sheet.side) }),
  };
}

function restoreDays(sheet: Imports["sheets"][number], columns: readonly ColumnMeaning[]): DayMeaning {
  const isDated = columns.some(({ word }) =>
    ["day", "first_day", "last_day", "side_by_day"].includes(word.value ?? ""),
  );
  return {
    ...(sheet.day_order !== undefined && { order: told(sheet.day_order) }),
    ...(sheet.day_numbers !== undefined && { numbers: told(sheet.day_numbers) }),
    end: told(sheet.end_excluded ? "exclusive" : "inclusive"),
    ...(!isDated && { day: told(sheet.day === undefined ? undefined : parseDay(sheet.day)) }),
    ...(sheet.day_pattern !== undefined && { pattern: told(sheet.day_pattern) }),
  };
}

/**
 * Reads the files of a folder whose `dataset.json` has a member `imports`, as that says, and gives the folder as if they had been
 * written in our own form. Files that `dataset.json` names in `files` are used as they are. For `OpeningOptions.readImports`.
 */
export async function readImports(
  folder: Folder,
  declaration: RawRecord,
  options: ReadSheetsOptions = {},
): Promise<ImportedFolder> {
  const problems: Problem[] = [];
  const imports = parseImports(declaration["imports"], problems);
  const meaning = restoreMeaning(declaration, imports);
  const sources = await findSources(folder, imports);
  for (const { from } of imports.sheets)
    if (!sources.some(({ path }) => isPartOf(path, from))) {
      const remedy = "put the file beside dataset.json again, or take it out of imports";
      reportOn(problems, "dataset.json").error(
        "file-missing",
        `no file ${from}`,
        "the imported file",
        remedy,
      );
    }
  const { encodings, systems } = imports;
  const read = await readSheets(sources, { ...options, encodings, systems });
  const { imports: _, format: __, ...declared } = declaration;
  const made = makeDataset(read.sheets, meaning, declared);
  const text = new TextDecoder().decode(await made.folder.read("dataset.json"));
  const own = new Set(await made.folder.list());
  return {
    text,
    folder: {
      list: async () => [...new Set([...own, ...(await folder.list())])],
      read: (path) => (own.has(path) ? made.folder.read(path) : folder.read(path)),
    },
    problems: [...problems, ...read.problems, ...made.problems],
    locate: made.locate,
  };
}

/** The files that sheets are read from, with those that belong to them: the table and system of a shapefile. */
async function findSources(folder: Folder, imports: Imports): Promise<readonly SourceFile[]> {
  const paths = await folder.list();
  const wanted = paths.filter((path) => imports.sheets.some(({ from }) => isPartOf(path, from)));
  const stems = new Set(wanted.map(stemOf));
  return paths
    .filter((path) => path !== "dataset.json" && stems.has(stemOf(path)))
    .map((path) => ({ path, size: 0, read: async () => new Uint8Array(await folder.read(path)) }));
}

/** Whether sheets with that key can come from a file: it is its own, or one within it. */
function isPartOf(path: string, key: string): boolean {
  return [path, starDigits(path)].some(
    (name) => key === name || key.startsWith(`${name}/`) || key.startsWith(`${name}#`),
  );
}

function stemOf(path: string): string {
  return path.replace(/\.[^./]*$/, "").toLowerCase();
}
