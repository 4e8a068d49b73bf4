import { buildAtlas } from "../core/atlas.ts";
import { countDaysBetween } from "../core/day.ts";
import { checkAgreement } from "../data/check-agreement.ts";
import type { LoadedDataset } from "../data/load-dataset.ts";
import { countProblems, formatProblem, type Problem, PROBLEM_FIELDS } from "../data/problem.ts";
import type { OutputFormat } from "./arguments.ts";
import { formatCsv, formatJson } from "./format.ts";

/**
 * Everything wrong with the data set, also where its claims and areas disagree, and what was put right. Errors make it
 * invalid; where `isStrict`, warnings too.
 */
export function validate(
  loaded: LoadedDataset,
  { format, isStrict }: { readonly format: OutputFormat; readonly isStrict: boolean },
): { text: string; isValid: boolean } {
  const disagreements = loaded.dataset ? checkAgreement(buildAtlas(loaded.dataset), loaded) : [];
  const problems = [...loaded.problems, ...disagreements, ...loaded.notes];
  const isValid =
    countProblems(problems, "error") === 0 && !(isStrict && countProblems(problems, "warning") > 0);
  switch (format) {
    case "json":
      return { text: formatJson(problems.map(toRecord)), isValid };
    case "csv":
      return { text: formatCsv(PROBLEM_FIELDS, problems.map(toRecord)), isValid };
    case "table":
      return { text: [...problems.map(formatProblem), summarise(loaded, problems), ""].join("\n"), isValid };
  }
}

function toRecord(problem: Problem) {
  return { ...problem, line: problem.line ?? null, column: problem.column ?? null };
}

function summarise({ dataset }: LoadedDataset, problems: readonly Problem[]): string {
  const notes = countProblems(problems, "note");
  const counts = [
    count(countProblems(problems, "error"), "error"),
    count(countProblems(problems, "warning"), "warning"),
    ...(notes > 0 ? [count(notes, "note")] : []),
  ].join(", ");
  if (!dataset) return `${counts}; nothing could be read`;
  const { settlements, claims, control, firstDay, lastDay } = dataset;
  const days = control.phases.reduce((sum, { from, to }) => sum + countDaysBetween(from, to), 0);
  const read = `${count(settlements.length, "settlement")}, ${count(claims.length, "claim")}, areas of ${count(days, "day")}`;
  return `${counts}; read ${read} from ${firstDay} to ${lastDay}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
