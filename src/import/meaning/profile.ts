import { type Cell, isCellDay, type Sheet } from "../sheet.ts";
import { readCellDay } from "../days.ts";
import { foldColumn } from "./column-names.ts";
import { familyOf, type SheetGroup, type ShapeFamily } from "./keys.ts";

/** A column of sheets of one form, and some of what stands in it. */
export interface ColumnProfile {
  readonly name: string;
  /** By {@link foldColumn}. */
  readonly folded: string;
  /** Up to {@link SAMPLE} cells that are not blank, from all over the rows. */
  readonly sample: readonly Cell[];
}

/** What is seen of sheets of one form before they are understood. */
export interface Profile {
  readonly group: SheetGroup;
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
  /** Of the rows that have a shape; `undefined` where none has. */
  readonly family: ShapeFamily | undefined;
  readonly find: (folded: string) => ColumnProfile | undefined;
}

const SAMPLE = 200;

export function profileGroup(group: SheetGroup): Profile {
  const { sheets } = group;
  const names = [...new Set(sheets.flatMap(({ columns }) => columns))];
  const columns = names.map((name) => ({ name, folded: foldColumn(name), sample: takeSample(sheets, name) }));
  const byName = new Map(columns.toReversed().map((column) => [column.folded, column]));
  return {
    group,
    rows: sheets.reduce((sum, { rows }) => sum + rows.length, 0),
    columns,
    family: findFamily(sheets),
    find: (folded) => byName.get(folded),
  };
}

function findFamily(sheets: readonly Sheet[]): ShapeFamily | undefined {
  for (const { rows } of sheets)
    for (const row of rows) {
      const family = familyOf(row);
      if (family) return family;
    }
  return undefined;
}

/** Cells that are not blank, evenly from all sheets and from all over their rows. */
function takeSample(sheets: readonly Sheet[], name: string): readonly Cell[] {
  const sample: Cell[] = [];
  const fromEach = Math.max(3, Math.ceil(SAMPLE / sheets.length));
  for (const { columns, rows } of sheets) {
    const at = columns.indexOf(name);
    if (at < 0) continue;
    const step = Math.max(1, Math.floor(rows.length / (2 * fromEach)));
    for (let row = 0, taken = 0; row < rows.length && taken < fromEach; row += step) {
      const cell = rows[row]?.cells[at];
      if (cell === undefined || (typeof cell === "string" && cell.trim() === "")) continue;
      sample.push(cell);
      taken += 1;
    }
    if (sample.length >= SAMPLE) break;
  }
  return sample;
}

/** What a cell says as text, without blanks around it; empty for nothing. */
export function cellText(cell: Cell): string {
  if (cell === undefined) return "";
  return isCellDay(cell) ? cell.day : String(cell).trim();
}

/** Which share of the cells of a sample is as asked; 0 of none. */
function shareOf(sample: readonly Cell[], isRight: (cell: Cell) => boolean): number {
  return sample.length === 0 ? 0 : sample.filter(isRight).length / sample.length;
}

/** Mistakes are left to be told row by row. */
const MOST = 0.6;

export function hasDays({ sample }: ColumnProfile): boolean {
  return shareOf(sample, (cell) => readCellDay(cell).kind !== "none") >= MOST;
}

export function hasNumbers({ sample }: ColumnProfile): boolean {
  return shareOf(sample, (cell) => toNumber(cell) !== undefined) >= MOST;
}

/** A number as people write it: `12 500`, `1,250`, `12.5`; `undefined` for anything else. */
export function toNumber(cell: Cell): number | undefined {
  if (typeof cell === "number") return cell;
  if (typeof cell !== "string") return undefined;
  const plain = cell
    .normalize("NFKC")
    .trim()
    .replaceAll(/(?<=\d)[\s'\u066C](?=\d{3}(?!\d))/g, "")
    .replaceAll(/(?<=\d),(?=\d{3}(?:\D|$))/g, "")
    .replace(",", ".");
  return /^[+-]?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** Whether a column has few values, each of them again and again: kinds of something, sides. */
export function hasFewValues({ sample }: ColumnProfile): boolean {
  const values = new Set(sample.map(cellText));
  const isLong = [...values].some((value) => value.length > 60);
  return values.size > 0 && !isLong && values.size <= Math.max(3, Math.min(25, sample.length * 0.6));
}

/** Whether a column has words, and not numbers alone. */
export function hasWords({ sample }: ColumnProfile): boolean {
  return shareOf(sample, (cell) => typeof cell === "string" && /\p{L}/u.test(cell)) >= MOST;
}
