export type RawRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is RawRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value counts as not given: missing, null, or text of nothing but blanks. */
export function isBlank(value: unknown): value is undefined | null | string {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

/**
 * A value of JSON as it would stand in a cell of a table, without blanks around it; empty for a list or an object: the engine ends
 * the program over one that is nested deeply enough and is to become text.
 */
export function toCell(value: unknown): string {
  return value === undefined || typeof value === "object" ? "" : String(value).trim();
}

/** The value of an own property; `undefined` if it is missing, null, or text of nothing but blanks. */
export function getValue(record: RawRecord, key: string): unknown {
  const value = Object.hasOwn(record, key) ? record[key] : undefined;
  return isBlank(value) ? undefined : value;
}
