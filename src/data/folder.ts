import type { DataLimits } from "./limits.ts";
import type { ReadWorldCell } from "./gazetteer.ts";
import type { Problem } from "./problem.ts";

/** A folder of files, wherever it lies: on a disk, dropped on the page, in a zip archive, on a web server. */
export interface Folder {
  /** Paths of all files, relative to the folder, with "/" between their parts; in no promised order. */
  readonly list: () => Promise<readonly string[]>;
  /** Rejects if there is no such file or it cannot be read. */
  readonly read: (path: string) => Promise<Uint8Array>;
}

const OPENING_STAGES = ["reading", "checking", "compiling"] as const;
export type OpeningStage = (typeof OPENING_STAGES)[number];

/** How far the opening of a data set has come. */
export interface Progress {
  readonly stage: OpeningStage;
  /** Of `total` files read, days checked or phases compiled; `total` may still grow while files are found. */
  readonly done: number;
  readonly total: number;
  /** Problems found so far. */
  readonly problems: number;
}

/** A folder whose files were imported: it reads as if they had been written in our own form. */
export interface ImportedFolder {
  readonly folder: Folder;
  /** Its `dataset.json`. */
  readonly text: string;
  /** What of the files could not be used. */
  readonly problems: readonly Problem[];
  /** A problem of one of the files as they read, told of those that lie in the folder. */
  readonly locate: (problem: Problem) => Problem;
}

export interface OpeningOptions {
  /** Told at most some twenty times a second. */
  readonly onProgress?: (progress: Progress) => void;
  /** Once aborted, the promise rejects with the signal's reason at the next file or day. */
  readonly signal?: AbortSignal;
  /** Other limits on the ground than {@link DATA_LIMITS}. */
  readonly groundLimits?: DataLimits;
  /** The text of `world-atlas/countries-10m.json`, asked for only where a theatre has to be found. */
  readonly readWorld?: () => Promise<string>;
  /** Reads the places of the world's map, asked for only by data sets of ground without settlements; without it these have none. */
  readonly readWorldCell?: ReadWorldCell;
  /**
   * Reads a folder whose `dataset.json` has `imports`, asked for only there: it may need readers of all kinds of files. Without it
   * such a folder cannot be read, which is told.
   */
  readonly readImports?: (
    folder: Folder,
    declaration: Readonly<Record<string, unknown>>,
  ) => Promise<ImportedFolder>;
}
