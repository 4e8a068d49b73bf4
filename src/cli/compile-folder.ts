import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { gzip } from "node:zlib";
import { promisify } from "node:util";
import { writeCompiled } from "../data/compiled/compiled.ts";
import type { Folder, OpeningOptions } from "../data/folder.ts";
import { readImports } from "./read-imports.ts";
import { readWorldCell } from "./read-world-cell.ts";
import { type LoadedDataset, loadDataset } from "../data/load-dataset.ts";

/** What a folder of files became. */
export interface Compilation {
  readonly report: Omit<LoadedDataset, "dataset" | "later">;
  /** The compiled form; `undefined` if nothing could be read. */
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
  /** The files that were read; `undefined` if they were not measured or there are none. */
  readonly source: SourceSize | undefined;
}

export interface SourceSize {
  readonly files: number;
  readonly bytes: number;
  /** Each file by itself, as a web server would send it. */
  readonly gzippedBytes: number;
}

export interface CompileOptions extends OpeningOptions {
  /** Packing every file by gzip takes about as long as reading it, though on another core. */
  readonly isMeasured?: boolean;
}

/** Reads, checks and compiles a folder. Rejects only with the signal's reason once that is aborted. */
export async function compileFolder(
  folder: Folder,
  { isMeasured = false, ...options }: CompileOptions = {},
): Promise<Compilation> {
  const measured = isMeasured ? measureFolder(folder) : undefined;
  const { dataset, later, ...report } = await loadDataset(measured ?? folder, {
    ...options,
    readWorld,
    readWorldCell,
    readImports,
  });
  const bytes = dataset && (await writeCompiled({ ...report, dataset, ...(later && { later }) }));
  return { report, bytes, source: measured?.sum() };
}

const pack = promisify(gzip);

/** A folder that weighs what is read from it. */
function measureFolder({ list, read }: Folder): Folder & { readonly sum: () => SourceSize } {
  const sizes = new Map<string, { readonly bytes: number; readonly gzippedBytes: number }>();
  return {
    list,
    async read(path) {
      const bytes = await read(path);
      if (!sizes.has(path))
        sizes.set(path, { bytes: bytes.length, gzippedBytes: (await pack(bytes)).length });
      return bytes;
    },
    sum() {
      const all = [...sizes.values()];
      return {
        files: all.length,
        bytes: all.reduce((sum, size) => sum + size.bytes, 0),
        gzippedBytes: all.reduce((sum, size) => sum + size.gzippedBytes, 0),
      };
    },
  };
}

/** The map of the world, from the package that has it. */
export async function readWorld(): Promise<string> {
  return readFile(createRequire(import.meta.url).resolve("world-atlas/countries-10m.json"), "utf8");
}
