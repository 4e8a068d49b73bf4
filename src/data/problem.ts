import type { ProblemCode } from "./problem-codes.ts";

/**
 * `error`: it breaks a rule of the format; the record was left out, unless the problem says what became of it or is that
 * sound records disagree.
 * `warning`: it is used, but looks like a mistake. `note`: it was put right without loss and needs no mending.
 */
export type Severity = "error" | "warning" | "note";

/** A place in a file, both from 1, columns in characters. */
export interface Place {
  readonly line: number;
  readonly column: number | undefined;
}

/** One thing wrong with a data set, in terms of the file that a person would open to mend it. */
export interface Problem {
  readonly severity: Severity;
  /** Of what kind it is: the same however the texts are worded. */
  readonly code: ProblemCode;
  /** Name of the file as `dataset.json` gives it. */
  readonly file: string;
  /** Which record: "row 12 (c0012)", "feature 3 (old-town)"; empty for the file as a whole. */
  readonly record: string;
  /** Where the record begins, or the fault itself where that is known; `undefined` where it makes no sense. */
  readonly line: number | undefined;
  readonly column: number | undefined;
  /**
   * The member, column or property at fault, without the numbers of items, by the file's own name for it, where the code
   * alone does not tell it ("missing-member"); else empty.
   */
  readonly member: string;
  readonly found: string;
  readonly expected: string;
  readonly remedy: string;
  /** How many faults this stands for: one, or all that followed the first {@link LISTED_OF_ONE_KIND} of its kind. */
  readonly count: number;
}

/** What is written of a problem where it is saved as a table. */
export const PROBLEM_FIELDS: readonly (keyof Problem)[] = [
  "severity",
  "code",
  "file",
  "line",
  "column",
  "record",
  "member",
  "found",
  "expected",
  "remedy",
  "count",
];

/** Faults of one file and kind that are listed one by one; those that follow are only counted. */
const LISTED_OF_ONE_KIND = 20;

/**
 * The problem in one line: file, line, column, record, found, expected, remedy, code. Errors do not say their severity. Fit
 * for a terminal whatever the file says, its name included.
 */
export function formatProblem({
  severity,
  code,
  file,
  line,
  column,
  record,
  found,
  expected,
  remedy,
}: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  const subject = record === "" ? place : `${place}: ${record}`;
  const prefix = severity === "error" ? "" : `${severity}: `;
  return showMarks(`${prefix}${subject}: found ${found}; expected ${expected}; ${remedy} [${code}]`);
}

/** How many faults the problems stand for, of a severity or in all. */
export function countProblems(problems: readonly Problem[], severity?: Severity): number {
  const counted =
    severity === undefined ? problems : problems.filter((problem) => problem.severity === severity);
  return counted.reduce((sum, { count }) => sum + count, 0);
}

/** Tells of one fault. `at` is where it lies, if that is closer than where the record begins. */
type Report = (code: ProblemCode, found: string, expected: string, remedy: string, at?: Place) => void;

/** Collects what is wrong with one record, or with one file as a whole. */
export interface Reporter {
  readonly error: Report;
  readonly warn: Report;
  readonly note: Report;
  /** Whether an error was reported: the record must then be dropped. Warnings and notes do not count. */
  readonly hasFailed: () => boolean;
  /** The same reporter, telling of one member, column or property: likes are then counted for each of them by itself. */
  readonly about: (member: string) => Reporter;
}

/**
 * A reporter that appends to `problems`. `locate` is asked only when something is listed; `group` is a folder of like
 * files, whose faults are counted together.
 */
export function reportOn(
  problems: Problem[],
  file: string,
  record = "",
  locate?: () => Place | undefined,
  group: string = file,
): Reporter {
  let failed = false;
  const add =
    (severity: Severity, member: string): Report =>
    (code, found, expected, remedy, at) => {
      failed ||= severity === "error";
      const place = { file, record, line: undefined, column: undefined };
      const problem = { severity, code, ...place, member, found, expected, remedy, count: 1 };
      addProblem(problems, problem, group, () => at ?? locate?.());
    };
  const about = (member: string): Reporter => ({
    error: add("error", member),
    warn: add("warning", member),
    note: add("note", member),
    hasFailed: () => failed,
    about,
  });
  return about("");
}

interface Tally {
  count: number;
  /** What the first of those not listed was. */
  sample: string;
  /** Where in the list the problem stands that counts those not listed; -1 while there are none. */
  index: number;
}

const tallies = new WeakMap<readonly Problem[], Map<string, Tally>>();

/**
 * Appends a problem, or counts it into one "… more like this" if `group` (a file, or a folder of like files) has had
 * enough of its kind: of problems of one severity and code about one member.
 */
export function addProblem(
  problems: Problem[],
  problem: Problem,
  group: string = problem.file,
  locate?: () => Place | undefined,
): void {
  const ofList = tallies.get(problems) ?? new Map<string, Tally>();
  tallies.set(problems, ofList);
  const kind = JSON.stringify([group, problem.severity, problem.code, problem.member]);
  const tally = ofList.get(kind) ?? { count: 0, index: -1, sample: problem.found };
  ofList.set(kind, tally);
  tally.count += problem.count;
  if (tally.index < 0 && tally.count <= LISTED_OF_ONE_KIND) {
    problems.push({ ...problem, ...(problem.line === undefined ? locate?.() : undefined) });
    return;
  }
  const known = problems[tally.index];
  if (!known) {
    tally.index = problems.length;
    tally.sample = problem.found;
  }
  const count = (known?.count ?? 0) + problem.count;
  const found = `${count} more like this, the first ${tally.sample}`;
  const place = { file: group, record: "", line: undefined, column: undefined };
  problems[tally.index] = known ? { ...known, count, found } : { ...problem, ...place, count, found };
}

/** How problems name a record: its kind, its number from 1 and, if it has one, its id. */
export function nameRecord(kind: string, index: number, id: unknown): string {
  return typeof id === "string" ? `${kind} ${index + 1} (${toOneLine(id)})` : `${kind} ${index + 1}`;
}

const LONGEST_QUOTE = 80;

/** What a value is, short enough for one line: text in quotes and cut, lists and objects by their kind only. */
export function describeValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value !== "string") return String(value);
  return JSON.stringify(toOneLine(value));
}

/** Text from a file made fit for a terminal and one line: as {@link showMarks}, and cut if it is longer than `longest`. */
export function toOneLine(text: string, longest: number = LONGEST_QUOTE): string {
  return showMarks(
    text.length > longest ? `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : text,
  );
}

/**
 * Shows as code points whatever steers a terminal, breaks a line or cannot be seen, marks that turn the reading direction
 * among them. Letters of any script stay as they are.
 */
export function showMarks(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, toCodePoint);
}

/** The same for control characters only, tabs and line breaks left as they are. */
export function showControls(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n\r]/gu, toCodePoint);
}

function toCodePoint(mark: string): string {
  return `<U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`;
}

/** A position in a problem: to about a decimetre. */
export function describePosition(position: readonly number[]): string {
  return position.map((degrees) => Number(degrees.toFixed(6))).join(", ");
}
