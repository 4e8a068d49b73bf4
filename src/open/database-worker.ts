import { carryOut, type DatabasePlan } from "../export/data/database.ts";
import type { DatabaseMessage } from "./database.ts";
import { loadSqlite } from "./load-sqlite.ts";

/** The worker's end of `writeDatabase`: carries out one plan and answers with the bytes. */
async function answer(plan: DatabasePlan): Promise<DatabaseMessage> {
  try {
    return { kind: "done", bytes: carryOut(await loadSqlite(), plan) };
  } catch (error) {
    return { kind: "failed", reason: error instanceof Error ? error.message : String(error) };
  }
}

self.addEventListener("message", async ({ data }: MessageEvent<DatabasePlan>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
  self.postMessage(await answer(data));
});
