import { createStore, type StoreApi } from "zustand/vanilla";

/** What becomes of the export that was asked for last. */
export type JobStatus =
  | { readonly kind: "idle" }
  /** `share`: how much is done, from 0 to 1; `kind` of export, by its key. */
  | { readonly kind: "working"; readonly of: string; readonly share: number; readonly note?: string }
  | { readonly kind: "saved"; readonly of: string; readonly file: string; readonly note?: string }
  | { readonly kind: "cancelled"; readonly of: string }
  | { readonly kind: "failed"; readonly of: string; readonly reason: string };

export interface JobTools {
  /** Aborted when the reader cancels. */
  readonly signal: AbortSignal;
  /** Says how much is done, from 0 to 1, and in words what is being done or how long it may take. */
  readonly tell: (share: number, note?: string) => void;
}

/** What was made: its name, and what the reader ought to know of it. */
export interface JobResult {
  readonly file: string;
  readonly note?: string;
}

/** The one thing that is being made at a time; it goes on while the dialog is shut. */
export interface ExportJob {
  readonly store: StoreApi<JobStatus>;
  /**
   * Begins to make something, `of` being the key of its kind, unless something is being made: gives whether it began. Whatever
   * `make` throws is told as the reason, but for the signal's own.
   */
  readonly start: (of: string, make: (tools: JobTools) => Promise<JobResult>) => boolean;
  readonly cancel: () => void;
  /** Forgets what has become of the last one; does nothing to one that is being made. */
  readonly forget: () => void;
}

export function createExportJob(): ExportJob {
  const store = createStore<JobStatus>(() => ({ kind: "idle" }));
  let controller: AbortController | undefined;

  async function run(of: string, make: (tools: JobTools) => Promise<JobResult>): Promise<void> {
    const own = new AbortController();
    controller = own;
    const { signal } = own;
    store.setState({ kind: "working", of, share: 0 }, true);
    const tell = (share: number, note?: string) => {
      if (controller === own && !signal.aborted)
        store.setState({ kind: "working", of, share, ...(note === undefined ? {} : { note }) }, true);
    };
    try {
      const result = await make({ signal, tell });
      store.setState(signal.aborted ? { kind: "cancelled", of } : { kind: "saved", of, ...result }, true);
    } catch (thrown) {
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      store.setState(signal.aborted ? { kind: "cancelled", of } : { kind: "failed", of, reason }, true);
    } finally {
      controller = undefined;
    }
  }

  return {
    store,
    start(of, make) {
      if (controller) return false;
      void run(of, make);
      return true;
    },
    cancel: () => controller?.abort(),
    forget() {
      if (!controller) store.setState({ kind: "idle" }, true);
    },
  };
}
