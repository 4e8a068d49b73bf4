/** The part of the package that we use, for writing and for reading; it comes without types. */
declare module "sql.js" {
  interface Statement {
    run(values: (string | number | Uint8Array | null)[]): void;
    step(): boolean;
    get(): (string | number | Uint8Array | null)[];
    getColumnNames(): string[];
    free(): void;
  }
  interface Database {
    run(sql: string): unknown;
    prepare(sql: string): Statement;
    export(): Uint8Array<ArrayBuffer>;
    close(): void;
  }
  /** `locateFile` tells where the file of WebAssembly is; the package looks beside itself if not. */
  const initSqlJs: (options?: {
    readonly locateFile?: (file: string) => string;
  }) => Promise<{ readonly Database: new (bytes?: Uint8Array) => Database }>;
  export default initSqlJs;
}
