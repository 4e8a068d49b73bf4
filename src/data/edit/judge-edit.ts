import papaparse from "papaparse";
import type { Day } from "../../core/day.ts";
import { DECLARATION_FILE } from "../declaration/declaration-file.ts";
import { parseDeclaration } from "../declaration/parse-declaration.ts";
import type { StatementsFile } from "../declaration/parse-files.ts";
import type { Folder } from "../folder.ts";
import { loadDataset } from "../load-dataset.ts";
import { type Problem, reportOn } from "../problem.ts";
import { isRecord } from "../text/record.ts";
import type { ClaimDraft } from "./claim-row.ts";
import { findClaimColumns } from "./claim-row.ts";
import { openCsv } from "./csv-source.ts";
import { carryOut, type ChangedFile, type Edit, type EditedDataset } from "./edit.ts";
import type { MoveDraft } from "./move-place.ts";
import { openText } from "./splice.ts";

export type EditField = keyof ClaimDraft | keyof MoveDraft;

/** What is wrong with an edit, and in which of its fields; `undefined`: in none of them alone. */
export interface EditFault {
  readonly field: EditField | undefined;
  readonly problem: Problem;
}

/** A data set to be changed, and the days of its story. */
export interface JudgedDataset extends EditedDataset {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** The folder with some files in other bytes. */
export function overlay(folder: Folder, changed: readonly ChangedFile[]): Folder {
  const byPath = new Map(changed.map(({ path, bytes }) => [path, bytes]));
  return {
    list: async () => [...new Set([...(await folder.list()), ...byPath.keys()])],
    read: async (path) => byPath.get(path) ?? folder.read(path),
  };
}

/** Of two lists of problems, those that only the second has; where a problem lies in its line does not tell it from another. */
export function listNewProblems(before: readonly Problem[], after: readonly Problem[]): readonly Problem[] {
  const known = new Set(before.map(nameProblem));
  return after.filter((problem) => problem.severity !== "note" && !known.has(nameProblem(problem)));
}

function nameProblem({ severity, code, file, record, member, found }: Problem): string {
  return JSON.stringify([severity, code, file, record, member, found]);
}

/**
 * What the rules of the format say against an edit, errors and warnings, found by the reader of data sets itself: it reads the new row
 * alone, with all that this refers to. What only the whole tells, such as claims and areas that disagree, is not among it.
 */
export async function judgeEdit(edit: Edit, dataset: JudgedDataset): Promise<readonly EditFault[]> {
  const problems: Problem[] = [];
  const columns = await findColumns(edit, dataset);
  const toFault = (problem: Problem): EditFault => ({ field: findField(edit, problem, columns), problem });
  if (!(await carryOut(edit, dataset, problems))) return keepFirstOfField(problems.map(toFault));
  const small = await reduce(edit, dataset);
  const changed = await carryOut(edit, small, problems);
  if (!changed) return keepFirstOfField(problems.map(toFault));
  const before = await loadDataset(small.folder);
  const after = await loadDataset(overlay(small.folder, changed));
  return keepFirstOfField(listNewProblems(before.problems, after.problems).map(toFault));
}

/** The data set with nothing but what the edit concerns and refers to; of the claims only the header. */
async function reduce(edit: Edit, { folder, declaration, settlements, ...days }: JudgedDataset) {
  const { files, story } = declaration;
  const text = openText(await folder.read(DECLARATION_FILE), story.encoding, reportOn([], ""))?.text ?? "";
  const declared: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
  const whole = isRecord(declared) ? declared : {};
  const all = isRecord(whole["files"]) ? whole["files"] : {};
  const wanted = edit.kind === "claim" ? ["settlements", "sources", "claims"] : ["settlements"];
  const small = {
    ...whole,
    first_day: days.firstDay,
    last_day: days.lastDay,
    files: Object.fromEntries(wanted.flatMap((name) => (name in all ? [[name, all[name]]] : []))),
  };
  const changed = [{ path: DECLARATION_FILE, bytes: encode(JSON.stringify(small)) }];
  const header = edit.kind === "claim" ? await readHeader(folder, files.claims, story.encoding) : undefined;
  if (header && files.claims)
    changed.push({ path: files.claims.path, bytes: encode(`${papaparse.unparse([[...header]])}\n`) });
  const reduced = parseDeclaration(JSON.stringify(small), []) ?? declaration;
  return { folder: overlay(folder, changed), declaration: reduced, settlements };
}

const encode = (text: string) => new TextEncoder().encode(text);

/** The names of the columns of a table, as it has them; `undefined` where there is none to be read. */
export async function readHeader(
  folder: Folder,
  file: StatementsFile | undefined,
  encoding: string | undefined,
): Promise<readonly string[] | undefined> {
  const bytes = file && (await folder.read(file.path).catch(() => undefined));
  const opened = bytes && openText(bytes, encoding, reportOn([], ""));
  return opened && openCsv(opened.text, reportOn([], ""))?.header;
}

/** Our words by what the table calls them. */
async function findColumns(edit: Edit, { folder, declaration }: EditedDataset) {
  if (edit.kind !== "claim") return new Map([...(declaration.files.settlements?.columns ?? [])].map(swap));
  const { claims } = declaration.files;
  const header = await readHeader(folder, claims, declaration.story.encoding);
  return new Map(claims && header ? [...findClaimColumns(header, claims)].map(swap) : []);
}

function swap([word, name]: readonly [string, string]): readonly [string, string] {
  return [name, word];
}

const FIELD_OF_WORD: Readonly<Record<string, EditField>> = {
  day: "firstDay",
  first_day: "firstDay",
  last_day: "lastDay",
  side: "side",
  action: "action",
  source: "source",
  summary: "summary",
  lng: "lng",
  lat: "lat",
};

/** Of problems that name no column, the field that they are about. */
const FIELD_OF_CODE: Readonly<Partial<Record<Problem["code"], EditField>>> = {
  "unknown-source": "source",
  "days-reversed": "lastDay",
  "outside-story": "firstDay",
};

function findField(
  edit: Edit,
  { code, member }: Problem,
  columns: ReadonlyMap<string, string>,
): EditField | undefined {
  const field = FIELD_OF_WORD[columns.get(member) ?? member] ?? FIELD_OF_CODE[code];
  // A day by itself is typed in the first field.
  if (field === "lastDay" && edit.kind === "claim" && edit.draft.lastDay === "") return "firstDay";
  if (field !== undefined || edit.kind === "claim") return field;
  const lng = Number(edit.draft.lng);
  return Math.abs(lng) <= 180 && edit.draft.lng !== "" ? "lat" : "lng";
}

/** One sentence a field: a day that is none is so in both of its columns. */
function keepFirstOfField(faults: readonly EditFault[]): readonly EditFault[] {
  return faults.filter(
    (fault, index) =>
      fault.field === undefined || faults.findIndex((other) => other.field === fault.field) === index,
  );
}
