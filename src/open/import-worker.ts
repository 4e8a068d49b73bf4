import { createImportJob } from "./import-job.ts";
import type { ImportReply, ImportRequest } from "./import-protocol.ts";
import { loadSqlite } from "./load-sqlite.ts";
import { packZip } from "./pack-zip.ts";
import { readWorld } from "./read-world.ts";
import { readWorldCell } from "./read-world-cell.ts";

/** The worker's end of `createImportClient`: keeps the files of one import and answers what is asked of them. */
const job = createImportJob({ loadSqlite, readWorld, readWorldCell });
let current: AbortController | undefined;
/** With which encodings the files were read. */
let readAs: string | undefined;

self.addEventListener("message", ({ data }: MessageEvent<ImportRequest>) => {
  answer(data).catch((error: unknown) =>
    reply({ kind: "failed", reason: error instanceof Error ? error.message : String(error) }),
  );
});

async function answer(request: ImportRequest): Promise<void> {
  switch (request.kind) {
    case "look":
      return look(request);
    case "sketch": {
      const sketch = job.sketch(request.day);
      if (sketch) reply({ kind: "sketched", sketch });
      return;
    }
    case "excerpt": {
      const { file, record } = request;
      return reply({ kind: "excerpt", record: `${file} ${record}`, excerpt: job.findExcerpt(file, record) });
    }
    case "compile": {
      const bytes = await job.compile();
      return reply({ kind: "compiled", bytes }, [bytes.buffer]);
    }
    case "pack":
      return reply({ kind: "packed", archive: await pack() });
    case "list":
      return reply({ kind: "listed", files: await job.listFiles() });
  }
}

async function pack(): Promise<Blob> {
  const files = await job.listFiles();
  return packZip(files.map(({ path, content }) => ({ path, bytes: content })));
}

async function look(request: Extract<ImportRequest, { kind: "look" }>): Promise<void> {
  const { revision, files, encodings, answers } = request;
  current?.abort();
  const { signal } = (current = new AbortController());
  const watching = {
    signal,
    onProgress: (progress: Parameters<typeof tell>[0]) => tell(progress),
  };
  try {
    const asked = JSON.stringify(encodings);
    if (asked !== readAs) {
      readAs = undefined;
      const sources = files.map(({ path, file }) => ({
        path,
        size: file.size,
        read: async () => new Uint8Array(await file.arrayBuffer()),
      }));
      const read = await job.read(sources, encodings, watching);
      readAs = asked;
      reply({ kind: "read", revision, read });
    }
    reply({ kind: "understood", revision, understanding: job.understand(answers) });
    // So that another answer which is on its way comes before the long work.
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    reply({ kind: "checked", revision, checked: await job.check(watching) });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function tell(progress: Extract<ImportReply, { kind: "progress" }>["progress"]): void {
  reply({ kind: "progress", progress });
}

function reply(message: ImportReply, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
