import type { ExportPages } from "../state/export-pages.ts";

/** One renderer of pages for the preview and for what is saved of it: what was seen is what comes. */
export interface SharedPages {
  /** Opened for the first user, and anew after the last has gone. Rejects if it cannot be; it may be asked for again. */
  readonly use: () => Promise<ExportPages>;
  /** Ends one use, of a renderer that may not have come yet. */
  readonly release: () => void;
}

export function sharePages(open: () => Promise<ExportPages>): SharedPages {
  let users = 0;
  let opened: Promise<ExportPages> | undefined;
  return {
    use() {
      users += 1;
      opened ??= open().catch((error: unknown) => {
        opened = undefined;
        throw error;
      });
      return opened;
    },
    release() {
      users -= 1;
      if (users > 0) return;
      void opened?.then((pages) => pages.remove()).catch(() => {});
      opened = undefined;
    },
  };
}
