/** What is read with SQLite, as the package `sql.js` has it. */
export interface Sqlite {
  readonly Database: new (bytes: Uint8Array) => SqliteDatabase;
}

export interface SqliteDatabase {
  /** @throws Error where the statement or the file is broken. */
  prepare(sql: string): SqliteStatement;
  close(): void;
}

export interface SqliteStatement {
  /** Goes on to the next row; `false` after the last. */
  step(): boolean;
  get(): (string | number | Uint8Array | null)[];
  getColumnNames(): string[];
  free(): void;
}
