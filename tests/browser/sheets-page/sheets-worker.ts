import { readSheets } from "../../../src/import/read-sheets.ts";
import { loadSqlite } from "../../../src/open/load-sqlite.ts";
import type { SheetsMessage, SheetsRequest } from "./sheets.ts";

/** The worker's end of `readSheetsInWorker`: reads the files of the one message it is sent. */
self.addEventListener("message", ({ data: { files, choices } }: MessageEvent<SheetsRequest>) => {
  const sources = files.map(({ path, file }) => ({
    path,
    size: file.size,
    read: async () => new Uint8Array(await file.arrayBuffer()),
  }));
  readSheets(sources, {
    ...choices,
    loadSqlite,
    onProgress: (progress) => answer({ kind: "progress", progress }),
  }).then(
    (read) => answer({ kind: "done", read }),
    (error: unknown) =>
      answer({ kind: "failed", reason: error instanceof Error ? error.message : String(error) }),
  );
});

function answer(message: SheetsMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
  self.postMessage(message);
}
