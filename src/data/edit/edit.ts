import { modify } from "jsonc-parser";
import type { Settlement } from "../../core/records.ts";
import { DECLARATION_FILE } from "../declaration/declaration-file.ts";
import type { Declaration } from "../declaration/parse-declaration.ts";
import type { StatementsFile } from "../declaration/parse-files.ts";
import type { Folder } from "../folder.ts";
import { type Problem, type Reporter, reportOn } from "../problem.ts";
import { type ClaimDraft, writeClaim } from "./claim-row.ts";
import { openCsv } from "./csv-source.ts";
import { movePoint, moveRow, type MoveDraft } from "./move-place.ts";
import { type EditableText, openText } from "./splice.ts";

/** One change of a data set, as somebody typed it: what is wrong with it is told by who reads the changed files. */
export type Edit =
  /** A new row of the table of claims. */
  | { readonly kind: "claim"; readonly settlement: string; readonly draft: ClaimDraft }
  /** Another position of a settlement. */
  | { readonly kind: "move"; readonly settlement: string; readonly draft: MoveDraft };

/** A data set to be changed. */
export interface EditedDataset {
  readonly folder: Folder;
  readonly declaration: Declaration;
  /** As they were read from it. */
  readonly settlements: readonly Settlement[];
}

export interface ChangedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The columns of a table of claims that is made because there was none. */
const NEW_CLAIMS = "id,settlement,action,side,first_day,last_day,source,summary\n";

/**
 * The files as they are after an edit, those that change and no others; in them, all bytes that say something else stay.
 * `undefined` after reporting why it cannot be written there.
 */
export async function carryOut(
  edit: Edit,
  dataset: EditedDataset,
  problems: Problem[],
): Promise<readonly ChangedFile[] | undefined> {
  return edit.kind === "claim" ? addClaim(edit, dataset, problems) : movePlace(edit, dataset, problems);
}

async function addClaim(
  { settlement, draft }: Extract<Edit, { kind: "claim" }>,
  dataset: EditedDataset,
  problems: Problem[],
): Promise<readonly ChangedFile[] | undefined> {
  const { claims } = dataset.declaration.files;
  const begun = claims ? { file: claims, changed: [] } : await beginClaims(dataset, problems);
  if (!begun) return undefined;
  const { file, changed } = begun;
  const reporter = reportOn(problems, file.path);
  const bytes =
    changed.find(({ path }) => path === file.path)?.bytes ?? (await dataset.folder.read(file.path));
  const opened = openText(bytes, dataset.declaration.story.encoding, reporter);
  const table = opened && openCsv(opened.text, reporter);
  const row = table && writeClaim(draft, nameSettlement(settlement, dataset), table, file, reporter);
  const written = row && opened?.splice([table.append(row)], reporter);
  if (!written) return undefined;
  return [...changed.filter(({ path }) => path !== file.path), { path: file.path, bytes: written }];
}

/** An empty table of claims, and the declaration with it. */
async function beginClaims(
  { folder, declaration }: EditedDataset,
  problems: Problem[],
): Promise<{ readonly file: StatementsFile; readonly changed: readonly ChangedFile[] } | undefined> {
  const paths = new Set(await folder.list());
  let path = "claims.csv";
  for (let number = 2; paths.has(path); number++) path = `claims-${number}.csv`;
  const reporter = reportOn(problems, DECLARATION_FILE);
  const bytes = await folder.read(DECLARATION_FILE);
  const opened = openText(bytes, declaration.story.encoding, reporter);
  const declared = opened && declareClaims(opened, path, reporter);
  if (!declared) return undefined;
  const table = { path, bytes: new TextEncoder().encode(NEW_CLAIMS) };
  return {
    file: { path, columns: new Map(), values: new Map() },
    changed: [{ path: DECLARATION_FILE, bytes: declared }, table],
  };
}

function declareClaims({ text, splice }: EditableText, path: string, reporter: Reporter) {
  const body = text.replace(/^\uFEFF/, " ");
  const indent = /\n([ \t]+)"/.exec(body)?.[1] ?? "  ";
  const formattingOptions = {
    insertSpaces: !indent.includes("\t"),
    tabSize: indent.length,
    eol: /\r\n|\n/.exec(body)?.[0] ?? "\n",
  };
  const changes = modify(body, ["files", "claims"], path, { formattingOptions });
  return splice(
    changes.map(({ offset, length, content }) => ({ start: offset, end: offset + length, text: content })),
    reporter,
  );
}

/** The id of a settlement, or its name where the id is only its place in the file, which the next edit may change. */
function nameSettlement(id: string, { settlements }: EditedDataset): string {
  if (!/^(?:row|feature)-\d+$/.test(id)) return id;
  const name = settlements.find((settlement) => settlement.id === id)?.name ?? id;
  return settlements.filter((settlement) => settlement.name === name).length === 1 ? name : id;
}

async function movePlace(
  { settlement, draft }: Extract<Edit, { kind: "move" }>,
  { folder, declaration: { files, story } }: EditedDataset,
  problems: Problem[],
): Promise<readonly ChangedFile[] | undefined> {
  const { settlements: file } = files;
  if (!file) return undefined;
  const reporter = reportOn(problems, file.path);
  const opened = openText(await folder.read(file.path), story.encoding, reporter);
  if (!opened) return undefined;
  const move = /\.(geo)?json$/i.test(file.path) ? movePoint : moveRow;
  const changes = move(opened.text, { settlement, draft, columns: file.columns, reporter });
  const bytes = changes && opened.splice(changes, reporter);
  return bytes && [{ path: file.path, bytes }];
}
