import type { Day } from "../../core/day.ts";
import type { Names } from "../../core/names.ts";
import type { WhyReason } from "../../core/why-reason.ts";
import { IMPORT_KINDS } from "../../data/schema/imports.ts";
import type { SheetFormat } from "../sheet.ts";

/**
 * How sure something is: `told` by a person or by the data set that was saved; `proven` by the data, so that no other reading
 * fits them; `likely`, by names and values as the field uses them; `asked`, where nobody can know it from the data. What is asked
 * has a value nevertheless, which is used until there is an answer, and a {@link Question}.
 */
export type Surety = "told" | "proven" | "likely" | "asked";

/** Why something was understood as it was: a reason to be put in words, and the text of the file it rests on, if there is one. */
export interface Why {
  readonly reason: WhyReason;
  /** A name of a column, a value, a day or a recipe, as it stands in the data; to be shown, never translated. */
  readonly detail?: string;
}

/** Something that was understood, how sure that is, and why. */
export interface Guess<Value> {
  readonly value: Value;
  readonly sure: Surety;
  readonly why: Why;
}

/**
 * What the rows of a sheet are. `settlements`: places, with nothing about who holds them. `held-places`: places, each row or each of
 * several columns telling who held one on a day or between two. `areas` and `lines`: ground of a side, and the front line, dated.
 * `highways` and `regions`: named lines and areas that nobody holds. `claims`: who did what to a place. `events`, `figures`: as in a
 * data set. `ignored`: not read.
 */
export const SHEET_KINDS = IMPORT_KINDS;
export type SheetKind = (typeof IMPORT_KINDS)[number];

const DAYS = ["day", "first_day", "last_day"] as const;
const STATEMENT = [...DAYS, "id", "source", "attribution", "certainty", "summary"] as const;
const PLACE = ["place", "place_id", "governorate", "district", "precision"] as const;
const SETTLEMENT = [...PLACE, "spellings", "place_kind", "population", "importance", "note"] as const;

/**
 * Our words for columns, by kind of sheet; a column may also be a name in another language, `place:ar`. `place` is the name of the
 * place, `place_id` a code of it, the same in all sheets. `day` is the one day of a row, `first_day` and `last_day` its first and last;
 * whether the last is counted in, {@link DayMeaning.end} tells. `side_by_day` stands for all columns of one form with a day in their
 * name, each telling who held the place on that day. `precision` is in kilometres, one of the words of a data set ("district"), or a code that a recipe knows;
 * `day_precision` tells what the one day of a row stands for: `day`, `week`, `month` or `year`, or a code that a recipe knows.
 */
export const COLUMN_WORDS = {
  settlements: SETTLEMENT,
  "held-places": [...SETTLEMENT, "side", "side_by_day", ...STATEMENT],
  areas: ["side", ...DAYS],
  lines: ["side", ...DAYS],
  highways: ["place_id", "place"],
  regions: ["place_id", "place"],
  claims: [...PLACE, "side", "action", "extent", "actor", ...STATEMENT],
  events: [
    ...PLACE,
    "kind",
    "title",
    "actor",
    "other_actor",
    "fatalities",
    "fatalities_low",
    "fatalities_high",
    "day_precision",
    ...STATEMENT,
  ],
  figures: [...PLACE, "measure", "value", "value_high", "unit", "concerns", ...STATEMENT],
  ignored: [],
} as const satisfies Readonly<Record<SheetKind, readonly string[]>>;

export type ColumnWord = (typeof COLUMN_WORDS)[SheetKind][number] | `place:${string}`;

/** What a column is; of a column that is not used `word` is `undefined`. */
export interface ColumnMeaning {
  /** As {@link Sheet.columns} has it; of `side_by_day` the form of all of them, with `*` for the digits: `ctr_*`. */
  readonly column: string;
  readonly word: Guess<ColumnWord | undefined>;
}

/** Which of two numbers is the month, where days are written like 1/2/2020. */
export type DayOrder = "day-month" | "month-day";
/** What a day that is a number counts: `digits` are 20240708, `serial` the days of a spreadsheet from 1900 on. */
export type DayNumbers = "milliseconds" | "seconds" | "serial" | "digits";
/** Whether the day that a row ends with still counts, or is the first that does not. */
export type DayEnd = "inclusive" | "exclusive";

/** How the days of a sheet are read. What makes no difference to it is missing: no order where none is needed. */
export interface DayMeaning {
  readonly order?: Guess<DayOrder>;
  readonly numbers?: Guess<DayNumbers>;
  /** Where there is a `last_day`. */
  readonly end?: Guess<DayEnd>;
  /**
   * Where no column tells a day: the day of all rows. `undefined` as the value: that in the name of each file, or in those of its folders.
   * A day with `asked` is no day of the data, but that of the reading.
   */
  readonly day?: Guess<Day | undefined>;
  /** How names of files write the day where it is not the year first and in full: `YYMMDD`. */
  readonly pattern?: Guess<string>;
}

/** What one sheet is, or many of one form, such as those of daily files. */
export interface SheetMeaning {
  /**
   * By which sheets are found again, next week's too: the path of the file with `*` for its digits, and after `#` the name of the sheet
   * where a file has several: `daily/areas_*.geojson`, `book.xlsx#Events`. See `keySheets`.
   */
  readonly key: string;
  /** Those of the files at hand, by path; for showing. */
  readonly files: readonly string[];
  readonly format: SheetFormat;
  /** Rows of all of them together. */
  readonly rows: number;
  readonly kind: Guess<SheetKind>;
  /** Name of the known source whose columns these are, as it calls itself. */
  readonly recipe?: string;
  /** Every column, in the order of the sheet. */
  readonly columns: readonly ColumnMeaning[];
  readonly days: DayMeaning;
  /** The side of every row, for areas and lines that do not say whose they are; a value of {@link Meaning.values}. */
  readonly side?: Guess<string>;
}

/** A party to the conflict, as it will stand in `dataset.json`. */
export interface SideMeaning {
  readonly id: string;
  readonly name: Names;
  /** `#rrggbb` or one of the named colours; without one, the next that no side has. */
  readonly colour?: string;
}

/** In place of the id of a side: both sides are in the place. Areas with it are left out, as no ground has two holders. */
export const CONTESTED = "contested";

/** A value of a column of sides, in whatever sheet it stands. */
export interface ValueMeaning {
  readonly value: string;
  /** In how many rows it stands. */
  readonly rows: number;
  /** Id of a side, or {@link CONTESTED}; `undefined`: rows with it are left out, as ground of nobody. */
  readonly side: Guess<string | undefined>;
}

/**
 * What files mean: all that turns sheets into a data set. It is plain data, to be shown, corrected by answers
 * (see `proposeMeaning`) and saved in `dataset.json` (see `writeImports`).
 */
export interface Meaning {
  readonly title: Guess<string>;
  /** Code of the language in which places are named in the column `place`. */
  readonly language: Guess<string>;
  readonly sheets: readonly SheetMeaning[];
  readonly sides: readonly SideMeaning[];
  readonly values: readonly ValueMeaning[];
  /** Id of the side that holds all that lies in no area; `undefined`: nobody is known to. */
  readonly rest: Guess<string | undefined>;
  /** What cannot be known from the data, the weightiest first; none once all are answered. */
  readonly questions: readonly Question[];
  /** Paths of answers that fit nothing in the data, or no word of ours. */
  readonly unused: readonly string[];
}

export type QuestionAbout =
  /** What a sheet is. */
  | "kind"
  /** Which column tells something that cannot be done without: `wanted`. */
  | "column"
  /** Whose value, or whose ground, something is. */
  | "side"
  /** Who holds what lies in no area. */
  | "rest"
  | "day-order"
  | "day-numbers"
  | "day-end"
  /** On which day undated areas or places were so. */
  | "day";

/** Something nobody can know from the data. */
export interface Question {
  readonly about: QuestionAbout;
  /** What an answer is filed under in {@link Answers}: `side.Occupied`, `day_order.events.csv`. One for each question. */
  readonly path: string;
  /** {@link SheetMeaning.key} of the sheet it is about; none where it is about all. */
  readonly sheet?: string;
  /** The word for which a column is wanted. */
  readonly wanted?: ColumnWord;
  /** What can be answered. Where {@link isOpen}, anything else too: the name of a new side, a day. */
  readonly choices: readonly string[];
  readonly isOpen: boolean;
  /** What is used while nobody has answered; empty where that leaves something out. */
  readonly used: string;
  /** Up to five values of the data that show what it is about. */
  readonly samples: readonly string[];
}

/**
 * What a person said, by path; the same for the page and for `--set path=value`. `<sheet>` is the key of a sheet, or the path or
 * name of one of its files; without `.<sheet>` it is for all sheets. An empty value leaves something out.
 *
 * - `title`, `language`
 * - `kind.<sheet>`: one of {@link SHEET_KINDS}
 * - `column.<column>` or `column.<sheet>.<column>`: one of our words, or empty
 * - `word.<word>` or `word.<sheet>.<word>`: the same the other way round, a column
 * - `side.<value>`: id or name of a side, which is made if there is none, or {@link CONTESTED}
 * - `sheet_side.<sheet>`: the same for all rows of a sheet
 * - `side_name.<id>`, `side_colour.<id>`
 * - `rest`: id of the side that holds what lies in no area, or empty
 * - `day_order`, `day_numbers`, `day_end`, `day`, `day_pattern`, each also with `.<sheet>`
 */
export type Answers = Readonly<Record<string, string>>;
