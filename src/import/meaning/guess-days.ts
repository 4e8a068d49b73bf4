import { addDays, type Day, parseDay } from "../../core/day.ts";
import { type DayReading, readCellDay } from "../days.ts";
import type { Cell } from "../sheet.ts";
import { type AnswerBook, guess, told } from "./answers.ts";
import { findDaysOfFiles } from "./file-days.ts";
import type { ColumnMeaning, DayEnd, DayMeaning, DayNumbers, DayOrder, Guess, SheetKind } from "./meaning.ts";
import { cellText, type Profile } from "./profile.ts";
import type { Recipe } from "./recipe.ts";

interface DayContext {
  readonly kind: SheetKind;
  readonly columns: readonly ColumnMeaning[];
  readonly recipe: Recipe | undefined;
  readonly book: AnswerBook;
}

/** How the days of sheets are read, from all their rows. */
export function guessDays(profile: Profile, { kind, columns, recipe, book }: DayContext): DayMeaning {
  const { group } = profile;
  const nameOf = (word: string) => columns.find((column) => column.word.value === word)?.column;
  const names = ["day", "first_day", "last_day"].flatMap((word) => nameOf(word) ?? []);
  const tally = tallyDays(profile, names);
  const order = tellOrder(book.findFor(group, "day_order")) ?? guessOrder(tally, recipe?.order);
  const numbers = tellNumbers(book.findFor(group, "day_numbers")) ?? guessNumbers(tally, recipe?.numbers);
  const last = nameOf("last_day");
  const first = nameOf("first_day") ?? nameOf("day");
  const end =
    last === undefined || !LASTING.includes(kind)
      ? undefined
      : (tellEnd(book.findFor(group, "day_end")) ??
        guessEnd(profile, first, last, { order: order?.value, numbers: numbers?.value }, recipe?.end));
  const isUndated = names.length === 0 && NEEDING.includes(kind) && nameOf("side_by_day") === undefined;
  return {
    ...(order && { order }),
    ...(numbers && { numbers }),
    ...(end && { end }),
    ...(isUndated && guessFileDay(profile, book)),
  };
}

/** What is so from a day on, and on days between. */
const LASTING: readonly SheetKind[] = ["areas", "lines", "held-places"];
const NEEDING: readonly SheetKind[] = ["areas", "lines", "held-places", "claims", "events", "figures"];

interface DayTally {
  /** By the only order in which a value is a day, one such value; and one that is a day in both, if there is any. */
  readonly proofs: Readonly<Partial<Record<DayOrder, string>>>;
  readonly ambiguous: string | undefined;
  /** What all numbers may count; `undefined` where there are none. */
  readonly units: readonly DayNumbers[] | undefined;
  readonly number: string | undefined;
}

function tallyDays({ group }: Profile, names: readonly string[]): DayTally {
  const proofs: Partial<Record<DayOrder, string>> = {};
  let [ambiguous, number]: (string | undefined)[] = [];
  let units: readonly DayNumbers[] | undefined;
  const seen = new Set<Cell>();
  for (const { columns, rows } of group.sheets)
    for (const name of names) {
      const at = columns.indexOf(name);
      if (at < 0) continue;
      for (const { cells } of rows) {
        const cell = cells[at];
        if (cell === undefined || typeof cell === "object" || seen.has(cell)) continue;
        seen.add(cell);
        const reading = readCellDay(cell);
        if (reading.kind === "ordered") {
          const [only, other] = reading.orders;
          if (only !== undefined && other === undefined) proofs[only] ??= cellText(cell);
          else if (!isSameEitherWay(cell)) ambiguous ??= cellText(cell);
        } else if (reading.kind === "number") {
          number ??= cellText(cell);
          units = units?.filter((unit) => reading.units.includes(unit)) ?? reading.units;
        }
      }
    }
  return { proofs, ambiguous, units, number };
}

/** Whether both orders give one day: 2/2/2020. */
function isSameEitherWay(cell: Cell): boolean {
  const days = (["day-month", "month-day"] as const).map((order) => describe(readCellDay(cell, { order })));
  return days[0] === days[1];
}

function describe(reading: DayReading): string {
  return reading.kind === "days" ? reading.first : "";
}

function guessOrder(
  { proofs, ambiguous }: DayTally,
  usual: DayOrder | undefined,
): Guess<DayOrder> | undefined {
  const [first, second] = (["day-month", "month-day"] as const).filter(
    (order) => proofs[order] !== undefined,
  );
  if (first !== undefined && second === undefined)
    return guess(first, "proven", "only-reading", proofs[first]);
  // Both are proven, as spreadsheets leave it that have rewritten what they took for days.
  if (first !== undefined) return guess(first, "asked", "nothing", proofs[second ?? first]);
  if (ambiguous === undefined) return undefined;
  return usual === undefined
    ? guess("day-month", "asked", "nothing", ambiguous)
    : guess(usual, "likely", "recipe", ambiguous);
}

function guessNumbers(
  { units, number }: DayTally,
  usual: DayNumbers | undefined,
): Guess<DayNumbers> | undefined {
  if (units === undefined) return undefined;
  if (usual !== undefined && units.includes(usual)) return guess(usual, "likely", "recipe", number);
  const [first, ...others] = units;
  if (first === undefined) return guess("digits", "asked", "nothing", number);
  // A count of days in a few digits may be some other count.
  return others.length === 0 && first !== "serial"
    ? guess(first, "likely", "only-reading", number)
    : guess(first, "asked", "values", number);
}

function guessEnd(
  { group }: Profile,
  first: string | undefined,
  last: string,
  rules: { readonly order: DayOrder | undefined; readonly numbers: DayNumbers | undefined },
  usual: DayEnd | undefined,
): Guess<DayEnd> | undefined {
  const [starts, ends] = [new Set<Day>(), new Set<Day>()];
  for (const { columns, rows } of group.sheets) {
    const [firstAt, lastAt] = [first === undefined ? -1 : columns.indexOf(first), columns.indexOf(last)];
    for (const { cells } of rows) {
      const [from, to] = [readCellDay(cells[firstAt], rules), readCellDay(cells[lastAt], rules)];
      if (from.kind === "days") starts.add(from.first);
      if (to.kind !== "days") continue;
      // Up to, not including, its own first day a row would hold on no day at all.
      if (from.kind === "days" && from.first === to.last)
        return guess("inclusive", "proven", "only-reading", to.last);
      ends.add(to.last);
    }
  }
  if (ends.size === 0) return undefined;
  if (usual !== undefined) return guess(usual, "likely", "recipe");
  const onIt = [...ends].filter((day) => starts.has(day));
  const after = [...ends].filter((day) => starts.has(addDays(day, 1)));
  if (onIt.length > 0 && after.length === 0) return guess("exclusive", "likely", "values", onIt[0]);
  if (after.length > 0 && onIt.length === 0) return guess("inclusive", "likely", "values", after[0]);
  const isKml = group.sheets.some(({ format }) => format === "kml");
  return isKml
    ? guess("inclusive", "likely", "format")
    : guess("inclusive", "asked", "nothing", [...ends][0]);
}

/** The day of rows that tell none: that of their file's name, or one to be told. */
function guessFileDay({ group }: Profile, book: AnswerBook): Pick<DayMeaning, "day" | "pattern"> {
  const saidPattern = book.findFor(group, "day_pattern");
  const said = parseDay(book.findFor(group, "day") ?? "");
  if (said !== undefined) return { day: told(said) };
  const found = findDaysOfFiles(group.sheets, saidPattern);
  const [sample] = [...(found?.days.values() ?? [])];
  if (!found || sample === undefined) return { day: guess(undefined, "asked", "nothing") };
  const day = guess(undefined, "proven", "file-name", sample);
  if (saidPattern !== undefined) return { day, pattern: told(saidPattern) };
  if (found.pattern === undefined) return { day };
  const sure = found.other === undefined ? "proven" : "likely";
  return { day, pattern: guess(found.pattern, sure, "file-name", sample) };
}

function tellOrder(said: string | undefined): Guess<DayOrder> | undefined {
  return said === "day-month" || said === "month-day" ? told(said) : undefined;
}

function tellNumbers(said: string | undefined): Guess<DayNumbers> | undefined {
  return said === "milliseconds" || said === "seconds" || said === "serial" || said === "digits"
    ? told(said)
    : undefined;
}

function tellEnd(said: string | undefined): Guess<DayEnd> | undefined {
  return said === "inclusive" || said === "exclusive" ? told(said) : undefined;
}
