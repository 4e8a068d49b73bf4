import type { DatabasePlan } from "../export/data/database.ts";

/** What the worker answers. */
export type DatabaseMessage =
  | { readonly kind: "done"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "failed"; readonly reason: string };

/**
 * Writes a database in a worker of its own: SQLite is WebAssembly, which the policy of the page forbids the page itself. Rejects
 * with the signal's reason if it is aborted, and with an Error if the worker cannot be had or fails.
 */
export function writeDatabase(plan: DatabasePlan, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL("./database-worker.ts", import.meta.url), { type: "module" });
  const answered = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener("abort", () => reject(signal.reason));
    worker.addEventListener("error", (event) => reject(new Error(event.message || "the worker stopped")));
    worker.addEventListener("message", ({ data }: MessageEvent<DatabaseMessage>) => {
      if (data.kind === "done") resolve(data.bytes);
      else reject(new Error(data.reason));
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
    worker.postMessage(plan);
  });
  return answered.finally(() => worker.terminate());
}
