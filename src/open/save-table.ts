import { writeCsv } from "../data/text/write-csv.ts";
import { saveFile } from "./save-file.ts";

/** Hands a table to the reader as CSV that a spreadsheet opens as it is; the first row is the header. */
export function saveTable([header = [], ...rows]: readonly (readonly string[])[], name: string): void {
  // Excel takes a file for UTF-8 only if it begins with this mark.
  const content = ["\uFEFF", writeCsv(header, rows, "\r\n"), "\r\n"];
  saveFile(new Blob(content, { type: "text/csv" }), name);
}
