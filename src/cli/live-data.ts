import { countProblems, type Problem } from "../data/problem.ts";
import type { Compilation, CompileOptions } from "./compile-folder.ts";
import { type OpenedDataset, openCompilation } from "./open-dataset.ts";

/** What is shown of a data set whose files may change at any time. */
export interface LiveState {
  /** The compiled form of the last good state. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly hash: string;
  readonly errors: number;
}

/** What came of reading the files once more. */
export type LiveTurn =
  /** They are shown: the state is theirs. */
  | { readonly kind: "shown"; readonly opened: OpenedDataset }
  /** They have more errors than what is shown, which therefore stays. */
  | { readonly kind: "held"; readonly opened: OpenedDataset };

export interface LiveData {
  /** `undefined` until the files could be read once. */
  readonly state: () => LiveState | undefined;
  /** What is wrong with the files as they are now, whether or not they are shown. */
  readonly problems: () => readonly Problem[];
  /**
   * Reads the files again, and gives up whatever reading is under way. `undefined` if that happened to this one, or if
   * nothing is other than before.
   */
  readonly refresh: () => Promise<LiveTurn | undefined>;
}

/**
 * Keeps the last good state of the data set at a path. A file that is half-written or broken makes for more errors than
 * before, so that state stays until the files are mended; a data set that had errors from the start can still be worked on.
 */
export function createLiveData(
  path: string,
  compile: (path: string, options: CompileOptions) => Promise<Compilation>,
): LiveData {
  let state: LiveState | undefined;
  let problems: readonly Problem[] = [];
  let latest = "";
  let current: AbortController | undefined;

  async function refresh(): Promise<LiveTurn | undefined> {
    current?.abort();
    const controller = new AbortController();
    current = controller;
    const compilation = await compile(path, { signal: controller.signal }).catch((error: unknown) => {
      if (controller.signal.aborted) return undefined;
      throw error;
    });
    if (!compilation || controller.signal.aborted) return undefined;
    const opened = await openCompilation(compilation, path);
    const found = JSON.stringify([opened.hash, opened.problems]);
    if (controller.signal.aborted || found === latest) return undefined;
    latest = found;
    problems = opened.problems;
    const errors = countProblems(problems, "error");
    const { bytes } = compilation;
    if (!opened.dataset || !bytes || errors > (state?.errors ?? Number.POSITIVE_INFINITY)) {
      return { kind: "held", opened };
    }
    state = { bytes, hash: opened.hash, errors };
    return { kind: "shown", opened };
  }

  return { state: () => state, problems: () => problems, refresh };
}
