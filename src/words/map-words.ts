import type { ReaderBaseFault } from "../core/reader-base-fault.ts";

/** What can be amiss with the map while everything else goes on. */
export type MapTrouble =
  /** The browser offers no WebGL 2. */
  | "no-graphics"
  /** The graphics processor was reset; over once the browser gives it back. */
  | "graphics-lost"
  /** The program of the map could not be fetched, … */
  | "no-program"
  /** … nor that which prepares what it draws. */
  | "no-worker"
  /** The tiles of the settlements could not be read: all are drawn from their list. */
  | "no-tiles"
  | "no-fonts"
  /** Some of what lies under control and settlements is not there. */
  | "no-base"
  /** MapLibre tells of another fault. */
  | "incomplete";

/** The texts of the map and of exported pictures that the rest of the interface does not share. */
export interface MapWords {
  /** Label of the map for those who cannot see it. `day` is the full date. */
  readonly mapLabel: (day: string) => string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly credits: string;
  readonly licence: string;
  /** Of a base map that the reader has chosen: where it is from. */
  readonly baseFrom: (host: string) => string;
  readonly kilometres: string;
  readonly metres: string;
  /** What is amiss with the map on the page, or keeps it from being there at all. */
  readonly trouble: Readonly<Record<MapTrouble, string>>;
  /** Why a picture could not be made. */
  readonly pictureEmpty: string;
  readonly pictureTimedOut: string;
  readonly pictureLost: string;
  readonly pictureTooLarge: (widthPx: number, heightPx: number) => string;
}

/** The texts of the choice of a base map. */
export interface BaseMapWords {
  readonly name: string;
  readonly builtIn: string;
  readonly own: string;
  /** Label of the field for its address. */
  readonly address: string;
  readonly use: string;
  /** What is asked of whom while it is on. */
  readonly note: string;
  readonly opening: string;
  readonly shown: (host: string) => string;
  readonly fault: Readonly<Record<ReaderBaseFault, string>>;
}
