import type { ExportPages } from "../state/export-pages.ts";

/** One renderer of pages for the preview and for what is saved of it: what was seen is what comes. */
export interface SharedPages {
  /** Keeps the renderer, which is opened when it is first needed, until it is released as often. */
  readonly hold: () => void;
  /** Gives the renderer up with its last user. */
  readonly release: () => void;
  /**
   * Lets a task have the renderer and what it draws to itself: another task begins once this one is done with the canvas. Rejects if
   * there can be no renderer, which may be asked for again, and as the task does.
   */
  readonly run: <Result>(task: (pages: ExportPages) => Promise<Result>) => Promise<Result>;
}

export function sharePages(open: () => Promise<ExportPages>): SharedPages {
  let users = 0;
  let opened: Promise<ExportPages> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const hold = () => {
    users += 1;
  };
  const release = () => {
    users -= 1;
    if (users > 0) return;
    void opened?.then((pages) => pages.remove()).catch(() => {});
    opened = undefined;
  };
  const find = () => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };

  return {
    hold,
    release,
    run(task) {
      hold();
      const done = last.then(async () => task(await find())).finally(release);
      last = done.catch(() => {});
      return done;
    },
  };
}
