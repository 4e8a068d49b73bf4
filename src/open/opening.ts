import { pickName } from "../core/names.ts";
import type { StoreApi } from "zustand/vanilla";
import { createStore } from "zustand/vanilla";
import { type Atlas, buildAtlas } from "../core/atlas.ts";
import { checkAgreement } from "../data/check-agreement.ts";
import { readCompiled } from "../data/compiled/compiled.ts";
import type { LaterParts } from "../data/later-parts.ts";
import type { Problem } from "../data/problem.ts";
import type { Provenance } from "../export/provenance/provenance.ts";
import { type Gathered, gatherDropped, gatherPicked } from "./gather.ts";
import type { OpeningStatus, OpeningState } from "./opening-state.ts";
import type { PictureOutcome } from "./picture.ts";
import {
  forgetRecents,
  keepRecent,
  listRecents,
  nameRecent,
  readRecent,
  type RecentEntry,
  touchRecent,
} from "./recent.ts";
import { type ProblemsFormat, saveFile, writeProblems } from "./save.ts";
import { openInWorker } from "./worker-client.ts";

/** A data set of the reader's own, ready for the dashboard. */
export interface LocalData {
  /** Its name in this browser and in the address. */
  readonly id: string;
  readonly atlas: Atlas;
  /** Of its content; empty where none could be made. */
  readonly hash: string;
  readonly later: LaterParts;
  readonly problems: readonly Problem[];
}

/** Who puts what was opened on the screen. */
export interface OpeningHost {
  /** Resolves to whether it could be drawn. */
  readonly showLocal: (data: LocalData) => Promise<boolean>;
  readonly showStory: () => Promise<void>;
  /** Shows the view of a picture, if the data set on the page is that of the picture. */
  readonly showPicture: (provenance: Provenance) => Promise<PictureOutcome>;
  readonly now: () => number;
}

/** Opens data sets of the reader's own. Nothing leaves the machine. */
export interface Opening {
  readonly store: StoreApi<OpeningState>;
  /** Must be called within the drop event. */
  readonly openDropped: (transfer: DataTransfer) => void;
  readonly openPicked: (files: Iterable<File>) => void;
  /** Resolves to whether it was shown. */
  readonly openRecent: (id: string) => Promise<boolean>;
  readonly openStory: () => void;
  /** Looks what this browser has kept; nothing is known of it before, and nobody waits for it. */
  readonly lookForRecents: () => Promise<void>;
  /** Shows what is ready in spite of its problems. */
  readonly accept: () => void;
  /** Shows a data set that was made of files without a `dataset.json`. */
  readonly openMade: (name: string, bytes: Uint8Array<ArrayBuffer>) => void;
  /** Ends what is under way or puts away what came of it; the data on the screen stays. */
  readonly cancel: () => void;
  readonly forget: (ids: readonly string[]) => Promise<void>;
  /** Rejects if what writes it cannot be fetched. */
  readonly saveReport: (problems: readonly Problem[], format: ProblemsFormat) => Promise<void>;
  readonly dismissMessage: () => void;
}

type Task = (signal: AbortSignal) => Promise<void>;

interface Readable extends LocalData {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly source: string;
}

/** Long enough for the browser to paint a change before the page is busy. */
const PAINT_MS = 40;

export function createOpening({ showLocal, showStory, showPicture, now }: OpeningHost): Opening {
  const store = createStore<OpeningState>(() => ({
    status: { kind: "idle" },
    recents: undefined,
    message: undefined,
  }));
  const setStatus = (status: OpeningStatus) => store.setState({ status });
  const refresh = async () => store.setState({ recents: await listRecents() });
  let current: AbortController | undefined;
  let waiting: Readable | undefined;
  /** A picture of another data set than the one on the page: its view is shown once that is opened. */
  let awaited: Provenance | undefined;

  /** Starts what replaces whatever was under way. `name`: what the reader knows it by. */
  async function start(name: string, task: Task): Promise<void> {
    current?.abort();
    waiting = undefined;
    const controller = new AbortController();
    current = controller;
    const { signal } = controller;
    try {
      await task(signal);
    } catch (error) {
      if (signal.aborted) return;
      setStatus({ kind: "failed", name, reason: error instanceof Error ? error.message : String(error) });
    }
  }

  async function openGathered({ name, files }: Gathered, signal: AbortSignal): Promise<void> {
    const working = { kind: "working", name, found: files.length } as const;
    setStatus({ ...working, progress: undefined });
    const outcome = await openInWorker(files, {
      signal,
      onProgress: (progress) => setStatus({ ...working, progress }),
    });
    switch (outcome.kind) {
      case "picture": {
        const { provenance } = outcome;
        const shown = await showPicture(provenance);
        signal.throwIfAborted();
        awaited = shown.match === "other" ? provenance : undefined;
        setStatus({ kind: "picture", provenance, outcome: shown });
        break;
      }
      case "undeclared":
        setStatus({ kind: "undeclared", name, files });
        break;
      case "refused":
        setStatus({ kind: "refused", name, problems: outcome.problems });
        break;
      case "compiled": {
        const readable = await prepare(name, outcome.bytes, signal);
        if (readable.problems.every(({ severity }) => severity === "note")) await show(readable, signal);
        else offer(name, readable);
      }
    }
  }

  async function showAwaited(): Promise<void> {
    const provenance = awaited;
    awaited = undefined;
    if (provenance) await showPicture(provenance);
  }

  async function prepare(
    name: string,
    bytes: Uint8Array<ArrayBuffer>,
    signal: AbortSignal,
    kept?: RecentEntry,
  ): Promise<Readable> {
    setStatus({ kind: "preparing", name });
    await new Promise((resolve) => setTimeout(resolve, PAINT_MS));
    const loaded = await readCompiled(bytes);
    signal.throwIfAborted();
    const atlas = buildAtlas(loaded.dataset, loaded.trace);
    const problems = [...loaded.problems, ...checkAgreement(atlas, loaded), ...loaded.notes];
    const source = kept?.source ?? name;
    return {
      id: kept?.id ?? nameRecent(pickName(loaded.dataset.title, "en"), source),
      atlas,
      hash: loaded.hash,
      later: loaded.later,
      problems,
      bytes,
      source,
    };
  }

  function offer(name: string, readable: Readable): void {
    const { title, settlements, firstDay, lastDay } = readable.atlas.dataset;
    const contents = {
      settlements: settlements.length,
      days: readable.atlas.days.length,
      firstDay,
      lastDay,
    };
    waiting = readable;
    setStatus({ kind: "ready", name, title, contents, problems: readable.problems });
  }

  async function show({ bytes, source, ...data }: Readable, signal: AbortSignal): Promise<void> {
    const { title } = data.atlas.dataset;
    setStatus({ kind: "preparing", name: source });
    const entry = { id: data.id, title, source, openedAt: now(), sizeBytes: bytes.byteLength };
    const isShown = await showLocal(data);
    signal.throwIfAborted();
    // What the page cannot show must not be waiting for the reader's next visit.
    if (!isShown) return setStatus({ kind: "idle" });
    await showAwaited();
    const keep = await keepRecent(entry, bytes);
    store.setState({ status: { kind: "idle" }, message: { kind: "opened", title, keep } });
    await refresh();
  }

  return {
    store,
    openDropped(transfer) {
      void start("", async (signal) => {
        const onFound = (found: number) =>
          setStatus({ kind: "working", name: "", found, progress: undefined });
        const gathering = gatherDropped(transfer, { onFound, signal });
        onFound(0);
        await openGathered(await gathering, signal);
      });
    },
    openPicked(files) {
      const gathered = gatherPicked(files);
      void start(gathered.name, (signal) => openGathered(gathered, signal));
    },
    async openRecent(id) {
      let isShown = false;
      await start(id, async (signal) => {
        const bytes = await readRecent(id);
        const kept = (await listRecents())?.find((entry) => entry.id === id);
        if (!bytes || !kept) {
          store.setState({ status: { kind: "idle" }, message: { kind: "not-here" } });
          await refresh();
          return;
        }
        const { bytes: _, source: __, ...data } = await prepare(kept.source, bytes, signal, kept);
        await touchRecent(id, now());
        await showLocal(data);
        isShown = true;
        await showAwaited();
        setStatus({ kind: "idle" });
        await refresh();
      });
      return isShown;
    },
    openStory() {
      void start("", async () => {
        setStatus({ kind: "preparing", name: "" });
        await showStory();
        await showAwaited();
        setStatus({ kind: "idle" });
      });
    },
    lookForRecents: refresh,
    accept() {
      const readable = waiting;
      if (readable) void start(readable.source, (signal) => show(readable, signal));
    },
    openMade(name, bytes) {
      void start(name, async (signal) => show(await prepare(name, bytes, signal), signal));
    },
    cancel() {
      current?.abort();
      waiting = undefined;
      awaited = undefined;
      setStatus({ kind: "idle" });
    },
    async forget(ids) {
      try {
        await forgetRecents(ids);
      } catch {
        store.setState({ message: { kind: "not-forgotten" } });
      }
      await refresh();
    },
    saveReport: async (problems, format) =>
      saveFile(await writeProblems(problems, format), `problems.${format}`),
    dismissMessage: () => store.setState({ message: undefined }),
  };
}
