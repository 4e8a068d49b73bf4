import type { FoundSides, Understood } from "./guess-sides.ts";
import {
  type ColumnWord,
  CONTESTED,
  type Guess,
  type Question,
  SHEET_KINDS,
  type SheetKind,
} from "./meaning.ts";
import { cellText } from "./profile.ts";

const SAMPLES = 5;

/** What cannot be known from the data, in the order in which it is best asked. */
export function listQuestions(
  sheets: readonly Understood[],
  { sides, values }: FoundSides,
  rest: Guess<string | undefined>,
): readonly Question[] {
  const ids = sides.map(({ id }) => id);
  const bySheet = sheets.map((each) => askOfSheet(each, ids));
  const ofValues = values.flatMap(({ value, side }): Question[] =>
    side.sure !== "asked"
      ? []
      : [
          {
            about: "side",
            path: `side.${value}`,
            choices: [...ids, CONTESTED, ""],
            isOpen: true,
            used: side.value ?? "",
            samples: [value],
          },
        ],
  );
  const ofRest: Question[] =
    rest.sure === "asked"
      ? [
          {
            about: "rest",
            path: "rest",
            choices: [...ids, ""],
            isOpen: true,
            used: rest.value ?? "",
            samples: [],
          },
        ]
      : [];
  const all = [...bySheet.flat(), ...ofValues, ...ofRest];
  return ORDER.flatMap((about) => all.filter((question) => question.about === about));
}

const ORDER = [
  "kind",
  "column",
  "day",
  "day-order",
  "day-numbers",
  "side",
  "rest",
  "day-end",
] as const satisfies readonly Question["about"][];

/** Of each list one column at least is needed; without shapes, a place has to be named. */
const NEEDED: Readonly<Partial<Record<SheetKind, readonly (readonly ColumnWord[])[]>>> = {
  settlements: [["place", "place_id"]],
  "held-places": [
    ["side", "side_by_day"],
    ["place", "place_id"],
  ],
  claims: [
    ["place", "place_id"],
    ["side", "action"],
  ],
  events: [["title", "summary", "kind"]],
  figures: [["value"]],
};

function askOfSheet({ group, meaning }: Understood, ids: readonly string[]): Question[] {
  const { key, kind, columns, days, side } = meaning;
  const names = columns.map(({ column }) => column);
  const ask = (question: Omit<Question, "sheet" | "isOpen" | "samples"> & Partial<Question>): Question => ({
    isOpen: false,
    samples: [],
    ...question,
    sheet: key,
  });
  const questions: Question[] = [];
  if (kind.sure === "asked") {
    const samples = names.slice(0, SAMPLES);
    questions.push(
      ask({ about: "kind", path: `kind.${key}`, choices: SHEET_KINDS, used: kind.value, samples }),
    );
  }
  if (kind.value === "ignored") return questions;
  for (const words of NEEDED[kind.value] ?? []) {
    const [wanted] = words;
    if (wanted === undefined || columns.some(({ word }) => word.value && words.includes(word.value)))
      continue;
    const free = columns.filter(({ word }) => word.value === undefined).map(({ column }) => column);
    questions.push(ask({ about: "column", path: `word.${key}.${wanted}`, wanted, choices: free, used: "" }));
  }
  if (side?.sure === "asked") {
    const samples = sampleCells(group, names[0]);
    questions.push(
      ask({
        about: "side",
        path: `sheet_side.${key}`,
        choices: ids,
        isOpen: true,
        used: side.value,
        samples,
      }),
    );
  }
  const { day, end, numbers, order } = days;
  if (day?.sure === "asked")
    questions.push(
      ask({
        about: "day",
        path: `day.${key}`,
        choices: [],
        isOpen: true,
        used: "",
        samples: meaning.files.slice(0, SAMPLES),
      }),
    );
  if (order?.sure === "asked")
    questions.push(
      ask({
        about: "day-order",
        path: `day_order.${key}`,
        choices: ["day-month", "month-day"],
        used: order.value,
        samples: sampleOf(order),
      }),
    );
  if (numbers?.sure === "asked")
    questions.push(
      ask({
        about: "day-numbers",
        path: `day_numbers.${key}`,
        choices: ["milliseconds", "seconds", "serial", "digits"],
        used: numbers.value,
        samples: sampleOf(numbers),
      }),
    );
  if (end?.sure === "asked")
    questions.push(
      ask({
        about: "day-end",
        path: `day_end.${key}`,
        choices: ["inclusive", "exclusive"],
        used: end.value,
        samples: sampleOf(end),
      }),
    );
  return questions;
}

function sampleOf({ why }: Guess<unknown>): readonly string[] {
  return why.detail === undefined ? [] : [why.detail];
}

function sampleCells({ sheets }: Understood["group"], name: string | undefined): readonly string[] {
  const [sheet] = sheets;
  if (!sheet || name === undefined) return [];
  const at = sheet.columns.indexOf(name);
  return sheet.rows.slice(0, SAMPLES).map(({ cells }) => cellText(cells[at]));
}
