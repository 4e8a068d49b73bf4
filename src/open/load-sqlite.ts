import initSqlJs from "sql.js";
import sqliteFile from "sql.js/dist/sql-wasm-browser.wasm?url";

/** SQLite, which is WebAssembly: for workers alone, since the policy of the page forbids it there. */
export function loadSqlite(): ReturnType<typeof initSqlJs> {
  return initSqlJs({ locateFile: () => sqliteFile });
}
