import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Compilation, CompileOptions } from "./compile-folder.ts";
import type { CompileMessage, CompileTask } from "./worker-protocol.ts";

/** What a thread runs: in a package compiled and beside this file, in a working copy TypeScript as it stands. */
const PROGRAM = import.meta.url.endsWith(".ts") ? "./worker-start.mjs" : "./worker.js";

/** A thread that has done its work and may be given more: starting one takes as long as reading a small data set. */
let idle: Worker | undefined;

/**
 * Compiles a folder, named by its absolute path, in a thread of its own. Rejects with the signal's reason if that is
 * aborted, at once and whatever the thread is doing, and with an Error if the thread fails, be it for want of memory.
 */
export async function compileInWorker(
  folder: string,
  { isMeasured = false, onProgress, signal }: CompileOptions = {},
): Promise<Compilation> {
  signal?.throwIfAborted();
  const worker = idle ?? new Worker(new URL(PROGRAM, import.meta.url));
  idle = undefined;
  worker.ref();
  const over = new AbortController();
  try {
    const task: CompileTask = { folder, isMeasured };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
    worker.postMessage(task);
    const compilation = await new Promise<Compilation>((resolve, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason), { signal: over.signal });
      once(worker, "exit", { signal: over.signal }).then(() => reject(new Error("The thread ended")), reject);
      const handleMessage = (message: CompileMessage) => {
        if (message.kind === "progress") return onProgress?.(message.progress);
        worker.off("message", handleMessage);
        return resolve(message.compilation);
      };
      worker.on("message", handleMessage);
    });
    // The program may end while the thread waits for more.
    worker.unref();
    idle = worker;
    return compilation;
  } catch (error) {
    await worker.terminate();
    throw error;
  } finally {
    over.abort();
  }
}
