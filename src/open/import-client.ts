import type { ImportReply, ImportRequest } from "./import-protocol.ts";

/** A worker that keeps the files of one import. */
export interface ImportClient {
  readonly ask: (request: ImportRequest) => void;
  /** Ends the worker at once, whatever it is doing. */
  readonly end: () => void;
}

/** Reading, understanding and checking away from the page. A worker that breaks down answers `failed`. */
export function createImportClient(onReply: (reply: ImportReply) => void): ImportClient {
  const worker = new Worker(new URL("./import-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<ImportReply>) => onReply(data));
  worker.addEventListener("error", (event) =>
    onReply({ kind: "failed", reason: event.message || "the worker stopped" }),
  );
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
    ask: (request) => worker.postMessage(request),
    end: () => worker.terminate(),
  };
}
