/** The part of the package that we use; it comes without types. */
declare module "sql.js" {
  import type { Sqlite } from "./database.ts";

  /** `locateFile` tells where the file of WebAssembly is; the package looks beside itself if not. */
  const initSqlJs: (options?: { readonly locateFile?: (file: string) => string }) => Promise<Sqlite>;
  export default initSqlJs;
}
