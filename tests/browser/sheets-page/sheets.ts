import type { Progress } from "../../../src/data/folder.ts";
import type { SheetsRead } from "../../../src/import/read-sheets.ts";
import type { ReadSheetsOptions } from "../../../src/import/source.ts";
import type { NamedFile } from "../../../src/open/worker-protocol.ts";

/** What a person has decided of the files; plain data, which can be handed to a worker. */
export type SheetChoices = Pick<ReadSheetsOptions, "encodings" | "systems" | "limits">;

/** What the worker is asked. */
export interface SheetsRequest {
  readonly files: readonly NamedFile[];
  readonly choices: SheetChoices;
}

/** What it answers: how far it is, at last what was read, or that the program itself failed. */
export type SheetsMessage =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "done"; readonly read: SheetsRead }
  | { readonly kind: "failed"; readonly reason: string };

interface WatchOptions {
  readonly onProgress?: (progress: Progress) => void;
  /** Once aborted, the worker is ended at once, whatever it is doing. */
  readonly signal: AbortSignal;
}

/**
 * Reads files of any kind in a worker of their own, as `readSheets` does. Rejects with the signal's reason if it is aborted, and
 * with an Error if the worker fails, be it for want of memory.
 */
export function readSheetsInWorker(
  request: SheetsRequest,
  { onProgress, signal }: WatchOptions,
): Promise<SheetsRead> {
  const worker = new Worker(new URL("./sheets-worker.ts", import.meta.url), { type: "module" });
  const answered = new Promise<SheetsRead>((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener("abort", () => reject(signal.reason));
    worker.addEventListener("error", (event) => reject(new Error(event.message || "the worker stopped")));
    worker.addEventListener("message", ({ data }: MessageEvent<SheetsMessage>) => {
      switch (data.kind) {
        case "progress":
          onProgress?.(data.progress);
          break;
        case "done":
          resolve(data.read);
          break;
        case "failed":
          reject(new Error(data.reason));
      }
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
    worker.postMessage(request);
  });
  return answered.finally(() => worker.terminate());
}
