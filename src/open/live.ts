import { type CompiledDataset, readCompiled } from "../data/compiled/compiled.ts";
import type { Problem } from "../data/problem.ts";
import { besideAddress } from "./read-beside.ts";

/** What the server says whenever the files of the data set have changed. */
export interface LiveUpdate {
  /** Of the data to show. */
  readonly hash: string;
  /** The files have more errors than the data to show, which are those of before. */
  readonly isHeld: boolean;
  /** What is wrong with the files as they are now. */
  readonly problems: readonly Problem[];
}

interface LiveListener {
  readonly onUpdate: (update: LiveUpdate) => void;
  /** The server has ended or cannot be reached; or, later, it answers again. */
  readonly onReach: (isReached: boolean) => void;
}

/** A data set that the page is to show in place of the bundled story, as `src/cli/dashboard-page.ts` tells it. */
export interface LiveStory {
  readonly read: () => Promise<CompiledDataset>;
  /** Vector tiles of its settlements; `undefined` where they are few enough for a list. */
  readonly settlementTiles: URL | undefined;
  /** Calls back now and at each change for as long as the page is open; never where nothing can change. */
  readonly watch: (listener: LiveListener) => void;
}

/** `undefined` where the page shows the bundled story. */
export function findLiveStory(): LiveStory | undefined {
  const data = readMeta("frontline-data");
  if (data === undefined) return undefined;
  const tiles = readMeta("frontline-tiles");
  return {
    async read() {
      // How long it may be kept says whoever gives it: for ever where it is named by its content, never where it follows a folder.
      const response = await fetch(data);
      if (!response.ok) throw new Error(`${data}: the server answered ${response.status}`);
      return readCompiled(new Uint8Array(await response.arrayBuffer()), besideAddress(data));
    },
    settlementTiles: tiles === undefined ? undefined : new URL(tiles, document.baseURI),
    watch({ onUpdate, onReach }) {
      const status = readMeta("frontline-status");
      if (status === undefined) return;
      // Few pages are served by who changes the files: the others need not fetch what asks them.
      const asking = import("./ask-server.ts").then(({ askAgainAndAgain }) => {
        const ask = askAgainAndAgain(status, {
          isAsleep: () => document.hidden,
          onAnswer: (text) => onUpdate(JSON.parse(text) as LiveUpdate),
          onReach,
        });
        document.addEventListener("visibilitychange", ask.now);
      });
      asking.catch(() => onReach(false));
    },
  };
}

function readMeta(name: string): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content || undefined;
}
