import type { OpeningOptions } from "../data/folder.ts";
import type { Sqlite } from "./sqlite.ts";

/** A file that somebody dropped or named, wherever it lies. */
export interface SourceFile {
  /** Its name, or its path within what was dropped, with "/" between the parts. */
  readonly path: string;
  /** In bytes; asked before it is read, since it may be larger than the memory. */
  readonly size: number;
  /** Rejects with half a sentence for people if it cannot be read. */
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** How much is read at most. Whatever goes beyond is told as a problem, and what lies within is read all the same. */
export interface ImportLimits {
  /** Of one file, in bytes; also of one unpacked. */
  readonly fileBytes: number;
  /** Of all that is in archives, one within the other too, in bytes. */
  readonly unpackedBytes: number;
  /** In one archive, or dropped at once. */
  readonly files: number;
  readonly rows: number;
  readonly columns: number;
  /** In one sheet, rows times columns: a few cells far out would make empty ones without end. */
  readonly cells: number;
  /** Brackets within brackets, elements within elements, and archives within archives at a twentieth of that. */
  readonly nesting: number;
}

export const IMPORT_LIMITS: ImportLimits = {
  fileBytes: 500_000_000,
  unpackedBytes: 2_000_000_000,
  files: 100_000,
  rows: 1_000_000,
  columns: 2_000,
  cells: 50_000_000,
  nesting: 100,
};

/** What a person may have decided, and what only the browser or only the command line has. */
export interface ReadSheetsOptions extends OpeningOptions {
  /**
   * In which encoding the texts of a file are, by its path ({@link Sheet.file}): any name that TextDecoder knows. For a
   * file that is not named here, and is not in UTF-8, the encoding is guessed and a note says so.
   */
  readonly encodings?: Readonly<Record<string, string>>;
  /** In which system the coordinates of a file are, by its path: `EPSG:32637`. It goes before what the file says of itself. */
  readonly systems?: Readonly<Record<string, string>>;
  /** For GeoPackages. SQLite is WebAssembly: a page whose policy forbids that has to read its sheets in a worker. */
  readonly loadSqlite?: () => Promise<Sqlite>;
  readonly limits?: Partial<ImportLimits>;
}

/**
 * Something that was understood without being told, or left away without loss: for a person to see and, where there is an
 * option for it, to correct. No problem, and nothing to mend.
 */
export type ReadingNote =
  /** Text neither in UTF-8 nor declared. `others` are those that would fit too, likeliest first. */
  | (NoteOf<"encoding-guessed"> & { readonly encoding: string; readonly others: readonly string[] })
  /** Coordinates that were in another system, by its code or name. */
  | (NoteOf<"reprojected"> & { readonly sheet: string; readonly system: string })
  /** Columns from whose values the shapes of a table were made: one, or latitude and longitude. */
  | (NoteOf<"placed-by-columns"> & { readonly sheet: string; readonly columns: readonly string[] })
  /** Rows above the names of the columns, such as a title, which were passed over. */
  | (NoteOf<"rows-above-header"> & { readonly sheet: string; readonly count: number })
  /** A first row that has no names but values: the columns were numbered. */
  | (NoteOf<"no-header"> & { readonly sheet: string })
  /** A row of tags below the names of the columns (#adm1+name), left away. */
  | (NoteOf<"row-of-tags"> & { readonly sheet: string })
  /** The list of rows was found within something else: `value`, `data.features`. */
  | (NoteOf<"found-within"> & { readonly sheet: string; readonly path: string })
  /** Files of an archive, or beside others, in which no data are looked for, such as pictures. */
  | (NoteOf<"files-passed-over"> & { readonly paths: readonly string[] });

interface NoteOf<Kind extends string> {
  readonly kind: Kind;
  /** As {@link Sheet.file}. */
  readonly file: string;
}
