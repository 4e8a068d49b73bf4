import { type Problem, PROBLEM_FIELDS } from "../data/problem.ts";
import { writeCsv } from "../data/text/write-csv.ts";

export type ProblemsFormat = "csv" | "json";

/** The problems of a data set as a file: the fields that `frontline validate` prints. */
export function writeProblems(problems: readonly Problem[], format: ProblemsFormat): Blob {
  if (format === "json") {
    return new Blob([JSON.stringify(problems, null, 2), "\n"], { type: "application/json" });
  }
  const data = problems.map((problem) => PROBLEM_FIELDS.map((field) => problem[field]));
  const text = writeCsv(PROBLEM_FIELDS, data, "\r\n");
  // Excel takes a file for UTF-8 only if it begins with this mark.
  return new Blob(["\uFEFF", text, "\r\n"], { type: "text/csv" });
}
