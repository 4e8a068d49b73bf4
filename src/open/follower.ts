import type { StoreApi } from "zustand/vanilla";
import { createTurns } from "../core/turns.ts";
import { countProblems, type Problem } from "../data/problem.ts";
import type { Editing } from "./editing.ts";
import { type Following, followFolder } from "./follow.ts";
import type { DataSource, OpeningState } from "./opening-state.ts";
import type { LocalData, OpeningHost } from "./opening.ts";
import { keepRecent } from "./recent.ts";
import { openInWorker } from "./worker-client.ts";
import type { NamedFile } from "./worker-protocol.ts";

/** Keeps the page with the folder that its data were opened from. */
export interface Follower {
  /** What is being followed, if anything. */
  readonly current: () => Following | undefined;
  /** Follows the folder of data that are on the page, if they have one; `name`: what the reader knows them by. */
  readonly begin: (data: LocalData, source: Extract<DataSource, { kind: "files" }>, name: string) => void;
  /** Before other data are shown: a later state of those before must not come over them. */
  readonly end: () => void;
}

interface Needs {
  readonly host: Pick<OpeningHost, "swapLocal" | "now">;
  readonly store: StoreApi<OpeningState>;
  readonly read: (bytes: Uint8Array<ArrayBuffer>) => Promise<Omit<LocalData, "id">>;
  /** What may have edits of the data that are not saved. */
  readonly editing: () => Editing;
}

export function createFollower({ host, store, read, editing }: Needs): Follower {
  let following: Following | undefined;

  /** A later state of the files; `undefined` if it has more errors than what is shown, as while they are being written. */
  async function readLater(files: readonly NamedFile[], { id, problems }: LocalData) {
    const signal = new AbortController().signal;
    const outcome = await openInWorker(files, { signal, onProgress: () => {} });
    if (outcome.kind !== "compiled") return undefined;
    const data = { ...(await read(outcome.bytes)), id };
    const isWorse = countErrors(data.problems) > countErrors(problems);
    return isWorse ? undefined : { data, bytes: outcome.bytes };
  }

  return {
    current: () => following,
    begin(data, source, name) {
      const { folder } = source;
      if (!folder) return;
      let shown = data;
      const follow = async (files: readonly NamedFile[]) => {
        if ((store.getState().editing?.unsaved ?? 0) > 0) return editing().meet(files);
        const later = await readLater(files, shown);
        if (!later) return store.setState({ message: { kind: "held" } });
        if (following !== own) return;
        if (later.data.hash !== shown.hash) {
          await host.swapLocal(later.data);
          store.setState({ message: { kind: "followed" } });
          const { title } = later.data.atlas.dataset;
          const entry = { id: shown.id, title, source: name, openedAt: host.now() };
          await keepRecent({ ...entry, sizeBytes: later.bytes.byteLength }, later.bytes);
        }
        shown = later.data;
        editing().attach(shown.id, { ...source, files });
      };
      const inTurn = createTurns();
      const own = followFolder(folder, source.files, {
        isAsleep: () => document.hidden,
        onChange: (files) => {
          inTurn(() => follow(files)).catch(() => store.setState({ message: { kind: "held" } }));
        },
        onLost: (reason) => store.setState({ message: { kind: "folder-lost", folder: folder.name, reason } }),
      });
      following = own;
    },
    end() {
      following?.stop();
      following = undefined;
    },
  };
}

/** Claims and areas that contradict each other are no errors of the files: they are edited one after the other. */
function countErrors(problems: readonly Problem[]): number {
  return countProblems(
    problems.filter(({ code }) => code !== "claims-and-areas-disagree"),
    "error",
  );
}
