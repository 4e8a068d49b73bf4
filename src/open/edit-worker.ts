import { createEditJob } from "./edit-job.ts";
import type { EditAnswer, EditQuestion } from "./edit-client.ts";
import { readImports } from "./read-imports.ts";
import { readWorld } from "./read-world.ts";

/** The worker's end of `createEditClient`: keeps one data set under change, and answers in turn. */
const job = createEditJob({ readWorld, readImports });
let before: Promise<unknown> = Promise.resolve();

self.addEventListener("message", ({ data }: MessageEvent<EditQuestion>) => {
  before = before.then(() => answer(data));
});

async function answer({ number, method, given }: EditQuestion): Promise<void> {
  try {
    const carryOut = job[method] as (...given: readonly unknown[]) => Promise<unknown>;
    reply({ number, result: await carryOut(...given) });
  } catch (error) {
    reply({ number, reason: error instanceof Error ? error.message : String(error) });
  }
}

function reply(message: EditAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
  self.postMessage(message);
}
