import { type Atlas, buildAtlas, findControl } from "../core/atlas.ts";
import type { Day } from "../core/day.ts";
import { pickName } from "../core/names.ts";
import { toHex } from "../core/side-colour.ts";
import { checkAgreement } from "../data/check-agreement.ts";
import { writeCompiled } from "../data/compiled/compiled.ts";
import { DECLARATION_FILE } from "../data/declaration/declaration-file.ts";
import type { OpeningOptions, Progress } from "../data/folder.ts";
import { type LoadedDataset, loadDataset } from "../data/load-dataset.ts";
import { groupSheets } from "../import/meaning/keys.ts";
import { writeImports } from "../import/meaning/imports.ts";
import { makeDataset } from "../import/meaning/make-dataset.ts";
import type { Answers } from "../import/meaning/meaning.ts";
import { proposeMeaning } from "../import/meaning/propose.ts";
import { readSheets, type SheetsRead } from "../import/read-sheets.ts";
import { type Cell, isCellDay, type Sheet, type SheetRow } from "../import/sheet.ts";
import type { ReadSheetsOptions, SourceFile } from "../import/source.ts";
import type {
  Checked,
  Excerpt,
  MadeSummary,
  ReadSummary,
  SheetSummary,
  Understanding,
} from "./import-protocol.ts";
import { drawSketch, type Sketch } from "./sketch.ts";

/** What only the browser has. */
export type ImportTools = Pick<ReadSheetsOptions, "loadSqlite"> &
  Pick<OpeningOptions, "readWorld" | "readWorldCell">;

interface Watching {
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

export interface ImportedFile {
  readonly path: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** The files of one import, from reading to the data set; each step goes on from what the one before it left. */
export interface ImportJob {
  readonly read: (
    files: readonly SourceFile[],
    encodings: Readonly<Record<string, string>>,
    watching: Watching,
  ) => Promise<ReadSummary>;
  readonly understand: (answers: Answers) => Understanding;
  readonly check: (watching: Watching) => Promise<Checked>;
  /** `undefined` while there is nothing to show. */
  readonly sketch: (day: Day) => Sketch | undefined;
  /** The rows around the one that a problem names; `undefined` if it names none. */
  readonly findExcerpt: (file: string, record: string) => Excerpt | undefined;
  /** @throws Error while nothing can be shown. */
  readonly compile: () => Promise<Uint8Array<ArrayBuffer>>;
  /**
   * The files as they were, with a `dataset.json` that says what they mean: with it they open without a question. @throws Error
   * before they are understood.
   */
  readonly listFiles: () => Promise<readonly ImportedFile[]>;
}

/** Rows that are shown of a sheet, and on either side of a row at fault. */
const [FIRST_ROWS, ROWS_AROUND] = [5, 2];
const MOST_COLUMNS = 60;
const MOST_LETTERS = 80;
const MOST_NAMES = 12;

export function createImportJob({ loadSqlite, ...reading }: ImportTools): ImportJob {
  let found: SheetsRead = { sheets: [], notes: [], problems: [] };
  let sources: readonly SourceFile[] = [];
  let readAs: Readonly<Record<string, string>> = {};
  let understanding: Understanding | undefined;
  let loaded: LoadedDataset | undefined;
  let atlas: Atlas | undefined;
  return {
    async read(files, encodings, watching) {
      [sources, readAs] = [files, encodings];
      found = await readSheets(files, { encodings, ...(loadSqlite && { loadSqlite }), ...watching });
      const { sheets, notes, problems } = found;
      return { sheets: sheets.map(summarise), notes, problems };
    },
    understand(answers) {
      const meaning = proposeMeaning(found.sheets, answers);
      const excerpts = Object.fromEntries(
        groupSheets(found.sheets).map(({ key, sheets: [sheet] }) => [key, excerptOf(sheet, 0, FIRST_ROWS)]),
      );
      understanding = { meaning, excerpts };
      return understanding;
    },
    async check(watching) {
      if (!understanding) return { made: undefined, problems: [] };
      const made = makeDataset(found.sheets, understanding.meaning);
      [loaded, atlas] = [undefined, undefined];
      const { locate } = made;
      const result = await loadDataset(made.folder, { ...watching, ...reading });
      const problems = [...found.problems, ...made.problems, ...result.problems.map(locate)];
      const { dataset } = result;
      if (!dataset) return { made: undefined, problems };
      loaded = result;
      atlas = buildAtlas(dataset);
      const disagreements = checkAgreement(atlas, result).map(locate);
      const notes = result.notes.map(locate);
      return { made: summariseMade(atlas), problems: [...problems, ...disagreements, ...notes] };
    },
    sketch: (day) => atlas && drawSketch(atlas, day),
    findExcerpt(file, record) {
      const number = Number(/(?:row|feature|record) (\d+)/.exec(record)?.[1]);
      const named = /sheet ("(?:[^"\\]|\\.)*")/.exec(record)?.[1];
      const sheet = found.sheets.find(
        (each) =>
          each.file === file &&
          (named === undefined || JSON.stringify(each.name) === named) &&
          each.rows.some((row) => row.number === number),
      );
      if (!sheet) return undefined;
      const at = sheet.rows.findIndex((row) => row.number === number);
      return excerptOf(sheet, Math.max(0, at - ROWS_AROUND), at + ROWS_AROUND + 1);
    },
    async compile() {
      if (!loaded?.dataset) throw new Error("there is nothing to show yet");
      return writeCompiled({ ...loaded, dataset: loaded.dataset });
    },
    async listFiles() {
      if (!understanding) throw new Error("there is nothing to save yet");
      const text = writeImports(understanding.meaning, { encodings: readAs });
      const declaration = { path: DECLARATION_FILE, content: new TextEncoder().encode(text) };
      const contents = sources.map(async ({ path, read }) => ({ path, content: await read() }));
      return [declaration, ...(await Promise.all(contents))];
    },
  };
}

function summarise({ file, name, format, rows, columns }: Sheet): SheetSummary {
  const count = (type: string) => rows.filter(({ shape }) => shape?.type.endsWith(type)).length;
  return {
    file,
    name,
    format,
    rows: rows.length,
    columns: columns.length,
    points: count("Point"),
    lines: count("LineString"),
    areas: count("Polygon"),
  };
}

function excerptOf(sheet: Sheet | undefined, from: number, to: number): Excerpt {
  if (!sheet) return { columns: [], rows: [] };
  const rows = sheet.rows.slice(from, to).map(({ number, cells }: SheetRow) => ({
    number,
    cells: cells.slice(0, MOST_COLUMNS).map(tellCell),
  }));
  return { columns: sheet.columns.slice(0, MOST_COLUMNS), rows };
}

function tellCell(cell: Cell): string {
  if (cell === undefined) return "";
  const text = isCellDay(cell) ? cell.day : String(cell);
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
}

function summariseMade(atlas: Atlas): MadeSummary {
  const { dataset } = atlas;
  const { sides, firstDay, lastDay, settlements, claims, events, figures, control } = dataset;
  // What a gazetteer lends is none of what was imported.
  const own = dataset.gazetteer === undefined ? settlements : [];
  const byName = own.toSorted((one, other) =>
    pickName(one.names, "en").localeCompare(pickName(other.names, "en"), "en"),
  );
  const names = byName.slice(0, MOST_NAMES).map(({ id, names }) => {
    const holder = findControl(atlas, id, lastDay);
    return { names, side: holder.kind === "unknown" ? undefined : holder.by };
  });
  return {
    sides: sides.map(({ id, name, colour }) => ({ id, name, colour: toHex(colour) })),
    firstDay,
    lastDay,
    settlements: own.length,
    phases: control.phases.length,
    claims: claims.length,
    events: events.length,
    figures: figures.length,
    names,
    sketch: drawSketch(atlas, dataset.defaultDay),
  };
}
