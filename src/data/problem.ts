/** One thing wrong with a data set, in terms of the file that a person would open to mend it. */
export interface Problem {
  /** `error`: the record could not be used as it stands. `warning`: it is used, but looks like a mistake. */
  readonly severity: "error" | "warning";
  /** Name of the file as `dataset.json` gives it. */
  readonly file: string;
  /** Which record: "row 12 (c0012)", "feature 3 (saraqib)", "line 4, column 7"; empty for the file as a whole. */
  readonly record: string;
  readonly found: string;
  readonly expected: string;
  readonly remedy: string;
}

/** The problem in one line: file, record, found, expected, remedy. Only warnings say their severity. */
export function formatProblem(problem: Problem): string {
  const place = problem.record === "" ? problem.file : `${problem.file}: ${problem.record}`;
  const prefix = problem.severity === "warning" ? "warning: " : "";
  return `${prefix}${place}: found ${problem.found}; expected ${problem.expected}; ${problem.remedy}`;
}

/** Collects what is wrong with one record, or with one file as a whole. */
export interface Reporter {
  readonly error: (found: string, expected: string, remedy: string) => void;
  readonly warn: (found: string, expected: string, remedy: string) => void;
  /** Whether an error was reported: the record must then be dropped. Warnings do not count. */
  readonly hasFailed: () => boolean;
}

/** A reporter that appends to `problems`. */
export function reportOn(problems: Problem[], file: string, record = ""): Reporter {
  let failed = false;
  return {
    error(found, expected, remedy) {
      failed = true;
      problems.push({ severity: "error", file, record, found, expected, remedy });
    },
    warn(found, expected, remedy) {
      problems.push({ severity: "warning", file, record, found, expected, remedy });
    },
    hasFailed: () => failed,
  };
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

/**
 * Text from a file made fit for a terminal and one line: control characters and marks that turn the reading
 * direction are shown as code points, what is longer than `longest` is cut. Arabic letters stay as they are.
 */
export function toOneLine(text: string, longest: number = LONGEST_QUOTE): string {
  const cut = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  return cut.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu,
    (mark) => `<U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`,
  );
}
