import type { EditJob } from "./edit-job.ts";

export interface EditQuestion {
  readonly number: number;
  readonly method: keyof EditJob;
  readonly given: readonly unknown[];
}

export type EditAnswer =
  | { readonly number: number; readonly result: unknown }
  | { readonly number: number; readonly reason: string };

/** The job in a worker of its own, which stays for as long as a data set is edited. */
export interface EditClient extends EditJob {
  readonly end: () => void;
}

/** Each question rejects with an Error if the worker fails, be it for want of memory. */
export function createEditClient(): EditClient {
  const worker = new Worker(new URL("./edit-worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
  let last = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<EditAnswer>) => {
    const asked = waiting.get(data.number);
    waiting.delete(data.number);
    // What comes back is what the job of the worker has returned for this question.
    if ("result" in data) asked?.resolve(data.result as never);
    else asked?.reject(new Error(data.reason));
  });
  worker.addEventListener("error", (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message || "the worker stopped"));
    waiting.clear();
  });
  const ask =
    <Method extends keyof EditJob>(method: Method) =>
    (...given: Parameters<EditJob[Method]>) =>
      new Promise<Awaited<ReturnType<EditJob[Method]>>>((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        const question: EditQuestion = { number: last, method, given };
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
        worker.postMessage(question);
      });
  return {
    begin: ask("begin"),
    judge: ask("judge"),
    apply: ask("apply"),
    listChanged: ask("listChanged"),
    listAll: ask("listAll"),
    end: () => worker.terminate(),
  };
}
