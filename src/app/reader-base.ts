import { createStore } from "zustand/vanilla";
import type { Bounds } from "../core/geometry.ts";
import type { ReaderBaseFault } from "../core/reader-base-fault.ts";
import type { ReaderBaseChoice, ReaderBaseState } from "../ui/state/reader-base.ts";

const KEY = "frontline-base-map";

export interface ReaderBaseControl extends ReaderBaseChoice {
  /** Tells of a base that opened and cannot be drawn after all: the built-in one takes its place. */
  readonly fail: (fault: ReaderBaseFault) => void;
  /** Tells where tiles should be, and opens the base that is kept in this browser the first time. */
  readonly showIn: (bounds: Bounds) => void;
}

/**
 * The reader's own base map: off until they give an address, and then kept in this browser, if it keeps anything. Nothing
 * is asked of any other host before that.
 */
export function createReaderBase(): ReaderBaseControl {
  const store = createStore<ReaderBaseState>(() => ({ address: "", status: "off", opened: undefined }));
  let asked = 0;
  let near: readonly [number, number] = [0, 0];
  let isKeptAsked = false;

  async function open(address: string): Promise<void> {
    asked += 1;
    const key = asked;
    store.setState({ address, status: "opening", opened: undefined });
    const state = await openAt(address, near);
    if (key !== asked) return;
    store.setState(state);
    if (state.status === "on") keep(address);
  }

  return {
    store,
    choose: (address) => void open(address),
    leave() {
      asked += 1;
      keep(undefined);
      store.setState({ status: "off", opened: undefined });
    },
    fail: (fault) => store.setState({ status: fault, opened: undefined }),
    showIn([west, south, east, north]) {
      near = [(west + east) / 2, (south + north) / 2];
      const kept = isKeptAsked ? undefined : readKept();
      isKeptAsked = true;
      if (kept !== undefined) void open(kept);
    },
  };
}

async function openAt(
  address: string,
  near: readonly [number, number],
): Promise<Pick<ReaderBaseState, "status" | "opened">> {
  const part = await import("../map/reader/open-base.ts").catch(() => undefined);
  if (!part) return { status: "unreachable", opened: undefined };
  try {
    return { status: "on", opened: await part.openReaderBase(address, near) };
  } catch (error) {
    // Whatever else goes wrong, it is with what the address gave.
    return { status: error instanceof part.ReaderBaseError ? error.fault : "no-map", opened: undefined };
  }
}

/** `undefined` also where the browser keeps nothing, as in a private window or a frame of another page. */
function readKept(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(address: string | undefined): void {
  try {
    if (address === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, address);
  } catch {
    // Then it is for this visit only.
  }
}
