import { addDays, type Day } from "../../core/day.ts";
import type { Problem, Reporter } from "../../data/problem.ts";
import { describeValue } from "../../data/problem.ts";
import { openWindow } from "../../data/schema/day-window.ts";
import { DAY_PRECISIONS } from "../../data/schema/statements.ts";
import type { Position } from "../../core/geometry.ts";
import { type DayRules, readCellDay } from "../days.ts";
import { findRecipe } from "../recipes/recipes.ts";
import type { Cell, Sheet, SheetRow } from "../sheet.ts";
import { findDaysOfFiles } from "./file-days.ts";
import { listSideColumns, type Understood } from "./guess-sides.ts";
import { COLUMN_WORDS, type ColumnWord, CONTESTED, type Meaning } from "./meaning.ts";
import { type Origin, originOf, reportOrigin } from "./origins.ts";
import { cellText, toNumber } from "./profile.ts";

/** The first and last day of a row, both included; `last` is `undefined` where it is so to the end of the story. */
export interface RowDays {
  readonly first: Day;
  readonly last: Day | undefined;
}

/** What a value of a side stands for. `left-out`: for nobody, `unknown`: for none that was understood. */
export type RowSide = { readonly id: string } | "contested" | "left-out" | "unknown";

/** A row by our words. */
export interface ReadRow {
  readonly origin: Origin;
  readonly row: SheetRow;
  /** Tidied and trimmed; empty for nothing. */
  readonly text: (word: ColumnWord) => string;
  readonly number: (word: ColumnWord) => number | "";
  readonly names: readonly (readonly [language: string, name: string])[];
  /** All that the row says of its place: rows that say the same need be looked at once. */
  readonly ofPlace: () => string;
  /** `undefined` after reporting why there is none. */
  readonly days: () => RowDays | undefined;
  readonly side: () => RowSide;
  /** Of the columns that tell a side for one day each. */
  readonly sidesByDay: () => readonly { readonly day: Day; readonly side: RowSide }[];
  /** Of a row that is a point. */
  readonly position: Position | undefined;
  readonly reporter: Reporter;
}

/** All rows of sheets of one form, by our words. */
export function* readRows(
  { group, meaning }: Understood,
  { values }: Pick<Meaning, "values">,
  problems: Problem[],
): Generator<ReadRow> {
  const { columns, days, kind, recipe, side } = meaning;
  const rules = { order: days.order?.value, numbers: days.numbers?.value };
  const tidy = findRecipe(recipe)?.tidy;
  const fileDays =
    days.day && !days.day.value ? findDaysOfFiles(group.sheets, days.pattern?.value)?.days : undefined;
  const sides = new Map<string, RowSide>(
    values.map(({ value, side: { value: id } }) => [
      value,
      id === undefined ? "left-out" : id === CONTESTED ? "contested" : { id },
    ]),
  );
  const readDays = createDayReader({ rules, isEndExcluded: days.end?.value === "exclusive" });
  for (const sheet of group.sheets) {
    const at = new Map(
      columns.flatMap(({ column, word }) => {
        const index = sheet.columns.indexOf(column);
        return word.value === undefined || index < 0 ? [] : [[word.value, index] as const];
      }),
    );
    const languages = [...at].flatMap(([word, index]) =>
      word.startsWith("place:") ? [[word.slice("place:".length), index] as const] : [],
    );
    const ofPlace = [...at].flatMap(([word, index]) => (isOfPlace(word) ? [index] : []));
    const byDay = listDayColumns(sheet, meaning);
    const fileDay = days.day?.value ?? fileDays?.get(sheet.file);
    for (const row of sheet.rows) {
      const origin = originOf(sheet, row);
      const reporter = reportOrigin(origin, problems, meaning.key);
      const cell = (word: ColumnWord): Cell => {
        const index = at.get(word);
        return index === undefined ? undefined : row.cells[index];
      };
      const text = (word: ColumnWord) => {
        const plain = cellText(cell(word));
        return plain === "" ? "" : (tidy?.(word, plain) ?? plain);
      };
      const toSide = (value: string): RowSide =>
        value === "" ? "left-out" : (sides.get(value) ?? "unknown");
      yield {
        origin,
        row,
        text,
        number: (word) => toNumber(text(word)) ?? "",
        ofPlace: () => {
          const position = toPosition(row) ?? "";
          return `${position}\u0000${ofPlace.map((index) => cellText(row.cells[index])).join("\u0000")}`;
        },
        names: languages.flatMap(([language, index]) => {
          const name = cellText(row.cells[index]);
          return name === "" ? [] : [[language, name] as const];
        }),
        days: () =>
          openDays(
            readDays({
              cell,
              nameOf: (word) => sheet.columns[at.get(word) ?? -1] ?? word,
              fileDay,
              reporter,
            }),
            text("day_precision"),
          ),
        side: () => toSide(text("side") || (side?.value ?? "")),
        sidesByDay: () =>
          byDay.map(({ index, day }) => {
            const plain = cellText(row.cells[index]);
            return { day, side: toSide(plain === "" ? "" : (tidy?.("side", plain) ?? plain)) };
          }),
        position: kind.value === "areas" ? undefined : toPosition(row),
        reporter,
      };
    }
  }
}

/** The window that a single day stands for, where the row says how closely it is known. */
function openDays(days: RowDays | undefined, said: string): RowDays | undefined {
  const precision = DAY_PRECISIONS.find((each) => each === said.toLowerCase());
  if (!days || !precision || days.first !== days.last) return days;
  const { firstDay, lastDay } = openWindow(days.first, precision);
  return { first: firstDay, last: lastDay };
}

const OF_PLACE: ReadonlySet<string> = new Set(COLUMN_WORDS.settlements);

function isOfPlace(word: string): boolean {
  return OF_PLACE.has(word) || word.startsWith("place:");
}

function toPosition({ shape }: SheetRow): Position | undefined {
  const [lng, lat] =
    shape?.type === "Point"
      ? shape.coordinates
      : shape?.type === "MultiPoint"
        ? (shape.coordinates[0] ?? [])
        : [];
  return lng === undefined || lat === undefined ? undefined : [lng, lat];
}

/** Columns that tell who held a place on the day in their name. */
function listDayColumns(
  { columns }: Sheet,
  meaning: Understood["meaning"],
): readonly { readonly index: number; readonly day: Day }[] {
  if (!meaning.columns.some(({ word }) => word.value === "side_by_day")) return [];
  return listSideColumns(columns, meaning).flatMap((index) => {
    const digits = /(?<!\d)(\d{4})[-_./]?(\d{2})[-_./]?(\d{2})/.exec(columns[index] ?? "");
    const reading = readCellDay(digits ? `${digits[1]}-${digits[2]}-${digits[3]}` : undefined);
    return reading.kind === "days" ? [{ index, day: reading.first }] : [];
  });
}

interface DayCells {
  readonly cell: (word: ColumnWord) => Cell;
  readonly nameOf: (word: ColumnWord) => string;
  readonly fileDay: Day | undefined;
  readonly reporter: Reporter;
}

const EXPECTED = "a real day from the year 1 on";

function createDayReader({
  rules,
  isEndExcluded,
}: {
  readonly rules: DayRules;
  readonly isEndExcluded: boolean;
}) {
  const known = new Map<Cell, ReturnType<typeof readCellDay>>();
  const read = (cell: Cell) => {
    const found = known.get(cell) ?? readCellDay(cell, rules);
    known.set(cell, found);
    return found;
  };
  return ({ cell, nameOf, fileDay, reporter }: DayCells): RowDays | undefined => {
    const refuse = (word: ColumnWord) => {
      const name = nameOf(word);
      reporter
        .about(name)
        .error(
          "not-a-day",
          `${name} ${describeValue(cellText(cell(word)))}`,
          EXPECTED,
          "correct the day, or the way in which days are read",
        );
      return undefined;
    };
    const given = (["day", "first_day", "last_day"] as const).filter((word) => cellText(cell(word)) !== "");
    let [first, last]: (Day | undefined)[] = [fileDay, fileDay];
    let isOpen = given.includes("first_day") && !given.includes("last_day");
    for (const word of given) {
      const reading = read(cell(word));
      if (reading.kind === "open" && word === "last_day") isOpen = true;
      else if (reading.kind !== "days") return refuse(word);
      else if (word === "last_day") {
        last = isEndExcluded ? addDays(reading.first, -1) : reading.last;
        first ??= last;
      } else {
        first = reading.first;
        last = reading.last;
      }
    }
    if (first === undefined || last === undefined) {
      const name = nameOf(given[0] ?? "day");
      reporter.about(name).error("missing-member", `no ${name}`, EXPECTED, "add the day");
      return undefined;
    }
    if (first > last && !isOpen) {
      reporter.error(
        "days-reversed",
        `${first} to ${last}`,
        "a last day on or after the first",
        "swap or correct them",
      );
      return undefined;
    }
    return { first, last: isOpen ? undefined : last };
  };
}
