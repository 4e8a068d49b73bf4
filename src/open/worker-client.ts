import type { Progress } from "../data/folder.ts";
import type { NamedFile, OpeningOutcome, WorkerMessage } from "./worker-protocol.ts";

interface WatchOptions {
  readonly onProgress: (progress: Progress) => void;
  /** Once aborted, the worker is ended at once, whatever it is doing. */
  readonly signal: AbortSignal;
}

/**
 * Opens files in a worker of their own. Rejects with the signal's reason if it is aborted, and with an Error if the
 * worker fails, be it for want of memory.
 */
export function openInWorker(
  files: readonly NamedFile[],
  { onProgress, signal }: WatchOptions,
): Promise<OpeningOutcome> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const answered = new Promise<OpeningOutcome>((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener("abort", () => reject(signal.reason));
    worker.addEventListener("error", (event) => reject(new Error(event.message || "the worker stopped")));
    worker.addEventListener("message", ({ data }: MessageEvent<WorkerMessage>) => {
      switch (data.kind) {
        case "progress":
          onProgress(data.progress);
          break;
        case "done":
          resolve(data.outcome);
          break;
        case "failed":
          reject(new Error(data.reason));
      }
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
    worker.postMessage(files);
  });
  return answered.finally(() => worker.terminate());
}
