import papaparse from "papaparse";

type Cell = string | number | boolean | null | readonly string[];

/** A value as JSON that ends in a line break. */
export function formatJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * Records as CSV with a header row: lists joined by "|", null as an empty cell. A text that a spreadsheet would take
 * for a formula gets an apostrophe in front.
 */
export function formatCsv<Field extends string>(
  fields: readonly Field[],
  records: readonly Readonly<Record<Field, Cell>>[],
): string {
  const data = records.map((record) => fields.map((field) => toCell(record[field])));
  // The package's own pattern lets a formula through if a line break follows it.
  const options = { newline: "\n", escapeFormulae: /^[=+\-@\t\r]/ };
  const text = papaparse.unparse({ fields: [...fields], data }, options);
  // Without records the package ends the header row itself.
  return data.length === 0 ? text : `${text}\n`;
}

function toCell(value: Cell): string | number | boolean | null {
  return typeof value === "object" && value !== null ? value.join("|") : value;
}
