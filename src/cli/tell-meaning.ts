import type { ReadingNote } from "../import/source.ts";
import type {
  ColumnMeaning,
  Guess,
  Meaning,
  Question,
  SheetMeaning,
  Why,
} from "../import/meaning/meaning.ts";

const REASONS: Readonly<Record<Why["reason"], string>> = {
  told: "as told",
  recipe: "known source",
  "column-name": "column",
  values: "value",
  shapes: "by its shapes",
  columns: "by its columns",
  "file-name": "file name",
  "only-reading": "no other reading fits",
  format: "by its format",
  usual: "as most files have it",
  nothing: "nothing tells",
};

/** "likely: column "date"", "asked, nothing tells". */
function tellWhy({ sure, why: { reason, detail } }: Guess<unknown>): string {
  const because = `${REASONS[reason]}${detail === undefined ? "" : ` ${JSON.stringify(detail)}`}`;
  return sure === "told" ? because : `${sure}: ${because}`;
}

/** What was understood of files, for a terminal: sheet by sheet, then sides, then what is open. */
export function tellMeaning(meaning: Meaning, notes: readonly ReadingNote[]): string {
  const { language, questions, rest, sheets, sides, title, values } = meaning;
  const names = new Map(sides.map(({ id, name }) => [id, Object.values(name)[0] ?? id]));
  const lines = [
    `Title     ${title.value}  (${tellWhy(title)})`,
    `Language  ${language.value}  (${tellWhy(language)})`,
    "",
    ...sheets.flatMap((sheet) => [...tellSheet(sheet, notes), ""]),
    ...(values.length > 0 ? ["Sides", ...values.map((value) => `  ${tellValue(value, names)}`), ""] : []),
    ...(rest.value === undefined ? [] : [`Ground in no area is of ${rest.value}  (${tellWhy(rest)})`, ""]),
    ...(questions.length > 0
      ? ["Open: nothing in the files tells", ...questions.flatMap(tellQuestion), ""]
      : []),
  ];
  return lines.join("\n");
}

function tellSheet(
  { columns, days, files, key, kind, recipe, rows, side }: SheetMeaning,
  notes: readonly ReadingNote[],
): string[] {
  const ofFiles = notes.filter(({ file }) => files.includes(file));
  const places = new Set(ofFiles.flatMap((note) => (note.kind === "placed-by-columns" ? note.columns : [])));
  const used = columns.filter(({ word }) => word.value !== undefined);
  const unused = columns
    .filter(({ column, word }) => word.value === undefined && !places.has(column))
    .map(({ column }) => column);
  const of = files.length > 1 ? `, ${files.length} files` : "";
  const { day, end, numbers, order, pattern } = days;
  const fromNames = day && day.value === undefined && day.sure !== "asked";
  return [
    `${key}: ${kind.value}, ${rows} ${rows === 1 ? "row" : "rows"}${of}  (${tellWhy(kind)})`,
    ...(recipe === undefined ? [] : [`  read as ${recipe}`]),
    ...used.map(tellColumn),
    ...(places.size > 0 ? [`  ${"position".padEnd(14)} ${[...places].join(", ")}`] : []),
    ...ofFiles.flatMap(tellNote),
    ...(unused.length > 0 && kind.value !== "ignored" ? [`  not used: ${unused.join(", ")}`] : []),
    ...(side ? [`  every row is of ${JSON.stringify(side.value)}  (${tellWhy(side)})`] : []),
    ...(order ? [`  days are written ${order.value}  (${tellWhy(order)})`] : []),
    ...(numbers ? [`  numbers for days are ${numbers.value}  (${tellWhy(numbers)})`] : []),
    ...(end ? [`  the day with which a row ends is ${end.value}  (${tellWhy(end)})`] : []),
    ...(day?.value === undefined ? [] : [`  all of ${day.value}  (${tellWhy(day)})`]),
    ...(fromNames
      ? [`  days are in the names of the files${pattern ? `, as ${pattern.value}` : ""}  (${tellWhy(day)})`]
      : []),
  ];
}

/** What of the reading a person may want to correct. */
function tellNote(note: ReadingNote): string[] {
  if (note.kind === "encoding-guessed")
    return [
      `  read as ${note.encoding}; else --set encoding.${note.file}=, one of ${note.others.join(", ")}`,
    ];
  return note.kind === "reprojected" ? [`  turned into degrees from ${note.system}`] : [];
}

function tellColumn({ column, word }: ColumnMeaning): string {
  return `  ${String(word.value).padEnd(14)} ${column}  (${tellWhy(word)})`;
}

function tellValue(
  { value, rows, side }: Meaning["values"][number],
  names: ReadonlyMap<string, string>,
): string {
  const id = side.value;
  const name =
    id === undefined ? "left out" : id === names.get(id) ? id : `${id}, ${names.get(id) ?? "both sides"}`;
  return `${JSON.stringify(value)} is ${name}; ${rows} ${rows === 1 ? "row" : "rows"}  (${tellWhy(side)})`;
}

const ASKED: Readonly<Record<Question["about"], string>> = {
  kind: "what is this?",
  column: "which column is it?",
  side: "whose is it?",
  rest: "who holds what lies in no area?",
  "day-order": "which number is the month?",
  "day-numbers": "what do these numbers count?",
  "day-end": "does the last day still count?",
  day: "of which day is it?",
};

function tellQuestion({ about, choices, isOpen, path, samples, used, wanted }: Question): string[] {
  const given = choices.filter((choice) => choice !== "");
  const may = [...given, ...(isOpen ? ["…"] : []), ...(choices.includes("") ? ['"" for nobody'] : [])];
  const seen = samples.length === 0 ? "" : `  ${samples.map((sample) => JSON.stringify(sample)).join(", ")}`;
  const what = wanted === undefined ? ASKED[about] : `which column is ${wanted}?`;
  const meanwhile = used === "" ? "left out" : `taken for ${used}`;
  return [
    `  ${what}${seen}`,
    `    ${meanwhile}; answer with --set ${quote(path)}=ANSWER, one of ${may.join(", ")}`,
  ];
}

function quote(path: string): string {
  return /^[\w./:-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
