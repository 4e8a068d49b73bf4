import worldUrl from "world-atlas/countries-10m.json?url";
import type { Folder, ImportedFolder } from "../data/folder.ts";
import type { Sqlite } from "../import/sqlite.ts";
import { openFiles } from "./open-files.ts";
import type { NamedFile, WorkerMessage } from "./worker-protocol.ts";

/** Opens the files of the one message it is sent, away from the page, which stays in use meanwhile. */
self.addEventListener("message", ({ data: files }: MessageEvent<readonly NamedFile[]>) => {
  openFiles(files, {
    onProgress: (progress) => answer({ kind: "progress", progress }),
    readWorld,
    readImports,
  }).then(
    (outcome) =>
      answer({ kind: "done", outcome }, outcome.kind === "compiled" ? [outcome.bytes.buffer] : undefined),
    (error: unknown) =>
      answer({ kind: "failed", reason: error instanceof Error ? error.message : String(error) }),
  );
});

function answer(message: WorkerMessage, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

/** Four megabytes, which only data of one side without a theatre ask for. */
async function readWorld(): Promise<string> {
  const response = await fetch(worldUrl);
  if (!response.ok) throw new Error(`${worldUrl}: the server answered ${response.status}`);
  return response.text();
}

/** Files of many kinds, whose readers only imported data ask for. */
async function readImports(
  folder: Folder,
  declaration: Readonly<Record<string, unknown>>,
): Promise<ImportedFolder> {
  const imports = await import("../import/meaning/imports.ts");
  return imports.readImports(folder, declaration, { loadSqlite });
}

async function loadSqlite(): Promise<Sqlite> {
  const [{ default: initSqlJs }, { default: file }] = await Promise.all([
    import("sql.js"),
    import("sql.js/dist/sql-wasm-browser.wasm?url"),
  ]);
  return initSqlJs({ locateFile: () => file });
}
