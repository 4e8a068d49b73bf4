import { buildAtlas } from "../core/atlas.ts";
import { checkAgreement } from "../data/check-agreement.ts";
import type { LoadedDataset } from "../data/load-dataset.ts";
import { formatProblem, type Problem } from "../data/problem.ts";
import type { OutputFormat } from "./arguments.ts";
import { formatCsv, formatJson } from "./format.ts";

const PROBLEM_FIELDS: readonly (keyof Problem)[] = [
  "severity",
  "file",
  "record",
  "found",
  "expected",
  "remedy",
];

/** Everything wrong with the data set, also where its claims and areas disagree. Warnings alone leave it valid. */
export function validate(loaded: LoadedDataset, format: OutputFormat): { text: string; isValid: boolean } {
  const disagreements = loaded.dataset ? checkAgreement(buildAtlas(loaded.dataset), loaded) : [];
  const problems = [...loaded.problems, ...disagreements];
  const isValid = !problems.some((problem) => problem.severity === "error");
  switch (format) {
    case "json":
      return { text: formatJson(problems), isValid };
    case "csv":
      return { text: formatCsv(PROBLEM_FIELDS, problems), isValid };
    case "table":
      return { text: [...problems.map(formatProblem), summarise(loaded, problems), ""].join("\n"), isValid };
  }
}

function summarise({ dataset }: LoadedDataset, problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === "error").length;
  const counts = `${count(errors, "error")}, ${count(problems.length - errors, "warning")}`;
  if (!dataset) return `${counts}; nothing could be read`;
  const { settlements, claims, controlAreas, firstDay, lastDay } = dataset;
  const read = `${count(settlements.length, "settlement")}, ${count(claims.length, "claim")}, ${count(controlAreas.length, "control area")}`;
  return `${counts}; read ${read} from ${firstDay} to ${lastDay}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
