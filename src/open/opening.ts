import type { StoreApi } from "zustand/vanilla";
import { createStore } from "zustand/vanilla";
import type { Atlas } from "../core/atlas.ts";
import type { LaterParts } from "../data/later-parts.ts";
import type { Problem } from "../data/problem.ts";
import type { Provenance } from "../export/provenance/provenance.ts";
import { gatherDropped, gatherPicked } from "./gather.ts";
import type { Opener } from "./opener.ts";
import type { OpeningState } from "./opening-state.ts";
import type { PictureOutcome } from "./picture.ts";
import { type ProblemsFormat, saveFile, writeProblems } from "./save.ts";
import type { NamedFile } from "./worker-protocol.ts";

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
  /** Resolves to whether it could be drawn. `query`: of an address that asks for a view of it. */
  readonly showLocal: (data: LocalData, query?: string) => Promise<boolean>;
  /** Shows a later state of it, in the view that the reader has. */
  readonly swapLocal: (data: LocalData) => Promise<void>;
  readonly showStory: () => Promise<void>;
  /** Shows the view of a picture, if the data set on the page is that of the picture. */
  readonly showPicture: (provenance: Provenance) => Promise<PictureOutcome>;
  readonly now: () => number;
  /** The files of the bundled story, for a copy that can be changed. Rejects if they cannot be fetched. */
  readonly loadStoryFiles: () => Promise<readonly NamedFile[]>;
  /** What the page shows without data of the reader's own comes compiled from whoever serves it. */
  readonly isServed: boolean;
}

/** Opens data sets of the reader's own. Nothing leaves the machine. */
export interface Opening {
  readonly store: StoreApi<OpeningState>;
  /** What opens them, fetched when it is first needed. Rejects if it cannot be had. */
  readonly load: () => Promise<Opener>;
  /** Must be called within the drop event. */
  readonly openDropped: (transfer: DataTransfer) => void;
  readonly openPicked: (files: Iterable<File>) => void;
  /** Resolves to whether it was shown. */
  readonly openRecent: (id: string) => Promise<boolean>;
  readonly openStory: () => void;
  /** Looks what this browser has kept; nothing is known of it before, and nobody waits for it. */
  readonly lookForRecents: () => Promise<void>;
  /** Shows what is ready in spite of its problems, or of edits that are not saved. */
  readonly accept: () => void;
  /** Shows a data set that was made of files without a `dataset.json`; with one they are `files`. */
  readonly openMade: (name: string, bytes: Uint8Array<ArrayBuffer>, files: readonly NamedFile[]) => void;
  /** Ends what is under way or puts away what came of it; the data on the screen stays. */
  readonly cancel: () => void;
  readonly forget: (ids: readonly string[]) => Promise<void>;
  /** Rejects if what writes it cannot be fetched. */
  readonly saveReport: (problems: readonly Problem[], format: ProblemsFormat) => Promise<void>;
  readonly dismissMessage: () => void;
}

export function createOpening(host: OpeningHost): Opening {
  const store = createStore<OpeningState>(() => ({
    status: { kind: "idle" },
    recents: undefined,
    message: undefined,
    source: undefined,
    editing: undefined,
  }));
  let opener: Opener | undefined;

  async function load(): Promise<Opener> {
    const { createOpener } = await import("./opener.ts");
    opener ??= createOpener(host, store);
    return opener;
  }

  /** What is asked for with the part that does it; `undefined` where that part cannot be had, which is told. */
  const ask = <Result>(task: (opener: Opener) => Promise<Result>): Promise<Result | undefined> =>
    load().then(task, (error: unknown) => {
      store.setState({ status: { kind: "failed", name: "", reason: String(error) } });
      return undefined;
    });
  const listRecent = () => import("./recent.ts");
  const lookForRecents = async () => {
    await load();
    store.setState({ recents: await (await listRecent()).listRecents() });
  };

  return {
    store,
    load,
    openDropped(transfer) {
      const onFound = (found: number) =>
        store.setState({ status: { kind: "working", name: "", found, progress: undefined } });
      // Within the event: later the browser shows nothing of what was dropped.
      const gather = gatherDropped(transfer, onFound);
      onFound(0);
      void ask((opener) => opener.openGathered("", gather));
    },
    openPicked(files) {
      const gathered = gatherPicked(files);
      void ask((opener) => opener.openGathered(gathered.name, async () => gathered));
    },
    openRecent: async (id) => (await ask((opener) => opener.openRecent(id))) ?? false,
    openStory: () => void ask((opener) => opener.openStory()),
    lookForRecents,
    accept: () => opener?.accept(),
    openMade: (...made) => void ask((opener) => opener.openMade(...made)),
    cancel() {
      if (opener) opener.cancel();
      else store.setState({ status: { kind: "idle" } });
    },
    async forget(ids) {
      try {
        await (await listRecent()).forgetRecents(ids);
      } catch {
        store.setState({ message: { kind: "not-forgotten" } });
      }
      await lookForRecents();
    },
    saveReport: async (problems, format) =>
      saveFile(await writeProblems(problems, format), `problems.${format}`),
    dismissMessage: () => store.setState({ message: undefined }),
  };
}
