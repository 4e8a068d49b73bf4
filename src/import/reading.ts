import type { Folder } from "../data/folder.ts";
import type { Pacer } from "../data/pacer.ts";
import type { Problem } from "../data/problem.ts";
import type { ImportLimits, ReadingNote, ReadSheetsOptions } from "./source.ts";
import type { Sheet } from "./sheet.ts";

/** One file that is being read, with all that a reader may need and where it tells what it found. */
export interface Reading {
  /** As {@link Sheet.file}. */
  readonly file: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly problems: Problem[];
  readonly notes: ReadingNote[];
  readonly limits: ImportLimits;
  readonly options: ReadSheetsOptions;
  readonly pacer: Pacer;
  /** The bytes of a file that belongs to this one: of the same name, with another ending. */
  readonly readBeside: (ending: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Whether a path, from where this file lies, is that of another that is read too. */
  readonly isBeside: (path: string) => boolean;
}

/** Reads one file: gives what is sound of it, and puts what is not among the problems. Never rejects because of a file. */
export type Reader = (reading: Reading) => Promise<readonly Sheet[]>;

/** Reads a workbook, which is an archive of XML. */
export type WorkbookReader = (reading: Reading & { readonly folder: Folder }) => Promise<readonly Sheet[]>;

/** The name of a file without its folders and its ending, for a sheet that has no name of its own. */
export function nameOfFile(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1);
  return name.replace(/(?<=.)\.(?:gz|[a-z\d]{1,8})$/i, "").replace(/(?<=.)\.[a-z]{3,8}$/i, "") || name;
}
