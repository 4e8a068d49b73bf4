/** What a column of SQLite can hold here. */
export type SqlValue = string | number | Uint8Array | null;

/** A statement that is carried out once, or once for each of the rows of values that it has. */
export interface SqlStep {
  readonly sql: string;
  readonly rows?: readonly (readonly SqlValue[])[] | undefined;
}

/** A database as the steps that make it: plain data, which can be handed to a worker. */
export type DatabasePlan = readonly SqlStep[];

/** Carries out a plan in an empty database and gives the bytes of its file. */
export type WriteDatabase = (plan: DatabasePlan) => Promise<Uint8Array<ArrayBuffer>>;

/** What is used of SQLite, as the package `sql.js` has it. */
export interface Sqlite {
  readonly Database: new () => {
    run(sql: string): unknown;
    prepare(sql: string): { run(values: SqlValue[]): void; free(): void };
    export(): Uint8Array<ArrayBuffer>;
    close(): void;
  };
}

/** Carries out a plan. The same plan gives the same bytes with one version of SQLite, wherever it runs. */
export function carryOut({ Database }: Sqlite, plan: DatabasePlan): Uint8Array<ArrayBuffer> {
  const database = new Database();
  try {
    // One step after the other, each made safe on a disk that there is not, would take many times as long.
    database.run("BEGIN");
    for (const { sql, rows } of plan) {
      if (!rows) {
        database.run(sql);
        continue;
      }
      const statement = database.prepare(sql);
      for (const row of rows) statement.run([...row]);
      statement.free();
    }
    database.run("COMMIT");
    return database.export();
  } finally {
    database.close();
  }
}
