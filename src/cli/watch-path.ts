import { relative, sep } from "node:path";
import { watch } from "chokidar";

/** Saving a data set from a spreadsheet or QGIS touches several files one after the other. */
const QUIET_MS = 200;

/** Calls `onChange` once things at a path, a folder or a file, have changed and are quiet again. Returns what ends that. */
export async function watchPath(path: string, onChange: () => void): Promise<() => Promise<void>> {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(path, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (found) => relative(path, found).split(sep).some(isHidden),
  });
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, QUIET_MS);
  });
  await new Promise<void>((resolve, reject) => {
    watcher.once("ready", () => resolve());
    watcher.once("error", reject);
  });
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}

/** As {@link openNodeFolder} passes them over. Not "..", which a path has that leads to its own folder. */
function isHidden(part: string): boolean {
  return part.startsWith(".") && part !== "..";
}
