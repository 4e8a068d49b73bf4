import type { PostState } from "../core/records.ts";

/** The states of a post that is on the map. */
export type StandingState = Exclude<PostState, "evacuated">;

/** The texts of the map and of exported pictures that the rest of the interface does not share. */
export interface MapWords {
  /** Label of the map for those who cannot see it. `day` is the full date. */
  readonly mapLabel: (day: string) => string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly credits: string;
  readonly licence: string;
  /** Legend of the stretches of the front that rest on no documented place nearby. */
  readonly inferredLine: string;
  /** Legend of a line between sides that do not fight each other. */
  readonly quietLine: string;
  /** Legend of a security corridor; the width is that to either side of the highway. */
  readonly corridor: (highway: string, widthKm: number) => string;
  /** Legend of patrols, by the name that the data set gives them. */
  readonly patrols: (name: string, highway: string) => string;
  /** What an observation post is on a day, under its name. */
  readonly postStates: Readonly<Record<StandingState, string>>;
  readonly kilometres: string;
  readonly metres: string;
  /** The map cannot be drawn at all, or has stopped. */
  readonly noGraphics: string;
  readonly graphicsLost: string;
  /** Why a picture could not be made. */
  readonly pictureEmpty: string;
  readonly pictureTimedOut: string;
  readonly pictureTooLarge: (widthPx: number, heightPx: number) => string;
}
