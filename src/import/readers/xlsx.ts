import { type Day, parseDay } from "../../core/day.ts";
import { reportOn, toOneLine } from "../../data/problem.ts";
import { isDayFormat } from "../number-format.ts";
import type { WorkbookReader } from "../reading.ts";
import { readSerial } from "../serial-day.ts";
import { tidyPath } from "../tidy-path.ts";
import type { Cell, Sheet } from "../sheet.ts";
import { nameSheet } from "../sheet-builder.ts";
import { makeTable } from "../table.ts";
import { buildGrid, type GridBuilder, readPart } from "../workbook.ts";
import type { XmlHandler } from "../xml.ts";

type Workbook = Parameters<WorkbookReader>[0];

/** What the cells of a workbook refer to. */
interface Shared {
  readonly texts: readonly string[];
  /** By the number of a cell's style. */
  readonly isDay: readonly boolean[];
  /** Whether days are counted from 1904, as old programs for the Macintosh did. */
  readonly is1904: boolean;
  /** Days that serial numbers stand for, as far as they have been met: few different ones fill many cells. */
  readonly days: Map<number, Cell>;
}

/**
 * The sheets of an Excel workbook. A number that is shown as a day is that day; formulas give the value that was saved with them,
 * and macros are not looked at. Numbers in cells without a format of days stay numbers, also where a day is meant.
 */
export const readXlsx: WorkbookReader = async (workbook) => {
  const { file, problems } = workbook;
  const path = (await findTarget(workbook, "_rels/.rels", "officeDocument"))?.[1] ?? "xl/workbook.xml";
  const { sheets: listed, is1904, isWorkbook } = await readContents(workbook, path);
  if (!isWorkbook) {
    const remedy = "save it as .xlsx or as CSV UTF-8";
    reportOn(problems, file).error(
      "unknown-file-kind",
      "a document of Office without sheets",
      "a workbook",
      remedy,
    );
    return [];
  }
  const links = await readLinks(workbook, toRelations(path));
  const find = (kind: string) => links.find(({ type }) => type.endsWith(`/${kind}`));
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const resolve = (target: string) => (target.startsWith("/") ? target.slice(1) : tidyPath(folder + target));
  const texts = await readTexts(workbook, resolve(find("sharedStrings")?.target ?? "sharedStrings.xml"));
  const isDay = await readStyles(workbook, resolve(find("styles")?.target ?? "styles.xml"));
  const sheets: Sheet[] = [];
  for (const [index, { name, id }] of listed.entries()) {
    const link = links.find((own) => own.id === id);
    // A chart that fills a sheet has no cells.
    if (link && !link.type.endsWith("/worksheet")) continue;
    const grid = buildGrid(workbook, name);
    const part = resolve(link?.target ?? `worksheets/sheet${index + 1}.xml`);
    const isWhole = await readPart(
      workbook,
      part,
      readCells(grid, { texts, isDay, is1904, days: new Map() }),
    );
    if (isWhole === undefined) {
      const remedy = "save it again with the program that made it";
      const found = `a workbook without ${toOneLine(part)}`;
      reportOn(problems, file, nameSheet(workbook, name)).error(
        "damaged-file",
        found,
        "a whole workbook",
        remedy,
      );
    }
    const sheet = await makeTable(workbook, { name, format: "xlsx", rows: grid.take(), isStrict: false });
    if (sheet) sheets.push(sheet);
  }
  return sheets;
};

interface Link {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

async function readLinks(workbook: Workbook, path: string): Promise<readonly Link[]> {
  const links: Link[] = [];
  await readPart(workbook, path, {
    open(name, { Id = "", Type = "", Target = "" }) {
      if (name === "Relationship") links.push({ id: Id, type: Type, target: Target });
    },
    text: () => {},
    close: () => {},
  });
  return links;
}

async function findTarget(
  workbook: Workbook,
  path: string,
  kind: string,
): Promise<readonly [string, string] | undefined> {
  const link = (await readLinks(workbook, path)).find(({ type }) => type.endsWith(`/${kind}`));
  return link && [link.id, tidyPath(link.target.replace(/^\//, ""))];
}

function toRelations(path: string): string {
  const at = path.lastIndexOf("/") + 1;
  return `${path.slice(0, at)}_rels/${path.slice(at)}.rels`;
}

async function readContents(workbook: Workbook, path: string) {
  const sheets: { name: string; id: string }[] = [];
  let [is1904, isWorkbook] = [false, false];
  await readPart(workbook, path, {
    open(name, attributes) {
      isWorkbook ||= name === "workbook";
      if (name === "workbookPr") is1904 = /^(?:1|true)$/.test(attributes["date1904"] ?? "");
      if (name === "sheet")
        sheets.push({
          name: toOneLine(attributes["name"]?.trim() || `sheet ${sheets.length + 1}`),
          id: attributes["id"] ?? "",
        });
    },
    text: () => {},
    close: () => {},
  });
  return { sheets, is1904, isWorkbook };
}

/** The texts that cells refer to by number; what is written above them to tell how they are read is left out. */
async function readTexts(workbook: Workbook, path: string): Promise<readonly string[]> {
  const texts: string[] = [];
  let [text, isText, isReading] = ["", false, false];
  await readPart(workbook, path, {
    open(name) {
      if (name === "si") text = "";
      if (name === "rPh") isReading = true;
      isText = name === "t" && !isReading;
    },
    text(part) {
      if (isText) text += part;
    },
    close(name) {
      isText = false;
      if (name === "rPh") isReading = false;
      if (name === "si") texts.push(decodeEscapes(text));
    },
  });
  return texts;
}

/** Signs that XML does not allow are written as `_x000D_`. */
function decodeEscapes(text: string): string {
  return text.includes("_x")
    ? text.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}

async function readStyles(workbook: Workbook, path: string): Promise<readonly boolean[]> {
  const formats = new Map<number, string>();
  const isDay: boolean[] = [];
  let isInCells = false;
  await readPart(workbook, path, {
    open(name, attributes) {
      if (name === "numFmt") formats.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      if (name === "cellXfs") isInCells = true;
      if (name !== "xf" || !isInCells) return;
      const id = Number(attributes["numFmtId"] ?? 0);
      isDay.push(isDayFormat(id, formats.get(id)));
    },
    text: () => {},
    close(name) {
      if (name === "cellXfs") isInCells = false;
    },
  });
  return isDay;
}

/** Puts the cells of a sheet into the grid. A cell that does not say where it is follows the one before. */
function readCells(grid: GridBuilder, shared: Shared): XmlHandler {
  let [row, column, type, style, value] = [0, 0, "n", 0, ""];
  let [isValue, isReading] = [false, false];
  return {
    open(name, attributes) {
      if (name === "row") {
        row = toIndex(attributes["r"]) ?? row + 1;
        column = 0;
      } else if (name === "c") {
        const [, letters = "", digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(attributes["r"] ?? "") ?? [];
        column = letters === "" ? column + 1 : toColumn(letters);
        row = toIndex(digits) ?? row;
        type = attributes["t"] ?? "n";
        style = Number(attributes["s"] ?? 0);
        value = "";
      } else if (name === "rPh") isReading = true;
      isValue = name === "v" || (name === "t" && !isReading);
    },
    text(part) {
      if (isValue) value += part;
    },
    close(name) {
      isValue = false;
      if (name === "rPh") isReading = false;
      if (name === "c" && row > 0) grid.set(row, column, toCell(value, { type, style, shared }));
    },
  };
}

function toIndex(digits: string | undefined): number | undefined {
  const index = Number(digits ?? 0);
  return Number.isInteger(index) && index > 0 ? index : undefined;
}

function toColumn(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function toCell(
  value: string,
  { type, style, shared }: { type: string; style: number; shared: Shared },
): Cell {
  if (value === "") return undefined;
  switch (type) {
    case "s":
      return shared.texts[Number(value)] || undefined;
    case "str":
    case "inlineStr":
      return decodeEscapes(value) || undefined;
    case "b":
      return value === "1" || value === "true";
    case "d": {
      const day = parseDay(value.slice(0, 10));
      return day ? { day } : value;
    }
    case "e":
      return undefined;
    default: {
      const number = Number(value);
      if (!Number.isFinite(number)) return value;
      return (shared.isDay[style] ? findDay(Math.floor(number), shared) : undefined) ?? number;
    }
  }
}

function findDay(serial: number, { days, is1904 }: Shared): Cell {
  if (!days.has(serial)) days.set(serial, toCellDay(readSerial(serial, is1904)));
  return days.get(serial);
}

function toCellDay(day: Day | undefined): Cell {
  return day && { day };
}
