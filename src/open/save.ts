import { type Problem, PROBLEM_FIELDS } from "../data/problem.ts";
import type { CsvCell } from "../data/text/write-csv.ts";
import { loadTableWriter } from "./table-writer.ts";

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
async function writeTable(header: readonly string[], rows: readonly (readonly CsvCell[])[]): Promise<Blob> {
  const { writeSpreadsheet } = await loadTableWriter();
  return new Blob([writeSpreadsheet(header, rows)], { type: "text/csv" });
}

/** Hands a table to the reader as CSV; the first row is the header. Rejects if what writes it cannot be fetched. */
export async function saveTable(
  [header = [], ...rows]: readonly (readonly string[])[],
  name: string,
): Promise<void> {
  saveFile(await writeTable(header, rows), name);
}

export type ProblemsFormat = "csv" | "json";

/**
 * The problems of a data set as a file: the fields that `frontline validate` prints. Rejects if what writes it cannot be
 * fetched.
 */
export async function writeProblems(problems: readonly Problem[], format: ProblemsFormat): Promise<Blob> {
  if (format === "json") {
    return new Blob([JSON.stringify(problems, null, 2), "\n"], { type: "application/json" });
  }
  return writeTable(
    PROBLEM_FIELDS,
    problems.map((problem) => PROBLEM_FIELDS.map((field) => problem[field])),
  );
}
