import { createGeometryTally, reportGeometryTally } from "../data/geojson/check-coordinates.ts";
import { nameRecord, type Place, reportOn } from "../data/problem.ts";
import type { Reading } from "./reading.ts";
import { readShapes } from "./shapes.ts";
import type { Cell, Sheet, SheetRow } from "./sheet.ts";
import type { Projector } from "./systems.ts";

/** What is known of a sheet before its rows. */
export interface SheetHead extends Pick<Sheet, "name" | "format" | "rowWord"> {
  /** Columns that come first, whether they have any value or not. */
  readonly columns?: readonly string[];
  /** From the coordinates of the file to degrees. */
  readonly project?: Projector | undefined;
  /** For layers whose coordinates are in a system that is not known: the rows come without shapes. */
  readonly isShapeless?: boolean;
  /** Where a row begins in a text. */
  readonly locate?: (index: number) => Place | undefined;
}

export interface SheetBuilder {
  /**
   * Adds the next row, with its number from 1, its values by column, and its geometry in the form of GeoJSON. Columns are
   * added as they come; blank ones only with their names. `false` once no more are read: the limit was reached, and told.
   */
  readonly add: (
    number: number,
    values: Iterable<readonly [column: string, value: Cell]>,
    geometry?: unknown,
  ) => boolean;
  readonly finish: () => Sheet;
}

/** Builds a sheet of features, whose columns show only while they are read. */
export function buildSheet(reading: Reading, head: SheetHead): SheetBuilder {
  const { file, limits, problems } = reading;
  const fileReporter = reportOn(problems, file, nameSheet(reading, head.name));
  const columns = createColumns(head.columns ?? [], () =>
    Math.min(limits.columns, Math.floor(limits.cells / Math.max(1, rows.length))),
  );
  const rows: (SheetRow & { readonly cells: Cell[] })[] = [];
  const context = { project: head.project, tally: createGeometryTally(), nesting: limits.nesting };
  let isFull = false;
  return {
    add(number, values, geometry) {
      if (rows.length >= Math.min(limits.rows, limits.cells / Math.max(1, columns.count()))) {
        if (!isFull) reportTooMany(fileReporter, "rows", rows.length);
        isFull = true;
        return false;
      }
      const record = nameRecord(head.rowWord, number - 1, undefined);
      const reporter = reportOn(problems, file, record, () => head.locate?.(number - 1));
      const shapes = head.isShapeless ? [] : readShapes(geometry, context, reporter);
      if (reporter.hasFailed()) return true;
      const cells = padCells([], columns.count());
      for (const [name, value] of values) {
        const index = columns.find(name);
        if (index !== undefined) cells[index] = value === "" ? undefined : value;
      }
      if (shapes.length === 0) rows.push({ number, cells });
      for (const shape of shapes) rows.push({ number, cells: [...cells], shape });
      return true;
    },
    finish() {
      const left = columns.countLeftOut();
      if (left > 0) reportTooMany(fileReporter, "columns", columns.count());
      reportGeometryTally(context.tally, fileReporter);
      const names = columns.list();
      for (const { cells } of rows) padCells(cells, names.length);
      const { name, format, rowWord } = head;
      return { name, file, format, rowWord, columns: names, rows };
    },
  };
}

/** The same list, with nothing in as many more cells as are missing. */
function padCells(cells: Cell[], count: number): Cell[] {
  while (cells.length < count) cells.push(undefined);
  return cells;
}

/** How problems name a sheet: not at all where its file has but one, whose name it bears. */
export function nameSheet({ file }: Pick<Reading, "file">, name: string): string {
  return file.includes(name) ? "" : `sheet ${JSON.stringify(name)}`;
}

export function reportTooMany(
  reporter: ReturnType<typeof reportOn>,
  what: "rows" | "columns",
  most: number,
): void {
  const found = `more than ${most} ${what}`;
  const remedy = `take out ${what} that are not needed; those after the first ${most} are left out`;
  reporter.error("table-too-large", found, `at most ${most} ${what}`, remedy);
}

interface Columns {
  /** The index of the column, which is made if there is none yet; `undefined` where there are too many. */
  readonly find: (name: string) => number | undefined;
  readonly count: () => number;
  readonly countLeftOut: () => number;
  readonly list: () => readonly string[];
}

/** `most` may shrink while rows are added. */
function createColumns(first: readonly string[], most: () => number): Columns {
  const indexes = new Map<string, number>(first.map((name, index) => [name, index]));
  const leftOut = new Set<string>();
  return {
    find(name) {
      const known = indexes.get(name);
      if (known !== undefined) return known;
      if (indexes.size >= most()) {
        leftOut.add(name);
        return undefined;
      }
      indexes.set(name, indexes.size);
      return indexes.size - 1;
    },
    count: () => indexes.size,
    countLeftOut: () => leftOut.size,
    list: () => nameColumns([...indexes.keys()]),
  };
}

/** Names as a sheet promises them: trimmed, none empty, no two the same. */
export function nameColumns(raw: readonly Cell[]): string[] {
  const taken = new Set<string>();
  return raw.map((cell, index) => {
    const trimmed = cell === undefined ? "" : typeof cell === "object" ? cell.day : String(cell).trim();
    const name = trimmed === "" ? `column ${index + 1}` : trimmed;
    let own = name;
    for (let count = 2; taken.has(own); count++) own = `${name} (${count})`;
    taken.add(own);
    return own;
  });
}
