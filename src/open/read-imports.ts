import type { Folder, ImportedFolder } from "../data/folder.ts";

/** Files of many kinds, whose readers only imported data ask for; for workers, as SQLite may be among them. */
export async function readImports(
  folder: Folder,
  declaration: Readonly<Record<string, unknown>>,
): Promise<ImportedFolder> {
  const imports = await import("../import/meaning/imports.ts");
  const loadSqlite = async () => (await import("./load-sqlite.ts")).loadSqlite();
  return imports.readImports(folder, declaration, { loadSqlite });
}
