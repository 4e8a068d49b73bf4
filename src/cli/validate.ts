import { buildAtlas } from "../core/atlas.ts";
import { countDaysBetween } from "../core/day.ts";
import { checkAgreement } from "../data/check-agreement.ts";
import { countProblems, formatProblem, type Problem, PROBLEM_FIELDS } from "../data/problem.ts";
import type { OutputFormat } from "./arguments.ts";
import { formatCsv, formatJson } from "./format.ts";
import type { OpenedDataset } from "./open-dataset.ts";

/** A data set with everything that is wrong with it. */
export interface JudgedDataset extends OpenedDataset {
  /** How many errors its files have by themselves, those left aside that claims and areas make together. */
  readonly errors: number;
}

/** Adds to the problems of the files where their claims and areas disagree. */
export function judge(opened: OpenedDataset): JudgedDataset {
  const { dataset, trace, problems } = opened;
  const errors = countProblems(problems, "error");
  if (!dataset) return { ...opened, errors };
  return {
    ...opened,
    errors,
    problems: [...problems, ...checkAgreement(buildAtlas(dataset, trace), opened)],
  };
}

/** Everything wrong with the data set, and what was put right. Errors make it invalid; where `isStrict`, warnings too. */
export function validate(
  judged: JudgedDataset,
  { format, isStrict }: { readonly format: OutputFormat; readonly isStrict: boolean },
): { text: string; isValid: boolean } {
  const problems = [...judged.problems, ...judged.notes];
  const isValid =
    countProblems(problems, "error") === 0 && !(isStrict && countProblems(problems, "warning") > 0);
  switch (format) {
    case "json":
      return { text: formatJson(problems.map(toRecord)), isValid };
    case "csv":
      return { text: formatCsv(PROBLEM_FIELDS, problems.map(toRecord)), isValid };
    case "table":
      return { text: [...problems.map(formatProblem), summarise(judged, problems), ""].join("\n"), isValid };
  }
}

function toRecord(problem: Problem) {
  return { ...problem, line: problem.line ?? null, column: problem.column ?? null };
}

function summarise({ dataset }: JudgedDataset, problems: readonly Problem[]): string {
  const notes = countProblems(problems, "note");
  const counts = [
    count(countProblems(problems, "error"), "error"),
    count(countProblems(problems, "warning"), "warning"),
    ...(notes > 0 ? [count(notes, "note")] : []),
  ].join(", ");
  if (!dataset) return `${counts}; nothing could be read`;
  const { settlements, gazetteer, claims, control, firstDay, lastDay } = dataset;
  const days = control.phases.reduce((sum, { from, to }) => sum + countDaysBetween(from, to), 0);
  const own = gazetteer === undefined ? settlements.length : 0;
  const read = `${count(own, "settlement")}, ${count(claims.length, "claim")}, areas of ${count(days, "day")}`;
  return `${counts}; read ${read} from ${firstDay} to ${lastDay}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
