import { realpath, stat } from "node:fs/promises";
import { relative, sep } from "node:path";
import { watch } from "chokidar";

/** Saving a data set from a spreadsheet or QGIS touches several files one after the other. */
const QUIET_MS = 200;
/** A program that never stops writing must not keep changes from being told. */
const LONGEST_WAIT_MS = 2000;
/** How often what is watched is compared with what lies at the path. */
const LOOK_MS = 1000;

interface WatchOptions {
  /** Things at the path have changed and are quiet again, or have been changing for two seconds. */
  readonly onChange: () => void;
  /** Another folder lies at the path, or none does any more. `onChange` follows. */
  readonly onReplaced?: (isThere: boolean) => void;
}

/**
 * Watches whatever lies at a path, a folder or a file, also after it is moved away, made anew or swapped for another,
 * and through symbolic links to it, wherever they are turned. Returns what ends that.
 */
export async function watchPath(
  path: string,
  { onChange, onReplaced }: WatchOptions,
): Promise<() => Promise<void>> {
  const changes = gatherChanges(onChange);
  let watched = await watchAnew(path, changes.add);

  async function look(): Promise<void> {
    const { identity } = watched;
    const isSame = identity === (await identify(path));
    if (isSame && (await watched.isSound())) return;
    await watched.close();
    watched = await watchAnew(path, changes.add);
    const isAboutFolder = [identity, watched.identity].some((name) => name?.startsWith("folder"));
    if (!isSame && isAboutFolder) onReplaced?.(watched.identity !== undefined);
    changes.add();
  }

  let looking = Promise.resolve();
  const timer = setInterval(() => {
    // One after the other. What cannot be looked at now is looked at a second later.
    looking = looking.then(look).catch(() => {});
  }, LOOK_MS);
  return async () => {
    clearInterval(timer);
    await looking;
    changes.forget();
    await watched.close();
  };
}

/** Calls `onChange` once for many changes: when they are over, or after {@link LONGEST_WAIT_MS} if they go on. */
function gatherChanges(onChange: () => void): { readonly add: () => void; readonly forget: () => void } {
  let timer: NodeJS.Timeout | undefined;
  let first: number | undefined;
  const forget = () => {
    clearTimeout(timer);
    first = undefined;
  };
  const tell = () => {
    forget();
    onChange();
  };
  return {
    forget,
    add() {
      const now = performance.now();
      first ??= now;
      clearTimeout(timer);
      timer = setTimeout(tell, Math.max(0, Math.min(QUIET_MS, first + LONGEST_WAIT_MS - now)));
    },
  };
}

/** A watcher of what lies at a path now, and all folders in it by what they are: systems watch these, not their paths. */
interface Watched {
  /** What lay at the path; `undefined` if there was nothing. */
  readonly identity: string | undefined;
  /** Whether the folders at all watched paths are still those that are watched. */
  readonly isSound: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

async function watchAnew(path: string, onEvent: () => void): Promise<Watched> {
  // Before it is watched: what is put there in between is found out at the next look.
  const identity = await identify(path);
  const place = await realpath(path).catch(() => undefined);
  if (identity === undefined || place === undefined)
    return { identity: undefined, isSound: async () => true, close: async () => {} };
  const watcher = watch(place, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (found) => relative(place, found).split(sep).some(isHidden),
  });
  watcher.on("all", onEvent);
  // Such as more folders than the system watches: the others still are.
  watcher.on("error", onEvent);
  await new Promise<void>((resolve) => watcher.once("ready", resolve));
  let known: ReadonlyMap<string, string | undefined> = new Map();
  const isSound = async () => {
    const folders = Object.keys(watcher.getWatched()).filter((folder) => isWithin(place, folder));
    const found = new Map<string, string | undefined>();
    for (const folder of folders) found.set(folder, await identify(folder));
    const isSame = folders.every((folder) => !known.has(folder) || known.get(folder) === found.get(folder));
    known = found;
    // A folder that was away for a moment is the same, and is watched no longer.
    return isSame && (identity.startsWith("file") || found.has(place));
  };
  await isSound();
  return { identity, isSound, close: () => watcher.close() };
}

/** Names what lies at a path, and where it lies if links lead there; `undefined` for nothing. */
async function identify(path: string): Promise<string | undefined> {
  try {
    const place = await realpath(path);
    const found = await stat(place, { bigint: true });
    // The number of a folder that is deleted may be given to the next one.
    return [found.isFile() ? "file" : "folder", found.dev, found.ino, found.birthtimeNs, place].join(" ");
  } catch {
    return undefined;
  }
}

function isWithin(place: string, folder: string): boolean {
  return folder === place || folder.startsWith(`${place}${sep}`);
}

/** As {@link openNodeFolder} passes them over. Not "..", which a path has that leads to its own folder. */
function isHidden(part: string): boolean {
  return part.startsWith(".") && part !== "..";
}
