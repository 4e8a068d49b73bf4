import { describeValue, type Reporter } from "../problem.ts";
import type { RawRecord } from "./record.ts";

/** What a browser would take for an element: "<b>", "</b>", "<img src=x>", "<!-- ". */
const MARKUP = /<(?:[a-z/][^<>]*>|!--|!doctype)/i;
/** What a spreadsheet would calculate rather than show. Signs before a number or a blank are no formula. */
const FORMULA = /^\s*(?:[=@]|[+-](?![\d\s.,]|$))/;

/**
 * Warns of texts of a record that hold HTML or would be formulas in a spreadsheet. They are kept: the dashboard shows
 * every text as it is, and tables that the program writes have formulas put out of action.
 */
export function checkTexts(record: RawRecord, reporter: Reporter): void {
  for (const [key, value] of Object.entries(record)) {
    if (typeof value !== "string" || value.length === 0) continue;
    if (MARKUP.test(value)) {
      const remedy = "take the marks out; until then they are shown as they are";
      reporter.warn(
        "html-in-text",
        `${describeValue(key)} with HTML, ${describeValue(value)}`,
        "plain text",
        remedy,
      );
    } else if (FORMULA.test(value)) {
      const remedy = "it is kept as text; check that no formula was meant to give a value here";
      reporter.warn(
        "formula-in-text",
        `${describeValue(key)} that looks like a formula, ${describeValue(value)}`,
        "plain text",
        remedy,
      );
    }
  }
}
