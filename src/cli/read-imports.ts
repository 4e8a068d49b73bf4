import type { Folder, ImportedFolder } from "../data/folder.ts";
import type { Sqlite } from "../import/sqlite.ts";

/** Reads a folder of imported files; the readers are fetched only where there is one. For `OpeningOptions.readImports`. */
export async function readImports(
  folder: Folder,
  declaration: Readonly<Record<string, unknown>>,
): Promise<ImportedFolder> {
  const imports = await import("../import/meaning/imports.ts");
  return imports.readImports(folder, declaration, { loadSqlite });
}

/** For GeoPackages. */
export async function loadSqlite(): Promise<Sqlite> {
  const { default: initSqlJs } = await import("sql.js");
  return initSqlJs();
}
