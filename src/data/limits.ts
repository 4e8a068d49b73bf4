/**
 * How much of a data set is read at most: several times what any real one has, and less than what makes a browser's tab or Node
 * run out of memory. Sizes of files have limits of their own, in `text/decode-text.ts`, `text/csv.ts` and `zip/zip-folder.ts`.
 */
export interface DataLimits {
  /** Rows of a table, features of a collection, records of a kind. */
  readonly rows: number;
  /** Columns of a table. */
  readonly columns: number;
  /** Runs of days on which the ground is known and the same. */
  readonly phases: number;
  /** Places that the outlines of all days pass, each counted once. */
  readonly vertices: number;
  /** Edges of the outlines of all days, each counted once however long it stays. */
  readonly links: number;
}

export const DATA_LIMITS: DataLimits = {
  rows: 2_000_000,
  columns: 2000,
  phases: 100_000,
  vertices: 20_000_000,
  links: 40_000_000,
};
