import { openFiles } from "./open-files.ts";
import { readImports } from "./read-imports.ts";
import { readWorld } from "./read-world.ts";
import { readWorldCell } from "./read-world-cell.ts";
import type { NamedFile, WorkerMessage } from "./worker-protocol.ts";

/** Opens the files of the one message it is sent, away from the page, which stays in use meanwhile. */
self.addEventListener("message", ({ data: files }: MessageEvent<readonly NamedFile[]>) => {
  openFiles(files, {
    onProgress: (progress) => answer({ kind: "progress", progress }),
    readWorld,
    readWorldCell,
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
