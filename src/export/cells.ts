/** What a field of a record can be. `null`: nothing tells. */
export type Cell = string | number | boolean | null | readonly string[];

/** Records as rows of a table: lists joined by "|". */
export function toRows<Field extends string>(
  fields: readonly Field[],
  records: readonly Readonly<Record<Field, Cell>>[],
): (string | number | boolean | null)[][] {
  return records.map((record) => fields.map((field) => flatten(record[field])));
}

/** A list in one text, joined by "|"; everything else as it is. */
export function flatten(value: Cell): string | number | boolean | null {
  return typeof value === "object" && value !== null ? value.join("|") : value;
}
