import { pickName } from "../core/names.ts";
import type { StoreApi } from "zustand/vanilla";
import { buildAtlas } from "../core/atlas.ts";
import { checkAgreement } from "../data/check-agreement.ts";
import { COMPILED_ENDING, readCompiled } from "../data/compiled/compiled.ts";
import type { Provenance } from "../export/provenance/provenance.ts";
import { listFolder, pickFolder } from "./disk.ts";
import { AddressError, type AskedAddress, type Fetched, fetchAddress, readAsked } from "./fetch-address.ts";
import { createEditing, type Editing } from "./editing.ts";
import { createFollower } from "./follower.ts";
import type { Gathered } from "./gather.ts";
import type { DataSource, OpeningStatus, OpeningState } from "./opening-state.ts";
import type { LocalData, OpeningHost } from "./opening.ts";
import { keepRecent, listRecents, nameRecent, readRecent, type RecentEntry, touchRecent } from "./recent.ts";
import { openInWorker } from "./worker-client.ts";
import type { NamedFile } from "./worker-protocol.ts";

/** Opens data sets of the reader's own: what of `Opening` comes once something is opened. Nothing leaves the machine. */
export interface Opener {
  readonly editing: Editing;
  /**
   * Asks about data at an address, of which nothing is fetched before {@link fetchAsked} is called. `id`: what the data will go by.
   * `query`: of the page's address, which tells the view.
   */
  readonly askAbout: (id: string, query: string) => void;
  readonly fetchAsked: () => Promise<void>;
  /** Opens a folder of the reader's choice and follows it. Must be called within a click. */
  readonly openFolder: () => Promise<void>;
  readonly openGathered: (name: string, gather: (signal: AbortSignal) => Promise<Gathered>) => Promise<void>;
  /** Resolves to whether it was shown. */
  readonly openRecent: (id: string) => Promise<boolean>;
  readonly openStory: () => Promise<void>;
  /** Shows what is ready in spite of its problems, or in place of what is not saved. */
  readonly accept: () => void;
  /** `files`: those that it was made of, with the declaration that says what they mean. */
  readonly openMade: (
    name: string,
    bytes: Uint8Array<ArrayBuffer>,
    files: readonly NamedFile[],
  ) => Promise<void>;
  readonly cancel: () => void;
}

type Task = (signal: AbortSignal) => Promise<void>;

interface Readable extends LocalData {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of the folder or archive it came from. */
  readonly name: string;
  readonly source: DataSource;
  /** Of the address that asks for it and for a view of it; `undefined` of what was opened by hand. */
  readonly query?: string | undefined;
}

/** Where what is opened was fetched from. */
interface From {
  readonly fetched?: { readonly id: string; readonly query: string };
}

/** Long enough for the browser to paint a change before the page is busy. */
const PAINT_MS = 40;

export function createOpener(host: OpeningHost, store: StoreApi<OpeningState>): Opener {
  const { showLocal, showStory, showPicture, now } = host;
  const setStatus = (status: OpeningStatus) => store.setState({ status });
  const refresh = async () => store.setState({ recents: await listRecents() });
  const follower = createFollower({ host, store, read, editing: () => editing });
  const editing: Editing = createEditing({ host, store, read, following: follower.current });
  let current: AbortController | undefined;
  let waiting: Readable | undefined;
  /** A picture of another data set than the one on the page: its view is shown once that is opened. */
  let awaited: Provenance | undefined;
  /** What is asked about an address. */
  let address: { readonly id: string; readonly query: string; readonly asked: AskedAddress } | undefined;
  /** Goes on with what would put away edits that are not saved. */
  let leave: (() => void) | undefined;
  /** Opens what has come from an address. */
  let resume: (() => void) | undefined;

  /** Starts what replaces whatever was under way. `name`: what the reader knows it by. */
  async function start(name: string, task: Task): Promise<void> {
    current?.abort();
    waiting = undefined;
    leave = undefined;
    resume = undefined;
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

  /** Resolves once nothing is lost by showing other data: at once, or when the reader has said so. */
  async function mayLeave(name: string, signal: AbortSignal): Promise<void> {
    const unsaved = store.getState().editing?.unsaved ?? 0;
    if (unsaved === 0) return;
    const before = store.getState().status;
    setStatus({ kind: "unsaved", name, unsaved });
    await new Promise<void>((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
      leave = resolve;
    });
    leave = undefined;
    setStatus(before);
  }

  async function openGathered(gathered: Gathered & From, signal: AbortSignal): Promise<void> {
    const { name, files, folder, fetched } = gathered;
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
        const isCompiled = files.length === 1 && files[0]?.path.endsWith(COMPILED_ENDING);
        const source = isCompiled ? { kind: "compiled" } : { kind: "files", files, folder };
        const readable = {
          ...(await prepare(name, outcome.bytes, source as DataSource, signal)),
          ...(fetched && { id: fetched.id, query: fetched.query }),
        };
        if (readable.problems.every(({ severity }) => severity === "note")) await show(readable, signal);
        else offer(name, readable);
      }
    }
  }

  /** Data of another source are on the page. */
  function attach(data: LocalData | undefined, source: DataSource | undefined, name: string): void {
    follower.end();
    editing.attach(data?.id, source);
    if (data && source?.kind === "files") follower.begin(data, source, name);
  }

  /** At once if the address says what content is meant, else after the reader has seen its hash. */
  async function openFetched(
    { id, query, asked }: NonNullable<typeof address>,
    { name, files, sha256 }: Fetched,
    signal: AbortSignal,
  ): Promise<void> {
    if (asked.sha256 === undefined && sha256 !== undefined) {
      const page = location.href.replace(/[?#].*$/, "");
      const others = new URLSearchParams(query);
      others.set("sha256", sha256);
      setStatus({ kind: "address", asked, stage: "came", sha256, pinned: `${page}?${others}` });
      await new Promise<void>((resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        resume = resolve;
      });
      resume = undefined;
    }
    await openGathered({ name, files, fetched: { id, query } }, signal);
  }

  async function showAwaited(): Promise<void> {
    const provenance = awaited;
    awaited = undefined;
    if (provenance) await showPicture(provenance);
  }

  async function prepare(
    name: string,
    bytes: Uint8Array<ArrayBuffer>,
    source: DataSource,
    signal: AbortSignal,
    kept?: RecentEntry,
  ): Promise<Readable> {
    setStatus({ kind: "preparing", name });
    await new Promise((resolve) => setTimeout(resolve, PAINT_MS));
    const data = await read(bytes);
    signal.throwIfAborted();
    const title = pickName(data.atlas.dataset.title, "en");
    return { ...data, id: kept?.id ?? nameRecent(title, kept?.source ?? name), bytes, name, source };
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

  async function show({ bytes, source, name, query, ...data }: Readable, signal: AbortSignal): Promise<void> {
    await mayLeave(name, signal);
    const { title } = data.atlas.dataset;
    setStatus({ kind: "preparing", name });
    const entry = { id: data.id, title, source: name, openedAt: now(), sizeBytes: bytes.byteLength };
    follower.end();
    const isShown = await showLocal(data, query);
    signal.throwIfAborted();
    attach(data, source, name);
    // What the page cannot show must not be waiting for the reader's next visit.
    if (!isShown) return setStatus({ kind: "idle" });
    await showAwaited();
    // What lies at an address is asked for there again, and not kept.
    if (query !== undefined) return setStatus({ kind: "idle" });
    const keep = await keepRecent(entry, bytes);
    store.setState({ status: { kind: "idle" }, message: { kind: "opened", title, keep } });
    await refresh();
  }

  return {
    editing,
    askAbout(id, query) {
      address = undefined;
      try {
        const asked = readAsked(query, document.baseURI);
        address = { id, query, asked };
        setStatus({ kind: "address", asked, stage: "asked" });
      } catch (error) {
        if (!(error instanceof AddressError)) throw error;
        const { fault, detail } = error;
        setStatus({ kind: "address", asked: undefined, stage: "asked", fault, detail });
      }
      store.setState({ message: { kind: "asked" } });
    },
    async fetchAsked() {
      const wanted = address;
      if (!wanted) return;
      const { asked } = wanted;
      await start(asked.url, async (signal) => {
        setStatus({ kind: "address", asked, stage: "fetching" });
        try {
          const fetched = await fetchAddress(asked, { signal, onProgress: () => {} });
          signal.throwIfAborted();
          await openFetched(wanted, fetched, signal);
        } catch (error) {
          if (!(error instanceof AddressError)) throw error;
          const { fault, detail } = error;
          setStatus({ kind: "address", asked, stage: "asked", fault, detail });
        }
      });
    },
    async openFolder() {
      const folder = await pickFolder("read");
      if (!folder) return;
      const { name } = folder;
      await start(name, async (signal) =>
        openGathered({ name, files: await listFolder(folder, signal), folder }, signal),
      );
    },
    openGathered: (name, gather) => start(name, async (signal) => openGathered(await gather(signal), signal)),
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
        const readable = await prepare(kept.source, bytes, { kind: "kept" }, signal, kept);
        const { bytes: _, source, name, ...data } = readable;
        await mayLeave(name, signal);
        await touchRecent(id, now());
        follower.end();
        await showLocal(data);
        attach(readable, source, name);
        isShown = true;
        await showAwaited();
        setStatus({ kind: "idle" });
        await refresh();
      });
      return isShown;
    },
    openStory: () =>
      start("", async (signal) => {
        await mayLeave("", signal);
        setStatus({ kind: "preparing", name: "" });
        follower.end();
        await showStory();
        attach(undefined, undefined, "");
        await showAwaited();
        setStatus({ kind: "idle" });
      }),
    accept() {
      if (leave) return leave();
      if (resume) return resume();
      const readable = waiting;
      if (readable) void start(readable.name, (signal) => show(readable, signal));
    },
    openMade: (name, bytes, files) =>
      start(name, async (signal) => {
        const source = { kind: "files", files, folder: undefined } as const;
        await show(await prepare(name, bytes, source, signal), signal);
      }),
    cancel() {
      current?.abort();
      waiting = undefined;
      leave = undefined;
      resume = undefined;
      awaited = undefined;
      setStatus({ kind: "idle" });
    },
  };
}

/** A compiled data set, ready for the dashboard but for its name. */
async function read(bytes: Uint8Array<ArrayBuffer>): Promise<Omit<LocalData, "id">> {
  const loaded = await readCompiled(bytes);
  const atlas = buildAtlas(loaded.dataset, loaded.trace);
  const problems = [...loaded.problems, ...checkAgreement(atlas, loaded), ...loaded.notes];
  return { atlas, hash: loaded.hash, later: loaded.later, problems };
}
