import type { StoreApi } from "zustand/vanilla";
import { createStore } from "zustand/vanilla";
import type { Day } from "../core/day.ts";
import { createImportClient, type ImportClient } from "./import-client.ts";
import type { ImportedFile } from "./import-job.ts";
import type { ImportReply } from "./import-protocol.ts";
import { FIRST_STATE, type ImportAction, type ImportState, reduceImport } from "./import-state.ts";
import type { NamedFile } from "./worker-protocol.ts";

/** An import under way: what is known of it, and what a person can do. */
export interface Importing {
  readonly store: StoreApi<ImportState>;
  readonly act: (action: ImportAction) => void;
  readonly showDay: (day: Day) => void;
  readonly showRows: (file: string, record: string) => void;
  /** Rejects if it cannot be made. */
  readonly compile: () => Promise<Uint8Array<ArrayBuffer>>;
  readonly pack: () => Promise<Blob>;
  /** What the archive has in it. */
  readonly listFiles: () => Promise<readonly ImportedFile[]>;
  readonly end: () => void;
}

/** What was said of files, for as long as the page is open: who leaves by mistake and comes back has it all. */
const remembered = new Map<string, ImportState["said"]>();

function nameFiles(files: readonly NamedFile[]): string {
  return files.map(({ path, file }) => `${path} ${file.size} ${file.lastModified}`).join("\n");
}

/** Begins to read the files at once. `createClient` is for tests, which have no workers. */
export function createImporting(
  files: readonly NamedFile[],
  createClient: (onReply: (reply: ImportReply) => void) => ImportClient = createImportClient,
): Importing {
  const name = nameFiles(files);
  const store = createStore<ImportState>(() => ({
    ...FIRST_STATE,
    said: remembered.get(name) ?? FIRST_STATE.said,
  }));
  const waiting = new Set<(reply: ImportReply) => void>();
  const client = createClient((reply) => {
    for (const hear of waiting) hear(reply);
    store.setState(reduceImport(store.getState(), { kind: "replied", reply }), true);
  });
  const look = () => {
    const { revision, said } = store.getState();
    client.ask({ kind: "look", revision, files, ...said });
  };
  const wait = <Result>(
    request: { readonly kind: "compile" | "pack" | "list" },
    pick: (reply: ImportReply) => Result | undefined,
  ) =>
    new Promise<Result>((resolve, reject) => {
      const hear = (reply: ImportReply) => {
        const result = pick(reply);
        if (result !== undefined) resolve(result);
        else if (reply.kind === "failed") reject(new Error(reply.reason));
        else return;
        waiting.delete(hear);
      };
      waiting.add(hear);
      client.ask(request);
    });
  look();
  return {
    store,
    act(action) {
      const before = store.getState();
      const after = reduceImport(before, action);
      store.setState(after, true);
      if (after.revision === before.revision) return;
      remembered.set(name, after.said);
      look();
    },
    showDay: (day) => client.ask({ kind: "sketch", day }),
    showRows: (file, record) => client.ask({ kind: "excerpt", file, record }),
    compile: () =>
      wait({ kind: "compile" }, (reply) => (reply.kind === "compiled" ? reply.bytes : undefined)),
    pack: () => wait({ kind: "pack" }, (reply) => (reply.kind === "packed" ? reply.archive : undefined)),
    listFiles: () => wait({ kind: "list" }, (reply) => (reply.kind === "listed" ? reply.files : undefined)),
    end: () => client.end(),
  };
}
