import type { Day } from "../core/day.ts";
import type { Language } from "../core/names.ts";
import type { WhyReason } from "../core/why-reason.ts";

type Step = "files" | "meaning" | "check" | "open";
type Kind =
  | "settlements"
  | "held-places"
  | "areas"
  | "lines"
  | "highways"
  | "regions"
  | "claims"
  | "events"
  | "figures"
  | "ignored";

/** Our words for columns, by the keys of `src/import/meaning`; names in other languages are made from a language. */
type Column =
  | "place"
  | "place_id"
  | "governorate"
  | "district"
  | "precision"
  | "spellings"
  | "place_kind"
  | "population"
  | "importance"
  | "note"
  | "side"
  | "side_by_day"
  | "day"
  | "first_day"
  | "last_day"
  | "id"
  | "source"
  | "attribution"
  | "certainty"
  | "summary"
  | "action"
  | "extent"
  | "actor"
  | "kind"
  | "title"
  | "other_actor"
  | "fatalities"
  | "fatalities_low"
  | "fatalities_high"
  | "day_precision"
  | "measure"
  | "value"
  | "value_high"
  | "unit"
  | "concerns";

/** What the question is about; `wanted` is the word for a column that is missing, in words. */
export interface QuestionText {
  readonly about: "kind" | "column" | "side" | "rest" | "day-order" | "day-numbers" | "day-end" | "day";
  readonly wanted: string;
  /** A value of the data that shows it; empty where there is none. */
  readonly sample: string;
}

/** What was understood of a file without being told; as the notes of `src/import` have it. */
export type NoteText =
  | { readonly kind: "encoding-guessed"; readonly encoding: string }
  | { readonly kind: "reprojected"; readonly system: string }
  | { readonly kind: "placed-by-columns"; readonly columns: readonly string[] }
  | { readonly kind: "rows-above-header"; readonly count: number }
  | { readonly kind: "no-header" }
  | { readonly kind: "row-of-tags" }
  | { readonly kind: "found-within"; readonly path: string }
  | { readonly kind: "files-passed-over"; readonly paths: readonly string[] };

/** The words of the import assistant, with which they come. */
export interface ImportWords {
  /** The steps as a list to choose from. */
  readonly steps: string;
  readonly step: Readonly<Record<Step, string>>;
  /** What the step is for, in a sentence. */
  readonly lead: Readonly<Record<Step, string>>;
  readonly undo: string;
  readonly next: (step: string) => string;
  readonly working: string;
  readonly upToDate: string;
  readonly problems: (count: number) => string;
  readonly questions: (count: number) => string;
  readonly failed: (reason: string) => string;
  readonly tryAgain: string;

  readonly map: string;
  /** Nothing can be drawn yet. */
  readonly mapEmpty: string;
  readonly mapDay: string;
  readonly mapAlt: (day: Day, areas: number, places: number) => string;

  readonly rows: (count: number) => string;
  readonly columns: (count: number) => string;
  readonly points: (count: number) => string;
  readonly lines: (count: number) => string;
  readonly areas: (count: number) => string;
  readonly files: (count: number) => string;
  readonly nothingRead: string;
  readonly encodingOf: (file: string) => string;
  readonly noteOf: (note: NoteText) => string;
  readonly problemsOfFiles: string;

  readonly dataTitle: string;
  readonly nameLanguage: string;
  readonly openQuestions: string;
  readonly noQuestions: string;
  readonly question: (question: QuestionText) => string;
  /** Where nothing is chosen yet. */
  readonly choose: string;
  /** Takes what was said back, so that it is understood from the data again. */
  readonly takeBack: string;
  readonly isWhat: string;
  readonly kind: Readonly<Record<Kind, string>>;
  readonly column: Readonly<Record<Column, string>>;
  readonly nameIn: (language: Language) => string;
  readonly notUsed: string;
  readonly meaningOf: (column: string) => string;
  readonly row: string;
  readonly firstRows: (sheet: string) => string;
  readonly why: (reason: WhyReason, detail: string) => string;
  readonly sheets: string;
  readonly order: string;
  readonly orders: Readonly<Record<"day-month" | "month-day", string>>;
  readonly numbers: string;
  readonly numberKinds: Readonly<Record<"milliseconds" | "seconds" | "serial" | "digits", string>>;
  readonly end: string;
  readonly ends: Readonly<Record<"inclusive" | "exclusive", string>>;
  readonly dayOfAll: string;
  readonly sides: string;
  readonly colourOf: (side: string) => string;
  readonly nameOf: (side: string) => string;
  readonly values: string;
  readonly sideOf: (value: string) => string;
  readonly contested: string;
  readonly leftOut: string;
  readonly anotherSide: string;
  readonly newSide: string;
  readonly use: string;
  readonly nobody: string;
  readonly rest: string;
  readonly sheetSide: string;

  readonly span: (first: Day, last: Day, count: number) => string;
  readonly contents: string;
  readonly settlements: (count: number) => string;
  readonly phases: (count: number) => string;
  readonly claims: (count: number) => string;
  readonly events: (count: number) => string;
  readonly figures: (count: number) => string;
  readonly names: string;
  readonly noProblems: string;
  readonly showRow: string;
  readonly rowOf: (record: string) => string;
  readonly noRow: string;
  readonly furtherProblems: (count: number) => string;

  readonly cannotOpen: string;
  readonly openQuestionsLeft: (count: number) => string;
  readonly openNow: string;
  readonly saveZip: string;
  readonly saveFolder: string;
  /** `folder`: with the one around it. */
  readonly savedFolder: (folder: string) => string;
  readonly saveHelp: string;
}
