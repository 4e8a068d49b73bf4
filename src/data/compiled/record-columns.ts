/** A list of records by their members: what is alike stands together, and the name of a member stands there once. */
interface Table {
  readonly count: number;
  readonly columns: Columns;
}

/** A list of values, `null` for none; or, where all values are objects, the columns of these. */
type Column = readonly unknown[] | { readonly columns: Columns };
type Columns = Readonly<Record<string, Column>>;
type Row = Readonly<Record<string, unknown>>;

/** The members with their lists of records as tables. A record's `name` is left out where it is the first of its `names`. */
export function toTables(members: Row): Row {
  return Object.fromEntries(
    Object.entries(members).map(([member, value]) => [member, isRows(value) ? toTable(value) : value]),
  );
}

/**
 * Takes back what {@link toTables} has done. What no table is stays as it is: whoever asks checks it.
 *
 * @throws RangeError, with the member, if a table does not hold together.
 */
export function fromTables(members: Row): Row {
  return Object.fromEntries(
    Object.entries(members).map(([member, value]) => [
      member,
      isObject(value) && "columns" in value && "count" in value ? fromTable(value, member) : value,
    ]),
  );
}

function toTable(rows: readonly Row[]): Table {
  const shortened = rows.map((row) =>
    row["name"] !== undefined && row["name"] === findFirstName(row) ? { ...row, name: undefined } : row,
  );
  return { count: rows.length, columns: toColumns(shortened) };
}

function toColumns(rows: readonly Row[]): Columns {
  return Object.fromEntries(
    listKeys(rows).map((key) => {
      const values = rows.map((row) => row[key] ?? null);
      return [key, isRows(values) && isInOrder(values) ? { columns: toColumns(values) } : values];
    }),
  );
}

/** Whether objects have their members in one order: of names, the first counts. */
function isInOrder(rows: readonly Row[]): boolean {
  const place = new Map(listKeys(rows).map((key, index) => [key, index]));
  return rows.every((row) => {
    const places = Object.keys(row).map((key) => place.get(key) ?? -1);
    return places.every((at, index) => index === 0 || at > (places[index - 1] ?? -1));
  });
}

/** Of members that have a value in any of the rows. */
function listKeys(rows: readonly Row[]): string[] {
  const keys = new Set<string>();
  for (const row of rows) {
    for (const key in row) if ((row[key] ?? null) !== null) keys.add(key);
  }
  return [...keys];
}

function fromTable({ count, columns }: Row, member: string): Row[] {
  if (!Number.isInteger(count) || Number(count) < 1) throw new RangeError(member);
  const rows = fromColumns(columns, Number(count), member);
  for (const row of rows) {
    const name = row["name"] === undefined ? findFirstName(row) : undefined;
    if (name !== undefined) row["name"] = name;
  }
  return rows;
}

function fromColumns(columns: unknown, count: number, place: string): Record<string, unknown>[] {
  // Without a column anybody could ask for any number of rows.
  if (!isObject(columns) || Object.keys(columns).length === 0) throw new RangeError(place);
  const read = Object.entries(columns).map(([key, column]) => {
    const values = isObject(column) ? fromColumns(column["columns"], count, `${place}.${key}`) : column;
    // A member of that name would be no member.
    const isSound = Array.isArray(values) && values.length === count && key !== "__proto__";
    if (!isSound) throw new RangeError(`${place}.${key}`);
    return [key, values as readonly unknown[]] as const;
  });
  const rows = Array.from({ length: count }, (): Record<string, unknown> => ({}));
  for (const [key, values] of read) {
    for (let index = 0; index < count; index++) {
      const row = rows[index];
      if (row && values[index] !== null) row[key] = values[index];
    }
  }
  return rows;
}

function findFirstName({ names }: Row): unknown {
  return isObject(names) ? Object.values(names)[0] : undefined;
}

function isRows(value: unknown): value is readonly Row[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(isObject) &&
    value.some((row) => Object.keys(row).length > 0)
  );
}

function isObject(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
