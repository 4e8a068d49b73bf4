import { createTurns } from "../core/turns.ts";
import { listFolder } from "./disk.ts";
import type { NamedFile } from "./worker-protocol.ts";

/** Why a folder is no longer followed: the browser does not let the page read it any more, or it is not there. */
export type LostReason = "no-permission" | "gone";

interface Listening {
  /** The files are others than those seen before, and stay as they are for a moment. */
  readonly onChange: (files: readonly NamedFile[]) => void;
  readonly onLost: (reason: LostReason) => void;
  /** While nobody looks at the page, nothing is asked. */
  readonly isAsleep: () => boolean;
}

/** A folder on the disk that is looked at again and again. */
export interface Following {
  /** Looks now. Resolves to whether the files are others than those seen last, which are then told. */
  readonly look: () => Promise<boolean>;
  /** Does something to the folder that is no change to tell of. */
  readonly withhold: (task: () => Promise<void>) => Promise<void>;
  readonly stop: () => void;
}

/** Soon enough for somebody who has just saved a file. */
const LOOK_MS = 1000;
/** What is being written is not read: it has to be the same for so long. */
const SETTLE_MS = 250;
/** A large folder is looked at for at most a tenth of the time. */
const MOST_SHARE = 10;

/** Follows a folder of which `seen` is known, until it is stopped or lost. */
export function followFolder(
  folder: FileSystemDirectoryHandle,
  seen: readonly NamedFile[],
  { onChange, onLost, isAsleep }: Listening,
): Following {
  let known = nameState(seen);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  /** One look after the other, and none while the page writes. */
  const inTurn = createTurns();

  /** The files once they stay as they are. */
  async function readStill(): Promise<readonly NamedFile[]> {
    let files = await listFolder(folder);
    for (let state = nameState(files), before = ""; state !== known && state !== before; ) {
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      files = await listFolder(folder);
      before = state;
      state = nameState(files);
    }
    return files;
  }

  async function lookOnce(): Promise<boolean> {
    if (isOver) return false;
    try {
      const files = await readStill();
      const state = nameState(files);
      if (state === known || isOver) return false;
      known = state;
      onChange(files);
      return true;
    } catch (error) {
      const reason = findReason(error);
      if (reason && !isOver) {
        stop();
        onLost(reason);
      }
      return false;
    }
  }

  async function look(): Promise<boolean> {
    clearTimeout(timer);
    const started = performance.now();
    const isOther = isAsleep() ? false : await inTurn(lookOnce);
    const taken = performance.now() - started;
    clearTimeout(timer);
    if (!isOver) timer = setTimeout(() => void look(), Math.max(LOOK_MS, MOST_SHARE * taken));
    return isOther;
  }

  function stop(): void {
    isOver = true;
    clearTimeout(timer);
  }

  timer = setTimeout(() => void look(), LOOK_MS);
  return {
    look,
    withhold: (task) =>
      inTurn(async () => {
        await task();
        known = nameState(await listFolder(folder));
      }),
    stop,
  };
}

/** The same for files that nobody has written to. */
function nameState(files: readonly NamedFile[]): string {
  return files
    .map(({ path, file }) => `${path.slice(path.indexOf("/"))} ${file.size} ${file.lastModified}`)
    .toSorted()
    .join("\n");
}

/** `undefined` for what may be over at the next look, such as a file that another program holds. */
function findReason(error: unknown): LostReason | undefined {
  if (!(error instanceof DOMException)) return undefined;
  if (error.name === "NotAllowedError") return "no-permission";
  return error.name === "NotFoundError" ? "gone" : undefined;
}
