import { type Problem, PROBLEM_FIELDS } from "../data/problem.ts";
import { type CsvCell, writeCsv } from "../data/text/write-csv.ts";

/** Hands a file to the reader under a name. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser reads the address after the click returns; a minute is plenty for any disk.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A table as CSV that a spreadsheet opens as it is; the first row is the header. */
function writeTable(header: readonly string[], rows: readonly (readonly CsvCell[])[]): Blob {
  // Excel takes a file for UTF-8 only if it begins with this mark.
  return new Blob(["\uFEFF", writeCsv(header, rows, "\r\n"), "\r\n"], { type: "text/csv" });
}

/** Hands a table to the reader as CSV; the first row is the header. */
export function saveTable([header = [], ...rows]: readonly (readonly string[])[], name: string): void {
  saveFile(writeTable(header, rows), name);
}

export type ProblemsFormat = "csv" | "json";

/** The problems of a data set as a file: the fields that `frontline validate` prints. */
export function writeProblems(problems: readonly Problem[], format: ProblemsFormat): Blob {
  if (format === "json") {
    return new Blob([JSON.stringify(problems, null, 2), "\n"], { type: "application/json" });
  }
  return writeTable(
    PROBLEM_FIELDS,
    problems.map((problem) => PROBLEM_FIELDS.map((field) => problem[field])),
  );
}
