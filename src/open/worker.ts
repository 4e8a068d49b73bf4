import worldUrl from "world-atlas/countries-10m.json?url";
import { openFiles } from "./open-files.ts";
import type { NamedFile, WorkerMessage } from "./worker-protocol.ts";

/** Opens the files of the one message it is sent, away from the page, which stays in use meanwhile. */
self.addEventListener("message", ({ data: files }: MessageEvent<readonly NamedFile[]>) => {
  openFiles(files, { onProgress: (progress) => answer({ kind: "progress", progress }), readWorld }).then(
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
