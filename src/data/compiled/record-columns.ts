/** A list of records by their members: what is alike stands together, and the name of a member stands there once. */
interface Table {
  readonly count: number;
  readonly columns: Columns;
}

/** The place in the lists of a list of values, `null` for none; or, where all values are objects, the columns of these. */
type Column = number | { readonly columns: Columns };
type Columns = Readonly<Record<string, Column>>;
type Row = Readonly<Record<string, unknown>>;
type List = readonly unknown[];

/** Members with tables in place of their lists of records, and the values of all columns. */
interface Tables {
  readonly members: Row;
  readonly lists: readonly List[];
}

/**
 * The members with their lists of records as tables. A record's `name` is left out where it is the first of its `names`.
 *
 * The lists stand in the order of the mean length of their values, whichever table they are of: gzip looks back no further than
 * 32 KiB, and finds there what is alike.
 */
export function toTables(members: Row): Tables {
  const lists: List[] = [];
  const whole = Object.fromEntries(
    Object.entries(members).map(([member, value]) => [member, isRows(value) ? toTable(value, lists) : value]),
  );
  const lengths = new Map(lists.map((list) => [list, JSON.stringify(list).length / list.length]));
  const sorted = lists.toSorted((one, other) => (lengths.get(one) ?? 0) - (lengths.get(other) ?? 0));
  const places = new Map(sorted.map((list, place) => [list, place]));
  const renumber = (columns: Columns): Columns =>
    mapValues(columns, (column) =>
      typeof column === "number"
        ? (places.get(lists[column] ?? []) ?? column)
        : { columns: renumber(column.columns) },
    );
  const inOrder = mapValues(whole, (value) =>
    isTable(value) ? { ...value, columns: renumber(value.columns as Columns) } : value,
  );
  return { members: inOrder, lists: sorted };
}

/**
 * Takes back what {@link toTables} has done. What no table is stays as it is: whoever asks checks it.
 *
 * @throws RangeError, with the member, if a table does not hold together.
 */
export function fromTables(members: Row, lists: readonly unknown[]): Row {
  return Object.fromEntries(
    Object.entries(members).map(([member, value]) => [
      member,
      isTable(value) ? fromTable(value, lists, member) : value,
    ]),
  );
}

function isTable(value: unknown): value is Row {
  return isObject(value) && "columns" in value && "count" in value;
}

function mapValues<Value, Other>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Other,
): Record<string, Other> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function toTable(rows: readonly Row[], lists: List[]): Table {
  const shortened = rows.map((row) =>
    row["name"] !== undefined && row["name"] === findFirstName(row) ? { ...row, name: undefined } : row,
  );
  return { count: rows.length, columns: toColumns(shortened, lists) };
}

/** Adds the values to the lists. */
function toColumns(rows: readonly Row[], lists: List[]): Columns {
  return Object.fromEntries(
    listKeys(rows).map((key) => {
      const values = rows.map((row) => row[key] ?? null);
      if (isRows(values) && isInOrder(values)) return [key, { columns: toColumns(values, lists) }];
      return [key, lists.push(values) - 1];
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

function fromTable({ count, columns }: Row, lists: readonly unknown[], member: string): Row[] {
  if (!Number.isInteger(count) || Number(count) < 1) throw new RangeError(member);
  const rows = fromColumns(columns, lists, { count: Number(count), place: member });
  for (const row of rows) {
    const name = row["name"] === undefined ? findFirstName(row) : undefined;
    if (name !== undefined) row["name"] = name;
  }
  return rows;
}

function fromColumns(
  columns: unknown,
  lists: readonly unknown[],
  { count, place }: { readonly count: number; readonly place: string },
): Record<string, unknown>[] {
  // Without a column anybody could ask for any number of rows.
  if (!isObject(columns) || Object.keys(columns).length === 0) throw new RangeError(place);
  const read = Object.entries(columns).map(([key, column]) => {
    const values = isObject(column)
      ? fromColumns(column["columns"], lists, { count, place: `${place}.${key}` })
      : lists[typeof column === "number" ? column : -1];
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
