import type { Dataset } from "../core/dataset.ts";
import { writeCompiled } from "../data/compiled/compiled.ts";
import { DECLARATION_FILE } from "../data/declaration/declaration-file.ts";
import { type Declaration, parseDeclaration } from "../data/declaration/parse-declaration.ts";
import { CLAIM_WORDS, findClaimColumns } from "../data/edit/claim-row.ts";
import { carryOut, type ChangedFile, type Edit } from "../data/edit/edit.ts";
import {
  type EditFault,
  judgeEdit,
  type JudgedDataset,
  listNewProblems,
  overlay,
  readHeader,
} from "../data/edit/judge-edit.ts";
import type { Folder, OpeningOptions } from "../data/folder.ts";
import { loadDataset } from "../data/load-dataset.ts";
import { countProblems, type Problem, reportOn } from "../data/problem.ts";
import { parseJson } from "../data/text/json.ts";
import { isRecord } from "../data/text/record.ts";
import { enterFolder, findDataRoots } from "./data-root.ts";
import { findFolder } from "./open-files.ts";
import type { NamedFile } from "./worker-protocol.ts";

/** What only the browser has. */
export type EditTools = Pick<OpeningOptions, "readWorld" | "readImports">;

/** What can be changed of a data set. */
export interface Editable {
  /** It is written in our own form beside the files that it was made of, which stay as they are. */
  readonly isCopy: boolean;
  /** Our words for what a new claim can say beside its place. */
  readonly words: readonly string[];
}

export interface Refused {
  readonly kind: "refused";
  readonly problems: readonly Problem[];
}

export type Begun = ({ readonly kind: "begun" } & Editable) | Refused;
export type Applied = { readonly kind: "applied"; readonly bytes: Uint8Array<ArrayBuffer> } | Refused;

/** A data set under change: its files as they were opened, and what becomes of them by a list of edits. */
export interface EditJob {
  readonly begin: (files: readonly NamedFile[]) => Promise<Begun>;
  /** What is wrong with an edit that follows others. */
  readonly judge: (edits: readonly Edit[], edit: Edit) => Promise<readonly EditFault[]>;
  /** The data set after the edits, compiled; refused if these bring problems into it that it had not. */
  readonly apply: (edits: readonly Edit[]) => Promise<Applied>;
  /** The files as they are after the edits that are others than after `saved`, with their paths from what was opened. */
  readonly listChanged: (edits: readonly Edit[], saved: readonly Edit[]) => Promise<readonly ChangedFile[]>;
  /** All files after the edits. */
  readonly listAll: (edits: readonly Edit[]) => Promise<readonly ChangedFile[]>;
}

interface Base extends JudgedDataset {
  /** Of the folder within what was opened. */
  readonly root: string;
  readonly problems: readonly Problem[];
}

export function createEditJob(tools: EditTools): EditJob {
  let base: Base | undefined;

  function getBase(): Base {
    if (!base) throw new Error("no data set is open for editing");
    return base;
  }

  /** The changed files after the edits, one after the other; stops at one that cannot be carried out. */
  async function carryOutAll(edits: readonly Edit[], problems: Problem[]): Promise<readonly ChangedFile[]> {
    const { folder, declaration, settlements } = getBase();
    const changed = new Map<string, ChangedFile>();
    let declared = declaration;
    for (const edit of edits) {
      const dataset = { folder: overlay(folder, [...changed.values()]), declaration: declared, settlements };
      const files = await carryOut(edit, dataset, problems);
      if (!files) break;
      for (const file of files) changed.set(file.path, file);
      // A first claim declares its table.
      const text = changed.get(DECLARATION_FILE)?.bytes;
      if (text) declared = parseDeclaration(new TextDecoder().decode(text), []) ?? declared;
    }
    return [...changed.values()];
  }

  async function stateAfter(edits: readonly Edit[]): Promise<JudgedDataset> {
    const { folder, declaration, ...rest } = getBase();
    const changed = await carryOutAll(edits, []);
    const text = changed.find(({ path }) => path === DECLARATION_FILE)?.bytes;
    const declared = text && parseDeclaration(new TextDecoder().decode(text), []);
    return { ...rest, folder: overlay(folder, changed), declaration: declared ?? declaration };
  }

  return {
    async begin(files) {
      base = undefined;
      const problems: Problem[] = [];
      const opened = await findFolder(files, problems);
      const root = opened && findDataRoots(await opened.list())[0];
      if (!opened || root === undefined) return { kind: "refused", problems };
      const own = await toOwnForm(enterFolder(opened, root), tools);
      const loaded = await loadDataset(own.folder, tools);
      const text = new TextDecoder().decode(await own.folder.read(DECLARATION_FILE));
      const declaration = parseDeclaration(text, []);
      if (!loaded.dataset || !declaration) return { kind: "refused", problems: loaded.problems };
      const folder = await keepEdited(own.folder, declaration);
      const { settlements, firstDay, lastDay }: Dataset = loaded.dataset;
      base = { folder, root, declaration, settlements, firstDay, lastDay, problems: loaded.problems };
      return { kind: "begun", isCopy: own.isCopy, words: await listWords(base) };
    },
    judge: async (edits, edit) => judgeEdit(edit, await stateAfter(edits)),
    async apply(edits) {
      const problems: Problem[] = [];
      const { folder, problems: before } = getBase();
      const changed = await carryOutAll(edits, problems);
      if (countProblems(problems, "error") > 0) return { kind: "refused", problems };
      const loaded = await loadDataset(overlay(folder, changed), tools);
      const added = listNewProblems(before, loaded.problems);
      const { dataset } = loaded;
      if (!dataset || added.length > 0) return { kind: "refused", problems: added };
      return { kind: "applied", bytes: await writeCompiled({ ...loaded, dataset }) };
    },
    async listChanged(edits, saved) {
      const { folder, root } = getBase();
      const [now, then] = [await carryOutAll(edits, []), await carryOutAll(saved, [])];
      const paths = new Set([...now, ...then].map(({ path }) => path));
      const files: ChangedFile[] = [];
      for (const path of paths) {
        const find = (list: readonly ChangedFile[]) => list.find((file) => file.path === path)?.bytes;
        const bytes = find(now) ?? (await folder.read(path).catch(() => undefined));
        // A table that an edit began and that was undone stays on the disk, empty of records.
        if (bytes && !isSame(bytes, find(then))) files.push({ path: root + path, bytes });
      }
      return files;
    },
    async listAll(edits) {
      const { folder, root } = getBase();
      const whole = overlay(folder, await carryOutAll(edits, []));
      const files: ChangedFile[] = [];
      for (const path of (await whole.list()).toSorted())
        files.push({ path: root + path, bytes: await whole.read(path) });
      return files;
    },
  };
}

async function listWords({ folder, declaration }: Base): Promise<readonly string[]> {
  const { claims } = declaration.files;
  if (!claims) return [...CLAIM_WORDS, "first_day", "last_day"];
  const header = await readHeader(folder, claims, declaration.story.encoding);
  return [...findClaimColumns(header ?? [], claims).keys()];
}

/** Imported files in the program's own form, in which alone a row can be added; any other folder as it is. */
async function toOwnForm(
  folder: Folder,
  { readImports }: EditTools,
): Promise<{ readonly folder: Folder; readonly isCopy: boolean }> {
  const text = await folder.read(DECLARATION_FILE).then((bytes) => new TextDecoder().decode(bytes));
  const declared = text.includes('"imports"') ? parseJson(text, reportOn([], DECLARATION_FILE)) : undefined;
  if (!readImports || !isRecord(declared) || !isRecord(declared["imports"])) return { folder, isCopy: false };
  const imported = await readImports(folder, declared);
  const declaration = { path: DECLARATION_FILE, bytes: new TextEncoder().encode(imported.text) };
  return { folder: overlay(imported.folder, [declaration]), isCopy: true };
}

/** The files that edits change, read once: after they are saved, what was opened can no longer be read from the disk. */
async function keepEdited(folder: Folder, { files }: Declaration): Promise<Folder> {
  const paths = [DECLARATION_FILE, files.claims?.path, files.settlements?.path];
  const kept: ChangedFile[] = [];
  for (const path of paths) {
    const bytes = path === undefined ? undefined : await folder.read(path).catch(() => undefined);
    if (path !== undefined && bytes) kept.push({ path, bytes });
  }
  return overlay(folder, kept);
}

function isSame(one: Uint8Array, other: Uint8Array | undefined): boolean {
  return one.length === other?.length && one.every((byte, index) => byte === other[index]);
}
