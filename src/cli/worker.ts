import { parentPort } from "node:worker_threads";
import { compileFolder } from "./compile-folder.ts";
import { openNodeFolder } from "./node-folder.ts";
import type { CompileMessage, CompileTask } from "./worker-protocol.ts";

/** Compiles the folders it is sent, one after the other, away from the thread that talks to people. */
parentPort?.on("message", (task: CompileTask) => void compile(task));

async function compile({ folder, isMeasured }: CompileTask): Promise<void> {
  const compilation = await compileFolder(openNodeFolder(folder), {
    isMeasured,
    onProgress: (progress) => say({ kind: "progress", progress }),
  });
  say({ kind: "done", compilation }, compilation.bytes ? [compilation.bytes.buffer] : []);
}

function say(message: CompileMessage, transferred: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transferred);
}
