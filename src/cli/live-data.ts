import type { Problem } from "../data/problem.ts";
import type { Compilation } from "./compile-folder.ts";
import { openCompilation, refuseContent } from "./open-dataset.ts";
import { judge, type JudgedDataset } from "./validate.ts";

/** What is shown of a data set whose files may change at any time. */
export interface LiveState {
  /** The compiled form of the last good state. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly hash: string;
  /** As {@link JudgedDataset.errors}. */
  readonly errors: number;
}

/** What pages are told of the data set. */
export interface LiveStatus {
  /** Of the data to show; empty until there are any. */
  readonly hash: string;
  /** The files have more errors than the data to show, which are those of before. */
  readonly isHeld: boolean;
  /** What is wrong with the files as they are now, whether or not they are shown. */
  readonly problems: readonly Problem[];
}

/** What came of reading the files once more. */
export type LiveUpdate =
  /** They are shown: the state is theirs. */
  | { readonly kind: "shown"; readonly opened: JudgedDataset }
  /** They have more errors than what is shown, which therefore stays. */
  | { readonly kind: "held"; readonly opened: JudgedDataset };

export interface LiveData {
  /** `undefined` until the files could be read once. */
  readonly state: () => LiveState | undefined;
  /** The same object until anything changes. */
  readonly status: () => LiveStatus;
  /**
   * Reads the files again, as soon as the reading that is under way is over: giving that up would let steady writing keep
   * every state from being shown. `undefined` if another call has asked for the same reading before, or if nothing is other
   * than before.
   */
  readonly refresh: () => Promise<LiveUpdate | undefined>;
}

/**
 * Keeps the last good state of the data set at a path. A file that is half-written or broken makes for more errors than
 * before, so that state stays until the files are mended; a data set that had errors from the start can still be worked on.
 * Claims and areas that contradict each other are shown: they are edited one after the other.
 */
export function createLiveData(path: string, compile: (path: string) => Promise<Compilation>): LiveData {
  let state: LiveState | undefined;
  let status: LiveStatus = { hash: "", isHeld: false, problems: [] };
  let latest = "";
  let reading: Promise<LiveUpdate | undefined> = Promise.resolve(undefined);
  let isWaiting = false;

  async function refresh(): Promise<LiveUpdate | undefined> {
    if (isWaiting) return undefined;
    isWaiting = true;
    const over = reading.catch(() => {});
    reading = over.then(() => {
      isWaiting = false;
      return read();
    });
    return reading;
  }

  async function read(): Promise<LiveUpdate | undefined> {
    const compilation = await compile(path);
    const opened = await judgeAt(path, compilation);
    const { bytes } = compilation;
    const found = JSON.stringify([opened.hash, opened.problems]);
    if (found === latest) return undefined;
    latest = found;
    const { hash, errors, problems } = opened;
    if (!opened.dataset || !bytes || errors > (state?.errors ?? Number.POSITIVE_INFINITY)) {
      status = { hash: state?.hash ?? "", isHeld: true, problems };
      return { kind: "held", opened };
    }
    state = { bytes, hash, errors };
    status = { hash, isHeld: false, problems };
    return { kind: "shown", opened };
  }

  return { state: () => state, status: () => status, refresh };
}

/** Content that the engine cannot work with, which only a made-up compiled file has, is one more error. */
async function judgeAt(path: string, compilation: Compilation): Promise<JudgedDataset> {
  try {
    return judge(await openCompilation(compilation, path));
  } catch (error) {
    const problems = await refuseContent(path, error);
    if (!problems) throw error;
    const nothing = { dataset: undefined, trace: undefined, hash: "", controlPath: undefined, notes: [] };
    return judge({ ...nothing, problems });
  }
}
