import type { Folder } from "../data/folder.ts";
import { reportOn, toOneLine } from "../data/problem.ts";
import type { Reading } from "./reading.ts";
import { nameSheet, reportTooMany } from "./sheet-builder.ts";
import type { Cell } from "./sheet.ts";
import type { GridRow } from "./table.ts";
import { type XmlHandler, readXml } from "./xml.ts";

/** Reads a part of a workbook from its archive, and reports where it cannot be unpacked: whether it came to its end, or `undefined` if it is not there. */
export async function readPart(
  reading: Reading & { readonly folder: Folder },
  path: string,
  handler: XmlHandler,
): Promise<boolean | undefined> {
  const { file, folder, problems } = reading;
  const paths = await folder.list();
  const known = paths.find((own) => own.toLowerCase() === path.toLowerCase());
  if (known === undefined) return undefined;
  try {
    const bytes = new Uint8Array(await folder.read(known));
    return await readXml({ ...reading, bytes, options: withoutEncodings(reading) }, handler);
  } catch (error) {
    reading.options.signal?.throwIfAborted();
    const reason = toOneLine(error instanceof Error ? error.message : String(error), 100);
    const remedy = "save it again with the program that made it";
    reportOn(problems, file).error(
      "damaged-file",
      `a workbook whose ${toOneLine(path)} cannot be read (${reason})`,
      "a sound workbook",
      remedy,
    );
    return false;
  }
}

/** XML says its encoding itself. */
function withoutEncodings({ options }: Reading): Reading["options"] {
  const { encodings: _, ...others } = options;
  return others;
}

export interface GridBuilder {
  /** Sets a cell by its row and column from 1. Those beyond the limits are left out, and told once the grid is taken. */
  readonly set: (row: number, column: number, value: Cell) => void;
  /** Whether no more is read. */
  readonly isFull: () => boolean;
  readonly take: () => readonly GridRow[];
}

/** Collects the cells of a sheet of a workbook, which may lie far apart. */
export function buildGrid(reading: Reading, name: string): GridBuilder {
  const { file, limits, problems } = reading;
  const rows = new Map<number, Cell[]>();
  let [count, isTooWide, isTooLong] = [0, false, false];
  return {
    set(row, column, value) {
      if (value === undefined || isTooLong) return;
      if (column > limits.columns) {
        isTooWide = true;
        return;
      }
      let cells = rows.get(row);
      if (!cells) {
        // Some more than the limit: a title and the names stand above the rows.
        isTooLong ||= rows.size >= limits.rows + 30;
        if (isTooLong) return;
        cells = [];
        rows.set(row, cells);
      }
      count += Math.max(0, column - cells.length);
      isTooLong ||= count > limits.cells;
      if (isTooLong) return;
      while (cells.length < column - 1) cells.push(undefined);
      cells[column - 1] = value;
    },
    isFull: () => isTooLong,
    take() {
      const reporter = reportOn(problems, file, nameSheet(reading, name));
      if (isTooWide) reportTooMany(reporter, "columns", limits.columns);
      if (isTooLong && rows.size <= limits.rows) reportTooMany(reporter, "rows", rows.size);
      const sorted = [...rows].toSorted(([one], [other]) => one - other);
      return sorted.map(([number, cells]) => ({ number, cells }));
    },
  };
}
