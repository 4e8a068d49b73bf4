import { parseDay } from "../../core/day.ts";
import { reportOn, toOneLine } from "../../data/problem.ts";
import type { WorkbookReader } from "../reading.ts";
import type { Cell, Sheet } from "../sheet.ts";
import { makeTable } from "../table.ts";
import { buildGrid, type GridBuilder, readPart } from "../workbook.ts";

/** The sheets of an OpenDocument spreadsheet, as LibreOffice writes it. Formulas give the value that was saved with them. */
export const readOds: WorkbookReader = async (workbook) => {
  const { file, limits, problems } = workbook;
  const reporter = reportOn(problems, file);
  let isProtected = false;
  await readPart(workbook, "META-INF/manifest.xml", {
    open(name) {
      isProtected ||= name === "encryption-data";
    },
    text: () => {},
    close: () => {},
  });
  if (isProtected) {
    reporter.error(
      "protected-file",
      "a workbook protected by a password",
      "one that is not",
      "save it without a password",
    );
    return [];
  }
  const grids: { readonly name: string; readonly grid: GridBuilder }[] = [];
  const state: State = {
    row: 0,
    rows: 1,
    column: 0,
    columns: 1,
    attributes: {},
    text: "",
    paragraphs: 0,
    path: [],
  };
  let [isWorkbook, tables] = [false, 0];
  await readPart(workbook, "content.xml", {
    open(name, attributes) {
      state.path.push(name);
      isWorkbook ||= name === "spreadsheet";
      // A table may stand in a cell of another, and in what is drawn: only the outermost is a sheet.
      if (name === "table") {
        tables += 1;
        if (tables > 1) return;
        const own = toOneLine(attributes["name"]?.trim() || `sheet ${grids.length + 1}`);
        grids.push({ name: own, grid: buildGrid(workbook, own) });
        state.row = 0;
      } else if (tables === 1) openInTable(state, name, attributes);
    },
    text(part) {
      if (tables === 1 && state.path.includes("p") && !isBeside(state.path)) state.text += part;
    },
    close(name) {
      state.path.pop();
      if (name === "table") tables -= 1;
      const grid = grids.at(-1)?.grid;
      if (tables === 1 && grid) closeInTable(state, name, grid, limits.columns);
    },
  });
  if (!isWorkbook && !reporter.hasFailed() && grids.length === 0) {
    const remedy = "save it as .ods, .xlsx or CSV UTF-8";
    reporter.error("unknown-file-kind", "a document that is no spreadsheet", "a spreadsheet", remedy);
  }
  const sheets: Sheet[] = [];
  for (const { name, grid } of grids) {
    const sheet = await makeTable(workbook, { name, format: "ods", rows: grid.take(), isStrict: false });
    if (sheet) sheets.push(sheet);
  }
  return sheets;
};

interface State {
  row: number;
  /** How many rows like this one follow each other, and how many cells. */
  rows: number;
  column: number;
  columns: number;
  attributes: Readonly<Record<string, string>>;
  text: string;
  paragraphs: number;
  readonly path: string[];
}

/** Whether a text is a remark on a cell, or a drawing in it. */
function isBeside(path: readonly string[]): boolean {
  return path.includes("annotation") || path.includes("shape") || path.includes("frame");
}

const CELLS = new Set(["table-cell", "covered-table-cell"]);

function openInTable(state: State, name: string, attributes: Readonly<Record<string, string>>): void {
  if (name === "table-row") {
    state.rows = toCount(attributes["number-rows-repeated"]);
    state.column = 0;
  } else if (CELLS.has(name)) {
    state.columns = toCount(attributes["number-columns-repeated"]);
    state.attributes = attributes;
    state.text = "";
    state.paragraphs = 0;
  } else if (isBeside(state.path)) return;
  else if (name === "p") {
    if (state.paragraphs > 0) state.text += "\n";
    state.paragraphs += 1;
  } else if (name === "s") state.text += " ".repeat(Math.min(100, toCount(attributes["c"])));
  else if (name === "tab") state.text += "\t";
  else if (name === "line-break") state.text += "\n";
}

function closeInTable(state: State, name: string, grid: GridBuilder, most: number): void {
  if (name === "table-row") {
    state.row += state.rows;
    return;
  }
  if (!CELLS.has(name)) return;
  const value = name === "table-cell" ? toCell(state) : undefined;
  if (value !== undefined)
    for (let row = 1; row <= state.rows && !grid.isFull(); row++)
      // One beyond the limit is told of, and no more.
      for (let column = 1; column <= Math.min(state.columns, most + 1) && !grid.isFull(); column++)
        grid.set(state.row + row, state.column + column, value);
  state.column += state.columns;
}

function toCount(text: string | undefined): number {
  const count = Number(text ?? 1);
  return Number.isInteger(count) && count > 0 ? count : 1;
}

function toCell({ attributes, text }: State): Cell {
  switch (attributes["value-type"]) {
    case "float":
    case "percentage":
    case "currency": {
      const number = Number(attributes["value"]);
      return attributes["value"] !== undefined && Number.isFinite(number) ? number : text || undefined;
    }
    case "date": {
      const day = parseDay((attributes["date-value"] ?? "").slice(0, 10));
      return day ? { day } : text || undefined;
    }
    case "boolean":
      return attributes["boolean-value"] === "true";
    default:
      return (attributes["string-value"] ?? text) || undefined;
  }
}
