import type { StoreApi } from "zustand/vanilla";
import type { ReaderBaseFault } from "../../core/reader-base-fault.ts";
import type { ReaderBase } from "../../layers/reader-base.ts";

/** The reader's own base map, as far as it has come. */
export interface ReaderBaseState {
  /** What was asked for last, and is kept in this browser while it is on; empty: never anything. */
  readonly address: string;
  readonly status: "off" | "opening" | "on" | ReaderBaseFault;
  /** There while it is on. */
  readonly opened: ReaderBase | undefined;
}

export interface ReaderBaseChoice {
  readonly store: StoreApi<ReaderBaseState>;
  /** Asks the host of an address for its map, and shows it if it is one. */
  readonly choose: (address: string) => void;
  /** Goes back to the built-in base, and asks no host for anything more. */
  readonly leave: () => void;
}
